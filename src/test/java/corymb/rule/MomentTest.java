package corymb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.Zone;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    /** In Berlin 29 March 2026 has 23 hours, 25 October 2026 has 25; on Lord Howe Island clocks change by half an hour. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T22:00:00Z, 1, DAYS, 2026-03-28T23:00:00Z",
        "Europe/Berlin, 2026-03-29T22:00:00Z, 2, DAYS, 2026-03-27T23:00:00Z",
        "Europe/Berlin, 2026-03-29T22:00:00Z, 1, WEEKS, 2026-03-22T23:00:00Z",
        "Europe/Berlin, 2026-03-30T10:00:00Z, 1, MONTHS, 2026-02-28T11:00:00Z",
        "Europe/Berlin, 2026-10-25T23:00:00Z, 1, DAYS, 2026-10-24T22:00:00Z",
        "Europe/Berlin, 2026-10-25T23:00:00Z, 1, MONTHS, 2026-09-25T22:00:00Z",
        "Australia/Lord_Howe, 2026-04-05T13:30:00Z, 1, DAYS, 2026-04-04T13:00:00Z",
        "UTC, 2026-03-29T22:00:00Z, 1, DAYS, 2026-03-28T22:00:00Z"
    })
    void goesBackByTheClockOfItsZone(Zone zone, Instant at, int count, Window.Unit unit, Instant then) {
        assertThat(new Moment(at, zone).back(count, unit)).isEqualTo(then);
    }
}
