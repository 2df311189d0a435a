package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.repair.Repair.Imputation;
import corymb.repair.Repair.Rate;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Repairs of numbers, times and missing values. */
class NumberRepairsTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation rows(String columns, String values) {
        return engine.create(
                "raw", Sql.of("select * from (values " + values + ") as v(" + columns + ")"), Progress.NONE);
    }

    private RepairedRows run(Relation rows, Repair... repairs) {
        var steps = List.of(repairs).stream()
                .map(repair -> new RepairStep(repair, true))
                .toList();
        return new Repairing(engine, Context.NONE).run(rows, steps, "repaired", Progress.NONE);
    }

    private List<String> column(RepairedRows made, String name) {
        var table = engine.table(Sql.of("select * from " + made.rows().quoted()), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, name))
                .toList();
    }

    private static Repair impute(Imputation method, List<String> groups) {
        return new Repair.Impute("age", method, groups, List.of(), 0);
    }

    @Test
    void missingNumbersGetTheMeanMedianOrModeAndAMark() {
        var raw = rows("age, city", "(20::bigint, 'a'), (20, 'a'), (50, 'b'), (null, 'b'), (null, 'c')");
        assertThat(column(run(raw, impute(Imputation.MEAN, List.of())), "age"))
                .containsExactly("20", "20", "50", "30", "30");
        assertThat(column(run(raw, impute(Imputation.MEDIAN, List.of())), "age"))
                .containsExactly("20", "20", "50", "20", "20");
        var made = run(raw, impute(Imputation.MEAN, List.of("City")));
        assertThat(column(made, "age")).containsExactly("20", "20", "50", "50", "30");
        assertThat(column(made, "age_imputed")).containsExactly("false", "false", "false", "true", "true");
        assertThat(made.outcomes().getFirst().rows()).isEqualTo(2);
        var modes = run(
                rows("age, city", "('x', 'a'), ('y', 'a'), ('y', 'b'), (null, null), ('x', null)"),
                impute(Imputation.MODE, List.of("city")));
        assertThat(column(modes, "age")).containsExactly("x", "y", "y", "x", "x");
    }

    /** The figures are those of scikit-learn's page on KNNImputer. */
    @Test
    void missingNumbersGetThoseOfTheNearestRows() {
        var raw = rows("a, b, c", "(1.0::double, 2.0::double, null::double), (3, 4, 3), (null, 6, 5), (8, 8, 7)");
        var made = run(raw, new Repair.Impute("c", Imputation.NEAREST, List.of(), List.of("a", "b"), 2));
        assertThat(column(made, "c").getFirst()).isEqualTo("4");
        var alone = run(raw, new Repair.Impute("a", Imputation.NEAREST, List.of(), List.of("b", "c"), 2));
        assertThat(column(alone, "a").get(2)).isEqualTo("5.5");
        assertThat(column(alone, "a_imputed")).containsExactly("false", "false", "true", "false");
    }

    @Test
    void nothingIsMadeOfNothing() {
        var raw = rows("age, city", "(null::double, 'a'), (null, 'b')");
        for (var method : List.of(Imputation.MEAN, Imputation.MEDIAN, Imputation.MODE)) {
            var made = run(raw, impute(method, List.of("city")));
            assertThat(column(made, "age")).containsExactly("", "");
            assertThat(made.outcomes().getFirst().rows()).isZero();
        }
        assertThatThrownBy(() -> new Repair.Impute("age", Imputation.NEAREST, List.of(), List.of(), 3))
                .hasMessageContaining("alike");
    }

    /** The values are those of Wikipedia's article on winsorizing, which scipy.stats.mstats.winsorize gives too. */
    @Test
    void theEndsBecomeTheNearestThatStay() {
        var values =
                "(92::bigint), (19), (101), (58), (1053), (91), (26), (78), (10), (13), (-40), (101), (86), (85), (15), (89), (89), (28), (-5), (41)";
        var made = run(rows("x", values), new Repair.Winsorise("x", 0.05, 0.05));
        assertThat(made.outcomes().getFirst().rows()).isEqualTo(2);
        assertThat(column(made, "x").get(4)).isEqualTo("101");
        assertThat(column(made, "x").get(10)).isEqualTo("-5");
        assertThatThrownBy(() -> new Repair.Winsorise("x", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wholeNumbersThatAreCodesBecomeTexts() {
        var made = run(rows("channel, x", "(2::bigint, 1.5::double), (1, 2), (null, 3)"), new Repair.Codes("Channel"));
        assertThat(column(made, "channel")).containsExactly("2", "1", "");
        assertThat(made.rows().schema().fields())
                .containsExactly(new Field("channel", ColumnType.TEXT), new Field("x", ColumnType.DECIMAL));
        assertThat(made.outcomes().getFirst().rows()).isEqualTo(2);
        assertThat(made.outcomes().getFirst().note()).isEmpty();
    }

    @Test
    void numbersThatAreReckonedWithAreNoCodes() {
        var amounts = run(rows("x", "(1.5::double), (2)"), new Repair.Codes("x"));
        assertThat(amounts.outcomes().getFirst().note()).isEqualTo("There is no column of whole numbers named x.");
        var kept = new Repairing(engine, new Context(Map.of(), Map.of("value", ColumnType.DECIMAL)))
                .run(
                        rows("value", "(1::bigint), (2)"),
                        List.of(new RepairStep(new Repair.Codes("value"), true)),
                        "repaired",
                        Progress.NONE);
        assertThat(kept.outcomes().getFirst().fits()).isFalse();
        assertThat(kept.outcomes().getFirst().note()).contains("value", "stays a number");
        assertThat(column(kept, "value")).containsExactly("1", "2");
    }

    @Test
    void timesOfAPlaceBecomeThoseOfUtc() {
        var raw = rows("t", "(timestamp '2024-01-15 12:00:00'), (timestamp '2024-07-15 12:00:00'), (null)");
        assertThat(column(run(raw, new Repair.Utc("t", "Europe/Zurich")), "t"))
                .containsExactly("2024-01-15T11:00:00Z", "2024-07-15T10:00:00Z", "");
        assertThat(column(run(raw, new Repair.Utc("t", "-05:30")), "t").getFirst())
                .isEqualTo("2024-01-15T17:30:00Z");
        assertThatThrownBy(() -> new Repair.Utc("t", "Mars/Base")).hasMessageContaining("Mars/Base");
    }

    @Test
    void unitsAndCurrenciesBecomeOne() {
        var raw = rows("price, currency", "(10::bigint, 'EUR'), (20, 'chf '), (30, 'USD'), (40, null), (null, 'CHF')");
        var made = run(raw, new Repair.Convert("price", "currency", "EUR", List.of(new Rate("CHF", 1.05))));
        assertThat(column(made, "price")).containsExactly("10", "21", "30", "40", "");
        assertThat(column(made, "currency")).containsExactly("EUR", "EUR", "USD", "", "EUR");
        assertThat(made.outcomes().getFirst().note()).startsWith("2 rows");
        assertThat(made.rows().schema().fields().getFirst().type()).isEqualTo(ColumnType.DECIMAL);
        var metres = run(raw, new Repair.Convert("price", "", "m", List.of(new Rate("", 0.01))));
        assertThat(column(metres, "price").getFirst()).isEqualTo("0.1");
    }

    @Test
    void whoeverIsTooFastOrAKnownProgramIsMarked() {
        var raw = rows(
                "who, time, agent",
                "('a', timestamp '2024-01-01 00:00:00', 'Mozilla/5.0'), ('a', timestamp '2024-01-01 00:00:59', 'Mozilla/5.0'),"
                        + " ('a', timestamp '2024-01-01 00:00:30', null), ('b', timestamp '2024-01-01 00:00:00', 'Mozilla/5.0'),"
                        + " ('b', timestamp '2024-01-01 00:01:00', 'Mozilla/5.0'), ('c', null, 'GoogleBOT/2.1'), (null, timestamp '2024-01-01 00:00:00', 'x')");
        var made = run(raw, new Repair.Bots("who", "time", 2, "agent", List.of()));
        assertThat(column(made, "is_bot")).containsExactly("true", "true", "true", "false", "false", "true", "false");
        assertThat(column(run(raw, new Repair.Bots("who", "time", 1, "", List.of())), "is_bot"))
                .containsExactly("true", "true", "true", "false", "false", "false", "false");
        assertThat(run(raw, new Repair.Bots("who", "agent", 2, "", List.of()))
                        .outcomes()
                        .getFirst()
                        .fits())
                .isFalse();
    }
}
