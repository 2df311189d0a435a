package corymb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.Expression.Column;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TimeColumn;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Says what java.time says, at random times, around each change of a clock, and at the beginning of each day. */
class ZoneShiftTest {
    private static final long SECOND = 1_000_000;

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    /** Every twentieth of all there are. */
    static Stream<String> someOfAll() {
        var all = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return Stream.iterate(0, place -> place < all.size(), place -> place + 20)
                .map(all::get);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "America/Havana",
                "Africa/Casablanca",
                "Pacific/Apia",
                "Antarctica/Troll",
                "+05:45"
            })
    @MethodSource("someOfAll")
    void tellsWhatTheClockShows(String id) {
        var zone = new Zone(id);
        var times = times(zone);
        var told = told(new Expression.Local(new Column("at"), zone), ColumnType.TIMESTAMP, times);
        for (int row = 0; row < times.length; row++) {
            var instant = Instant.EPOCH.plus(times[row], ChronoUnit.MICROS);
            assertThat(told.instant(row))
                    .as("%s in %s", instant, id)
                    .isEqualTo(zone.clock(instant).toInstant(ZoneOffset.UTC));
        }
    }

    private static long[] times(Zone zone) {
        var random = new Seed(zone.id().hashCode()).generator();
        var first = Instant.parse("1850-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("2050-12-01T00:00:00Z").getEpochSecond();
        return LongStream.concat(
                        random.longs(2_000, first * SECOND, last * SECOND),
                        ZoneShift.of(zone).changes().stream()
                                .mapToLong(change -> change.toEpochSecond() * SECOND)
                                .flatMap(micros -> LongStream.of(micros - 1, micros, micros + 1)))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Asia/Beirut",
                "Atlantic/Azores",
                "America/Sao_Paulo",
                "America/Havana",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "-03:30"
            })
    void tellsWhenDaysBegin(String id) {
        var zone = new Zone(id);
        var first = LocalDate.of(1965, 1, 1);
        var days = first.datesUntil(LocalDate.of(2027, 1, 1))
                .mapToLong(day -> day.toEpochDay() * 86_400 * SECOND)
                .toArray();
        var told = told(new Expression.StartOfDay(new Column("at"), zone), ColumnType.DATE, days);
        for (int row = 0; row < days.length; row++) {
            var day = first.plusDays(row);
            assertThat(told.instant(row)).as("%s in %s", day, id).isEqualTo(zone.startOf(day));
        }
    }

    @Test
    void leavesDatesAndUtcAsTheyAre() {
        var times = new long[] {-1, 0, 86_400 * SECOND};
        var berlin = new Expression.Local(new Column("at"), new Zone("Europe/Berlin"));
        assertThat(told(berlin, ColumnType.DATE, 0, 86_400 * SECOND).instant(1))
                .isEqualTo(Instant.parse("1970-01-02T00:00:00Z"));
        assertThat(Dialect.DUCKDB.compile(new Expression.Local(new Column("at"), new Zone("Etc/UTC"))))
                .isEqualTo(Dialect.DUCKDB.compile(new Column("at")));
        assertThat(told(new Expression.Local(new Column("at"), Zone.UTC), ColumnType.TIMESTAMP, times)
                        .micros(0))
                .isEqualTo(-1);
    }

    private TimeColumn told(Expression.Value value, ColumnType type, long... micros) {
        var rows = engine.fill("rows", new Table(java.util.List.of(new TimeColumn("at", type, micros))), Progress.NONE);
        try {
            var table = engine.table(
                    Sql.of("select cast(")
                            .then(Dialect.DUCKDB.compile(value))
                            .then(" as timestamp) as told from " + rows.quoted()),
                    Progress.NONE);
            return (TimeColumn) table.column("told");
        } finally {
            engine.drop("rows");
        }
    }
}
