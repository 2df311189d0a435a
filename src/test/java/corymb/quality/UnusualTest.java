package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.quality.TimeCoverage.Period;
import corymb.sql.DuckDbEngine;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and days unlike the others are found with the reason; what is only rare, seasonal or due to chance is not. */
class UnusualTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    @TempDir
    Path folder;

    private static List<Period> days(int count, ToLongFunction<LocalDate> rows) {
        var days = new ArrayList<Period>();
        for (int i = 0; i < count; i++) {
            var day = START.plusDays(i);
            days.add(new Period(day, rows.applyAsLong(day)));
        }
        return days;
    }

    private static double rhythm(LocalDate day) {
        double weekday = day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 0.2
                : 1 + 0.1 * day.getDayOfWeek().getValue();
        double growth = 1 + (day.toEpochDay() - START.toEpochDay()) / 400.0;
        return 100 * weekday * growth;
    }

    @Test
    void aDayThatBreaksTheRhythmOfItsWeekdayIsNamedWithWhatWasExpected() {
        var poor = START.plusDays(50);
        var rich = START.plusDays(90);
        var days = days(200, day -> Math.round(rhythm(day) * (day.equals(poor) ? 0.3 : day.equals(rich) ? 2.5 : 1)));
        var unusual = DailyRhythm.unusual(days);
        assertThat(unusual).extracting(UnusualDay::day).containsExactly(poor, rich);
        assertThat(unusual.getFirst().rows())
                .isLessThan((long) unusual.getFirst().low());
        assertThat(unusual.getLast().rows())
                .isGreaterThan((long) unusual.getLast().high());
    }

    /** At the promised rate of one source in a hundred, more than three of these fifty happen once in 600. */
    @Test
    void seasonGrowthAndChanceAreNotUnusual() {
        long alarms = 0;
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var days = days(365, day -> Math.round(poisson(rhythm(day), random)));
            alarms += DailyRhythm.unusual(days).isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(3);
    }

    private static double poisson(double mean, Random random) {
        double left = mean;
        long count = 0;
        while (left > 0) {
            left += Math.log(1 - random.nextDouble());
            count += left > 0 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 27})
    void tooFewDaysHaveNoRhythm(int count) {
        assertThat(DailyRhythm.unusual(days(count, day -> day.getDayOfMonth() == 9 ? 900 : 10)))
                .isEmpty();
    }

    private Source people(String extra) throws IOException {
        var random = new Random(7);
        var text = new StringBuilder("id,age,height,shop,place\n");
        for (int row = 0; row < 400; row++) {
            double age = 20 + random.nextInt(50);
            text.append("c" + row + "," + (int) age + "," + (150 + random.nextInt(40)) + ","
                    + (random.nextBoolean() ? "north" : "south") + "," + random.nextInt(9) + "\n");
        }
        return imported(text + extra);
    }

    private Source imported(String text) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), text);
        var detected = FileDetection.detect(file, Progress.NONE);
        var plan = ImportPlan.of("people", Role.CUSTOMERS, detected, MappingProposal.propose(detected, Role.CUSTOMERS));
        return FileImport.run(engine, plan, "people", Progress.NONE);
    }

    private final DuckDbEngine engine = DuckDbEngine.open();

    private List<Finding> unusual(Source source) {
        return QualityAssessment.run(engine, List.of(source), StatedChecks.NONE, AS_OF, Progress.NONE)
                .sources()
                .getFirst()
                .findings()
                .stream()
                .filter(finding -> finding.check() instanceof Check.Unusual)
                .toList();
    }

    @Test
    void aRowThatIsOutOfPlaceInSeveralColumnsIsFoundAndOpensWithItsReason() throws IOException {
        try (engine) {
            var source = people("odd,117,45,moon,3\n");
            var finding = unusual(source).getFirst();
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            var rows = engine.table(QualityAssessment.rowsOf(source, finding, AS_OF), Progress.NONE);
            assertThat(rows.text(0, "id")).isEqualTo("odd");
            assertThat(rows.text(0, "why"))
                    .contains("age 117")
                    .contains("height 45")
                    .contains("shop moon");
            assertThat(rows.rowCount()).isEqualTo((int) finding.rows());
            assertThat(rows.schema().names())
                    .startsWith("why")
                    .contains("place")
                    .hasSize(6);
        }
    }

    @Test
    void rowsThatAreAllOfOneKindHaveNoUnusualOne() throws IOException {
        try (engine) {
            assertThat(unusual(people(""))).isEmpty();
        }
    }

    @Test
    void clocksOfTwoTimeZonesAreFoundAndWhatLiesInBetweenIsNot() throws IOException {
        try (engine) {
            var text = new StringBuilder("customer_id,timestamp,server_time,shipped\n");
            var random = new Random(3);
            for (int row = 0; row < 100; row++) {
                var at = START.atStartOfDay().plusMinutes(random.nextInt(100_000));
                text.append("c" + row + "," + at + ":00,"
                        + at.plusHours(row < 80 ? -2 : 0).plusSeconds(5) + "," + at.plusMinutes(random.nextInt(5_000))
                        + ":00\n");
            }
            var file = Files.writeString(folder.resolve("events.csv"), text);
            var detected = FileDetection.detect(file, Progress.NONE);
            var plan = ImportPlan.of("events", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));
            var source = FileImport.run(engine, plan, "events", Progress.NONE);
            var report = QualityAssessment.run(engine, List.of(source), StatedChecks.NONE, AS_OF, Progress.NONE);
            var skewed = report.sources().getFirst().findings().stream()
                    .filter(finding -> finding.check() instanceof Check.Skewed)
                    .toList();
            assertThat(skewed).hasSize(1);
            assertThat(skewed.getFirst().rows()).isEqualTo(80);
            assertThat(skewed.getFirst().message()).contains("a server_time 2 h before timestamp");
        }
    }
}
