package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Progress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts that become dates, numbers and truth values. */
class RetypingTest {
    private final DuckDbEngine engine = DuckDbEngine.open();
    private final RepairBench bench = new RepairBench(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private static ColumnType type(RepairedRows made, String name) {
        return made.rows().schema().fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::type)
                .findFirst()
                .orElseThrow();
    }

    private static Repair dates(DayOrder order) {
        return new Repair.Dates("d", order);
    }

    private static Repair numbers(DecimalMark mark) {
        return new Repair.Numbers("n", mark);
    }

    @Test
    void datesWrittenInSeveralWaysAreDates() {
        var raw = bench.rows(
                "d, x",
                "('2024-05-03', 1), ('03.05.2024', 2), ('5 March 2024', 3), ('20240503', 4), (null, 5), ('n/a', 6)");
        var made = bench.run(raw, dates(DayOrder.AS_VALUES_TELL));
        assertThat(bench.column(made, "d"))
                .containsExactly("2024-05-03", "2024-05-03", "2024-03-05", "2024-05-03", "", "");
        assertThat(type(made, "d")).isEqualTo(ColumnType.DATE);
        assertThat(made.rows().schema().names()).containsExactly("d", "x");
        var outcome = made.outcomes().getFirst();
        assertThat(outcome.rows()).isEqualTo(4);
        assertThat(outcome.note()).contains("several ways").contains("1 row");
    }

    @Test
    void aTimeOfDayMakesThemTimes() {
        var raw = bench.rows("d", "('03.05.2024'), ('03.05.2024 14:30'), ('2024-05-03T10:00:00+02:00')");
        var made = bench.run(raw, dates(DayOrder.AS_VALUES_TELL));
        assertThat(type(made, "d")).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(bench.column(made, "d"))
                .containsExactly("2024-05-03T00:00:00Z", "2024-05-03T14:30:00Z", "2024-05-03T08:00:00Z");
    }

    @Test
    void whichNumberIsTheDayIsSaid() {
        var raw = bench.rows("d", "('03/05/2024'), ('04/06/2024')");
        var guessed = bench.run(raw, dates(DayOrder.AS_VALUES_TELL));
        assertThat(guessed.outcomes().getFirst().note()).contains("nothing in the column tells; 2 could be either");
        var made = bench.run(raw, dates(DayOrder.MONTH_FIRST));
        assertThat(bench.column(made, "d")).containsExactly("2024-03-05", "2024-04-06");
        assertThat(made.outcomes().getFirst().note()).contains("chosen by hand");
        var told = bench.run(bench.rows("d", "('03/05/2024'), ('05/13/2024')"), dates(DayOrder.AS_VALUES_TELL));
        assertThat(bench.column(told, "d")).containsExactly("2024-03-05", "2024-05-13");
    }

    @Test
    void whatCannotBeReadStaysBeside() {
        var raw = bench.rows("d, x", "('2024-05-03', 1), (' soon ', 2), ('2024-13-45', 3), ('2024-05-04', 4)");
        var made = bench.run(raw, dates(DayOrder.AS_VALUES_TELL));
        assertThat(bench.column(made, "d")).containsExactly("2024-05-03", "", "", "2024-05-04");
        assertThat(bench.column(made, "d_unread")).containsExactly("", " soon ", "2024-13-45", "");
        assertThat(made.outcomes().getFirst().note())
                .contains("2 rows cannot be read")
                .contains("d_unread");
        var none = bench.run(bench.rows("d", "('soon'), ('late')"), dates(DayOrder.AS_VALUES_TELL));
        assertThat(type(none, "d")).isEqualTo(ColumnType.TEXT);
        assertThat(bench.column(none, "d")).containsExactly("soon", "late");
        assertThat(none.outcomes().getFirst().note()).contains("Nothing can be read as dates");
    }

