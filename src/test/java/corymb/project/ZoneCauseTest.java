package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.Segment;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.table.Zone;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who moved why where the time zone of a project changes together with other things. */
class ZoneCauseTest {
    private static final Zone LOS_ANGELES = new Zone("America/Los_Angeles");

    /** By the clock of UTC the features are as of 1 February, and the last seven days begin with 25 January. */
    private static ProjectFile open(Path folder) {
        var file = new SqliteProjectFiles(FilledProject.CLOCK).create(folder.resolve("shop.corymb"));
        purchases(
                file,
                "orders",
                "('last', timestamp '2026-01-31 20:00:00'), ('zone', timestamp '2026-01-25 03:00:00'),"
                        + " ('time', timestamp '2026-01-26 20:00:00'), ('data', timestamp '2025-12-01 20:00:00')");
        new Journey(file, FilledProject.CLOCK).ensureFeatures(Progress.NONE);
        FilledProject.define(file, "Lately", "did \"purchase\" in the last 7 days");
        return file;
    }

    private static void purchases(ProjectFile file, String name, String rows) {
        FilledProject.source(
                file,
                name,
                Role.EVENTS,
                Sql.of("select *, 'purchase' as type, 10.0::double as value from (values " + rows
                        + ") t(customer_id, timestamp)"));
    }

    private static Made<Segment> refreshed(ProjectFile file) {
        var journey = new Journey(file, FilledProject.CLOCK);
        journey.take((steps, _) -> steps.choose(LOS_ANGELES), Progress.NONE);
        journey.refresh(Progress.NONE);
        return file.history().present().segment("Lately").orElseThrow();
    }

    @Test
    void whatTheZoneDoesByItselfCountsBeforeTimeAndTimeBeforeData(@TempDir Path folder) {
        try (var file = open(folder)) {
            purchases(
                    file,
                    "shop",
                    "('last', timestamp '2026-02-02 20:00:00'), ('data', timestamp '2026-01-30 20:00:00')");
            // In Los Angeles the seven days up to 2 February begin with the 27th, 8 o'clock of UTC.
            assertThat(refreshed(file).value().moves().latest())
                    .containsExactlyInAnyOrder(
                            new Moved(Cause.ZONE, 0, 1), new Moved(Cause.TIME, 0, 1), new Moved(Cause.DATA, 1, 0));
        }
    }

    @Test
    void aMomentThatMovesWithTheZoneIsTime(@TempDir Path folder) {
        try (var file = open(folder)) {
            var journey = new Journey(file, FilledProject.CLOCK);
            journey.take((steps, _) -> steps.choose(LOS_ANGELES), Progress.NONE);
            var plan = file.history()
                    .present()
                    .features()
                    .orElseThrow()
                    .value()
                    .plan()
                    .in(LOS_ANGELES);
            var later = plan.asOf(plan.asOf().plus(Duration.ofDays(2)));
            journey.take((steps, progress) -> steps.computeFeatures(later, progress), Progress.NONE);
            assertThat(refreshed(file).value().moves().latest())
                    .containsExactlyInAnyOrder(new Moved(Cause.ZONE, 0, 1), new Moved(Cause.TIME, 0, 1));
        }
    }
}
