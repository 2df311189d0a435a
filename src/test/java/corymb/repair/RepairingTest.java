package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.repair.TextRepair.Decision;
import corymb.repair.TextRepair.Entry;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of repairs over rows in the engine. */
class RepairingTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation rows(String column, @Nullable String... values) {
        return engine.fill("raw", new Table(List.of(new TextColumn(column, Arrays.asList(values)))), Progress.NONE);
    }

    private static RepairStep on(Repair repair) {
        return new RepairStep(repair, true);
    }

    private RepairedRows run(Relation rows, RepairStep... steps) {
        return new Repairing(engine, Context.NONE).run(rows, List.of(steps), "repaired", Progress.NONE);
    }

    private List<List<String>> values(Relation relation) {
        var table = engine.table(Sql.of("select * from " + relation.quoted()), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.columns().stream()
                        .map(column -> column.isMissing(row) ? "∅" : column.text(row))
                        .toList())
                .toList();
    }

    private List<String> first(Relation relation) {
        return values(relation).stream().map(List::getFirst).toList();
    }

    private long tables() {
        return (long) engine.number(Sql.of("select count(*) from information_schema.tables"), Progress.NONE);
    }

    @Test
    void stepsAreMadeOneAfterAnotherAndCountTheRowsTheyChange() {
        var raw = rows("city", " zürich ", "ZÜRICH", null, "Bern", "  ", "Bern");
        var title = on(new TextRepair.Casing(List.of("city"), TextRepair.Letters.TITLE));
        var made = run(raw, on(new TextRepair.Trim(List.of("city"))), title);

        assertThat(first(made.rows())).containsExactly("Zürich", "Zürich", "∅", "Bern", "∅", "Bern");
        assertThat(made.outcomes().stream().map(RepairOutcome::rows)).containsExactly(2L, 2L);
        assertThat(first(raw)).containsExactly(" zürich ", "ZÜRICH", "∅", "Bern", "  ", "Bern");
        assertThat(tables()).as("nothing is left but the rows before and after").isEqualTo(2);
    }

    @Test
    void whatChangesNothingIsTheSameRelation() {
        var raw = rows("city", "Bern");
        assertThat(run(raw, on(new TextRepair.Trim(List.of("city")))).rows()).isSameAs(raw);
        assertThat(run(raw, new RepairStep(new TextRepair.Casing(List.of("city"), TextRepair.Letters.UPPER), false))
                        .rows())
                .isSameAs(raw);
        assertThat(run(raw).rows()).isSameAs(raw);
    }

    @Test
    void excludedValuesAreMissingAndFlaggedOnesAreMarked() {
        var raw = rows("city", "Zurich", "test", "n/a", "Bern");
        var made = run(
                raw,
                on(new TextRepair.Dictionary(
                        "City",
                        List.of(
                                new Entry("Zurich", Decision.REPLACE, "Zürich"),
                                new Entry("test", Decision.FLAG, ""),
                                new Entry("n/a", Decision.EXCLUDE, "")))));

        assertThat(made.rows().schema().names()).containsExactly("city", "city_flagged");
        assertThat(values(made.rows()))
                .containsExactly(
                        List.of("Zürich", "false"),
                        List.of("test", "true"),
                        List.of("∅", "false"),
                        List.of("Bern", "false"));
        assertThat(made.outcomes().getFirst().rows()).isEqualTo(3);
    }

    @Test
    void aStepWithoutItsColumnSaysSoAndTheOthersAreMade() {
        var raw = rows("city", " x");
        var made = run(raw, on(new TextRepair.Emails("email")), on(new TextRepair.Trim(List.of("CITY"))));
        assertThat(made.outcomes().getFirst().fits()).isFalse();
        assertThat(made.outcomes().getFirst().note()).contains("email");
        assertThat(first(made.rows())).containsExactly("x");
    }

    @Test
    void whatIsNotUnderstoodIsTold() {
        var raw = rows("country", "Schweiz", "Atlantis", "Atlantis", "CH");
        var made = run(raw, on(new TextRepair.Countries("country", TextRepair.CountryCode.ALPHA2)));
        assertThat(made.outcomes().getFirst().rows()).isEqualTo(1);
        assertThat(made.outcomes().getFirst().note()).contains("2 rows stay", "Atlantis");
    }

    @Test
    void aPreviewShowsTheChangesOfMostRowsAndKeepsNothing() {
        var raw = rows("city", "Bern", " bern", "ulm ", "ulm ");
        long before = tables();
        var preview = new Repairing(engine, Context.NONE)
                .preview(
                        raw,
                        List.of(),
                        Repairing.Preview.whole(new TextRepair.Trim(List.of("city")), 1),
                        "trial",
                        Progress.NONE);
        assertThat(preview.outcome().rows()).isEqualTo(3);
        assertThat(preview.examples()).containsExactly(new RepairPreview.Example(3, "city", "ulm ", "ulm", 2));
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void aPreviewOfSomeRowsSaysOfHowManyItIsAndIsTheSameAgain() {
        var raw = rows("city", "Bern", "ulm ", "ulm ", "Chur");
        var many = engine.create(
                "many", Sql.of("select 'city ' || i || ' ' as city from range(10000) as r(i)"), Progress.NONE);
        var trim = new Repairing.Preview(new TextRepair.Trim(List.of("city")), 5, 500);
        var repairing = new Repairing(engine, Context.NONE);
        var some = repairing.preview(many, List.of(), trim, "trial", Progress.NONE);
        // Each row is among 10,000 / 500 with the same probability: five standard deviations of a binomial count are
        // 110.
        assertThat(some.looked()).isBetween(390L, 610L);
        assertThat(some.outcome().rows()).isEqualTo(some.looked());
        assertThat(some.examples())
                .hasSize(5)
                .allSatisfy(example -> assertThat(example.before()).isEqualTo("city " + (example.row() - 1) + " "));
        assertThat(repairing.preview(many, List.of(), trim, "trial", Progress.NONE))
                .isEqualTo(some);
        assertThat(repairing
                        .preview(raw, List.of(), trim, "trial", Progress.NONE)
                        .looked())
                .isEqualTo(4);
    }

    @Test
    void namesAndValuesOfStrangersAreOnlyNamesAndValues() {
        for (var name : List.of("place", "f0", "a\"b", "x'); drop table raw; --", "after", "before", "select", "ä b")) {
            var evil = "'); drop table raw; --";
            var raw = rows(name, " " + evil, "\"", "? ", "a\u0000b", "%s");
            var made = run(
                    raw,
                    on(new TextRepair.Trim(List.of(name))),
                    on(new TextRepair.Dictionary(name, List.of(new Entry(evil, Decision.REPLACE, "?'\"")))),
                    on(new TextRepair.Dictionary(name, List.of(new Entry("\"", Decision.FLAG, "")))));
            assertThat(made.rows().schema().names()).containsExactly(name, name + "_flagged");
            assertThat(first(made.rows())).startsWith("?'\"", "\"", "?").endsWith("%s");
        }
    }

    /** Over random lists of steps and random values. */
    @Test
    void aStepSwitchedOffIsAsIfItWereNotThere() {
        for (int seed = 0; seed < 10; seed++) {
            var random = new Seed(seed).generator();
            var alphabet = List.of(" ", "a", "B", "ß", "é", "\u00a0", "e\u0301", "CH", "1");
            var values = IntStream.range(0, 40)
                    .mapToObj(_ -> IntStream.range(0, random.nextInt(4))
                            .mapToObj(_ -> alphabet.get(random.nextInt(alphabet.size())))
                            .reduce("", String::concat))
                    .toArray(String[]::new);
            var raw = rows("v", values);
            var steps = new ArrayList<RepairStep>();
            for (int i = 0; i < 6; i++) {
                steps.add(new RepairStep(repairs().get(random.nextInt(repairs().size())), random.nextBoolean()));
            }
            var some = new Repairing(engine, Context.NONE).run(raw, steps, "some", Progress.NONE);
            var others = new Repairing(engine, Context.NONE)
                    .run(raw, steps.stream().filter(RepairStep::isOn).toList(), "others", Progress.NONE);
            assertThat(values(some.rows())).isEqualTo(values(others.rows()));
            assertThat(some.rows().schema()).isEqualTo(others.rows().schema());
        }
    }

    private static List<Repair> repairs() {
        return List.of(
                new TextRepair.Trim(List.of("v")),
                new TextRepair.Casing(List.of("v"), TextRepair.Letters.LOWER),
                new TextRepair.Casing(List.of("v"), TextRepair.Letters.UPPER),
                new TextRepair.Unicode(List.of("v"), TextRepair.Form.NFC),
                new TextRepair.Countries("v", TextRepair.CountryCode.ALPHA3),
                new TextRepair.Dictionary(
                        "v",
                        List.of(
                                new Entry("a", Decision.EXCLUDE, ""),
                                new Entry("B", Decision.FLAG, ""),
                                new Entry("1", Decision.REPLACE, "one"))));
    }
}