    @Test
    void numbersLoseTheirMarks() {
        var raw = bench.rows("n", "('1.234,50 €'), ('(45)'), ('12'), ('-7,5'), (null)");
        var made = bench.run(raw, numbers(DecimalMark.AS_VALUES_TELL));
        assertThat(bench.column(made, "n")).containsExactly("1234.5", "-45", "12", "-7.5", "");
        assertThat(bench.column(made, "n_unit")).containsExactly("€", "", "", "", "");
        assertThat(made.outcomes().getFirst().note()).contains("decimal comma").contains("n_unit");
        var percents = bench.run(bench.rows("n", "('12 %'), ('7%')"), numbers(DecimalMark.AS_VALUES_TELL));
        assertThat(type(percents, "n")).isEqualTo(ColumnType.INTEGER);
        assertThat(bench.column(percents, "n")).containsExactly("12", "7");
        assertThat(percents.rows().schema().names()).containsExactly("n");
    }

    @Test
    void whichMarkIsTheDecimalOneIsSaid() {
        var raw = bench.rows("n", "('1,234'), ('5,678')");
        assertThat(bench.column(bench.run(raw, numbers(DecimalMark.COMMA)), "n"))
                .containsExactly("1.234", "5.678");
        var made = bench.run(raw, numbers(DecimalMark.POINT));
        assertThat(bench.column(made, "n")).containsExactly("1234", "5678");
        assertThat(made.outcomes().getFirst().note()).contains("thousands mark");
    }

    @Test
    void noughtsAtTheBeginningAreNotLostInSilence() {
        var made = bench.run(bench.rows("n", "('007'), ('12')"), numbers(DecimalMark.AS_VALUES_TELL));
        assertThat(bench.column(made, "n")).containsExactly("7", "12");
        assertThat(made.outcomes().getFirst().note()).endsWith("lost in 1 row.");
    }

    @Test
    void yesAndNoAreTruthValues() {
        var raw = bench.rows("b", "('ja'), ('NEIN'), ('yes'), ('0'), ('maybe'), (null)");
        var made = bench.run(raw, new Repair.Booleans("B"));
        assertThat(bench.column(made, "b")).containsExactly("true", "false", "true", "false", "", "");
        assertThat(bench.column(made, "b_unread")).containsExactly("", "", "", "", "maybe", "");
        assertThat(type(made, "b")).isEqualTo(ColumnType.BOOLEAN);
    }

    @Test
    void laterStepsWorkOnTheNewType() {
        var raw = bench.rows("n, x", "('1,5', 'a'), ('2,5', 'b'), (null, 'c')");
        var made = bench.run(
                raw, numbers(DecimalMark.COMMA), new Repair.Convert("n", "", "", List.of(new Repair.Rate("", 2))));
        assertThat(bench.column(made, "n")).containsExactly("3", "5", "");
        assertThat(made.rows().schema().names()).containsExactly("n", "x");
    }

    @Test
    void nothingAndOneRowAreDefined() {
        var none = engine.create("raw", Sql.of("select 'x' as n where false"), Progress.NONE);
        assertThat(bench.run(none, numbers(DecimalMark.AS_VALUES_TELL)).rows()).isEqualTo(none);
        var missing = bench.rows("n", "(null::varchar), (null)");
        assertThat(bench.run(missing, numbers(DecimalMark.AS_VALUES_TELL)).rows())
                .isEqualTo(missing);
        assertThat(bench.column(bench.run(bench.rows("n", "('5')"), numbers(DecimalMark.AS_VALUES_TELL)), "n"))
                .containsExactly("5");
        var unfit = bench.run(bench.rows("n", "(5)"), numbers(DecimalMark.AS_VALUES_TELL));
        assertThat(unfit.outcomes().getFirst().fits()).isFalse();
    }

    @Test
    void aPreviewShowsTextsAndWhatTheyBecome() {
        var preview = bench.preview(bench.rows("n", "('1,5'), ('1,5'), ('x')"), numbers(DecimalMark.COMMA));
        assertThat(preview.outcome().rows()).isEqualTo(3);
        assertThat(preview.examples())
                .contains(new RepairPreview.Example(1, "n", "1,5", "1.5", 2))
                .contains(new RepairPreview.Example(3, "n_unread", "", "x", 1));
        assertThat(engine.has("tried_bench")).isFalse();
        assertThat(engine.has("tried_read")).isFalse();
    }
}
