package corymb.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Whose clock says which day and hour it is.
 *
 * @param id the place or the offset as the IANA time zone database and ISO 8601 have it, such as {@code Europe/Berlin} or
 *     {@code +02:00}; everything that never differs from UTC is {@code UTC}
 */
public record Zone(String id) {
    public static final Zone UTC = new Zone("UTC");

    /** Where nobody chose one. */
    public static final Zone NONE = UTC;

    /**
     * Takes what people and files write.
     *
     * @throws IllegalArgumentException when there is no such zone
     */
    public Zone {
        try {
            id = ZoneId.of(id).normalized().equals(ZoneOffset.UTC) ? "UTC" : id;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "“" + id + "” is no time zone such as Europe/Berlin, America/New_York or UTC", e);
        }
    }

    public ZoneId java() {
        return ZoneId.of(id);
    }

    public boolean isUtc() {
        return id.equals("UTC");
    }

    /** What the clock shows at a moment. */
    public LocalDateTime clock(Instant moment) {
        return LocalDateTime.ofInstant(moment, java());
    }

    /** Which day it is at a moment. */
    public LocalDate day(Instant moment) {
        return clock(moment).toLocalDate();
    }

    /** When a day begins; that is not at midnight where clocks are put on at midnight. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(java()).toInstant();
    }

    /** Whether a day begins at a moment. */
    public boolean isStartOfDay(Instant moment) {
        return startOf(day(moment)).equals(moment);
    }

    @Override
    public String toString() {
        return id;
    }
}
