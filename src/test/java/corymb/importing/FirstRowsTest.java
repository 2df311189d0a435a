package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of the first rows is what an import makes of them, and every choice about a column shows at once. */
class FirstRowsTest {
    private static final String ORDERS = """
            customer_id;timestamp;value;note
            1;03/04/2025;2,361;12
            2;05/06/2025;1,044;x
            3;07/08/2025;0,5 EUR;
            """;

    @TempDir
    Path folder;

    private static List<String> read(FirstRows rows, int column) {
        return rows.of(column, 100).stream().map(ReadValue::read).toList();
    }

    private static FirstRows firstRows(DuckDbEngine engine, Path file, WrittenAs how) {
        var detected = FileDetection.detect(file, Progress.NONE);
        var plan = Imports.plan(file, Role.EVENTS);
        var changed = plan.withColumns(
                plan.columns().stream().map(column -> column.writtenAs(how)).toList());
        return FirstRows.of(engine, changed, detected, "first", Progress.NONE);
    }

    @Test
    void theOrderOfDayAndMonthIsSeenInTheFirstRows() {
        var file = Imports.write(folder, "orders.csv", ORDERS);
        try (var engine = DuckDbEngine.open()) {
            var days = firstRows(engine, file, WrittenAs.AS_VALUES_TELL.with(DayOrder.DAY_FIRST));
            var months = firstRows(engine, file, WrittenAs.AS_VALUES_TELL.with(DayOrder.MONTH_FIRST));
            assertThat(read(days, 1)).allMatch(day -> day.matches("2025-(04-03|06-05|08-07).*"));
            assertThat(read(months, 1)).allMatch(day -> day.matches("2025-(03-04|05-06|07-08).*"));
        }
    }

    /** So many that they are asked for in several parts. */
    @Test
    void allOfManyColumnsAreSeen() {
        var names = IntStream.range(0, 60).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
        var numbers = IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(","));
        var file = Imports.write(folder, "wide.csv", "customer_id," + names + "\nA," + numbers + "\n");
        try (var engine = DuckDbEngine.open()) {
            var rows = firstRows(engine, file, WrittenAs.AS_VALUES_TELL);

            for (int column : List.of(1, 25, 26, 60)) {
                assertThat(read(rows, column)).containsExactly(String.valueOf(column - 1));
            }
        }
    }

    /** 500,000 values, rounded up to a row. */
    @Test
    void ofAVeryWideTableFewerRowsAreLookedAt() {
        assertThat(Sample.enough(10)).isEqualTo(2_000);
        assertThat(Sample.enough(8_000)).isEqualTo(63);
    }

    @Test
    void theDecimalMarkIsSeenInTheFirstRows() {
        var file = Imports.write(folder, "orders.csv", ORDERS);
        try (var engine = DuckDbEngine.open()) {
            var commas = firstRows(engine, file, WrittenAs.AS_VALUES_TELL.with(DecimalMark.COMMA));
            var points = firstRows(engine, file, WrittenAs.AS_VALUES_TELL.with(DecimalMark.POINT));
            assertThat(read(commas, 2)).containsExactly("2.361", "1.044", "0.5");
            assertThat(read(points, 2)).containsExactly("2361", "1044", "0.5");
        }
    }

    @Test
    void aValueThatIsNoneOfTheChosenTypeIsSaidToBeUnreadable() {
        var file = Imports.write(folder, "orders.csv", ORDERS);
        try (var engine = DuckDbEngine.open()) {
            var detected = FileDetection.detect(file, Progress.NONE);
            var plan = Imports.plan(file, Role.EVENTS);
            var asNumber = plan.withColumns(plan.columns().stream()
                    .map(column -> column.column().equals("note") ? column.withType(ColumnType.INTEGER) : column)
                    .toList());
            var rows = FirstRows.of(engine, asNumber, detected, "first", Progress.NONE);
            assertThat(rows.of(3, 100)).containsExactly(new ReadValue("12", "12", false), new ReadValue("x", "", true));
            assertThat(rows.unreadable(3)).isEqualTo(1);
            assertThat(engine.has("first")).isFalse();
        }
    }

    @Test
    void theFirstRowsComeOutAsTheImportTakesThem() {
        var text = IntStream.range(0, 80)
                .mapToObj(
                        i -> i + "," + (1 + i % 28) + "." + (1 + i % 12) + ".2024,\"" + i + "," + i % 10 + " €\",B" + i)
                .collect(Collectors.joining("\n", "customer_id,timestamp,value,item_id\n", "\n"));
        var file = Imports.write(folder, "visits.csv", text);
        try (var engine = DuckDbEngine.open()) {
            var detected = FileDetection.detect(file, Progress.NONE);
            var shown = FirstRows.of(engine, Imports.plan(file, Role.EVENTS), detected, "first", Progress.NONE)
                    .read();
            var taken = engine.table(
                    Sql.of("select * from ")
                            .then(Imports.file(engine, file, Role.EVENTS).data().quoted()),
                    Progress.NONE);
            for (var column : shown.columns()) {
                assertThat(Imports.column(shown, column.name()))
                        .as(column.name())
                        .isEqualTo(Imports.column(taken, column.name()));
            }
        }
    }

    @Test
    void aDateThatIsTwoDaysIsToldWithBoth() {
        assertThat(TwoReadings.of(" 03/04/2025 10:00"))
                .contains(new TwoReadings("03/04/2025 10:00", LocalDate.of(2025, 4, 3), LocalDate.of(2025, 3, 4)));
        assertThat(TwoReadings.of("3-4-69")).map(TwoReadings::dayFirst).contains(LocalDate.of(1969, 4, 3));
        assertThat(TwoReadings.of("04/04/2025")).isEmpty();
        assertThat(TwoReadings.of("13/04/2025")).isEmpty();
        assertThat(TwoReadings.of("03.04.2025")).isEmpty();
        assertThat(TwoReadings.of("2025-03-04")).isEmpty();
    }

    @Test
    void aNumberThatIsTwoNumbersIsToldWithBoth() {
        assertThat(TwoNumbers.of("€ 2.361")).contains(new TwoNumbers("€ 2.361", "2.361", "2361"));
        assertThat(TwoNumbers.of("2,361")).contains(new TwoNumbers("2,361", "2361", "2.361"));
        assertThat(TwoNumbers.of("0,361")).isEmpty();
        assertThat(TwoNumbers.of("2,36")).isEmpty();
        assertThat(TwoNumbers.of("1.002,361")).isEmpty();
    }

    @Test
    void nothingThatBeginsWithANoughtHasThousands() {
        var file = Imports.write(
                folder, "shares.csv", "customer_id;timestamp;value\n1;2025-01-01;0,125\n2;2025-01-02;0,333\n");
        try (var engine = DuckDbEngine.open()) {
            var detected = FileDetection.detect(file, Progress.NONE);
            assertThat(detected.columns().get(2).guesses().decimalMark().value())
                    .isEqualTo("COMMA");
            var rows = engine.table(
                    Sql.of("select value from ")
                            .then(Imports.file(engine, file, Role.EVENTS).data().quoted()),
                    Progress.NONE);
            assertThat(Imports.column(rows, "value")).containsExactly("0.125", "0.333");
        }
    }
}
