package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.quality.TimeCoverage.Gap;
import corymb.quality.TimeCoverage.Period;
import corymb.quality.TimeCoverage.Unit;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lost days, sudden crowds and times to come are found; the usual rhythm is not taken for them. */
class CoveringTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private static List<Period> days(int count, java.util.function.Predicate<LocalDate> open, int rows) {
        var days = new ArrayList<Period>();
        for (int i = 0; i < count; i++) {
            var day = START.plusDays(i);
            if (open.test(day)) {
                days.add(new Period(day, rows));
            }
        }
        return days;
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Test
    void aLostWeekIsAGapAndClosedSundaysAreNot() {
        var lost = new Gap(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8));
        var days = days(120, day -> isWeekday(day) && (day.isBefore(lost.from()) || day.isAfter(lost.to())), 50);
        // The weekend before the lost week belongs to it: nothing came between Friday and Monday of the week after.
        assertThat(Covering.gaps(days)).containsExactly(new Gap(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 8)));
        assertThat(Covering.gaps(days(120, CoveringTest::isWeekday, 50))).isEmpty();
    }

    @Test
    void daysThatFewRowsLeaveEmptyByChanceAreNoGaps() {
        var random = new Random(5);
        var days = days(400, _ -> random.nextInt(3) == 0, 1);
        assertThat(Covering.gaps(days)).isEmpty();
        assertThat(Covering.gaps(List.of())).isEmpty();
        assertThat(Covering.gaps(days.subList(0, 1))).isEmpty();
    }

    @Test
    void aDayWithTenTimesTheRowsIsABurst() {
        var days = days(60, _ -> true, 40);
        days.set(30, new Period(days.get(30).start(), 400));
        assertThat(Covering.bursts(days)).containsExactly(days.get(30));
        assertThat(Covering.bursts(days(60, _ -> true, 40))).isEmpty();
        assertThat(Covering.bursts(List.of())).isEmpty();
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(Unit.WEEK.start(LocalDate.of(2026, 1, 11))).isEqualTo(START);
        assertThat(Unit.WEEK.next(START)).isEqualTo(LocalDate.of(2026, 1, 12));
    }

    @Test
    void rowsAreCountedByPeriodAndThoseToComeByThemselves(@TempDir Path folder) throws IOException {
        var text = new StringBuilder("customer_id,timestamp,type\n");
        for (int i = 0; i < 300; i++) {
            text.append("c,").append(START.plusDays(i / 2)).append("T12:00:00Z,view\n");
        }
        text.append("c,2099-01-01T00:00:00Z,view\n");
        var file = Files.writeString(folder.resolve("events.csv"), text);
        try (var engine = DuckDbEngine.open()) {
            var detected = FileDetection.detect(file, Progress.NONE);
            var plan = ImportPlan.of("e", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));
            var source = FileImport.run(engine, plan, "e", Progress.NONE);
            var asOf = Instant.parse("2026-12-01T00:00:00Z");

            var coverage =
                    new Covering(engine, source, asOf, Progress.NONE).all().getFirst();

            assertThat(coverage.unit()).isEqualTo(Unit.WEEK);
            assertThat(coverage.future()).isEqualTo(1);
            assertThat(coverage.gaps()).isEmpty();
            assertThat(coverage.periods().getFirst().start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(coverage.periods().stream().mapToLong(Period::rows).sum())
                    .isEqualTo(source.accepted() - 1);
            var first = engine.table(ProfiledRows.inPeriod(source, coverage, START), Progress.NONE);
            assertThat(first.rowCount())
                    .isEqualTo((int) coverage.periods().getFirst().rows());
        }
    }
}
