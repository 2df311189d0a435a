package corymb.rule;

import corymb.table.Zone;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The moment that rules and features look back from, and whose days and hours they mean.
 *
 * @param at what happened then or later does not count
 * @param zone whose clock tells days, weeks, months and hours
 */
public record Moment(Instant at, Zone zone) {
    /** A moment by the days and hours of UTC. */
    public static Moment utc(Instant at) {
        return new Moment(at, Zone.UTC);
    }

    /** Which day it is. */
    public LocalDate day() {
        return zone.day(at);
    }

    /** The last day of which something counts. */
    public LocalDate lastDay() {
        return zone.day(at.minusNanos(1));
    }

    /** The same time of the day so many days, weeks or months before; a day may have 23 or 25 hours. */
    public Instant back(int count, Window.Unit unit) {
        var now = at.atZone(zone.java());
        return switch (unit) {
            case DAYS -> now.minusDays(count).toInstant();
            case WEEKS -> now.minusWeeks(count).toInstant();
            case MONTHS -> now.minusMonths(count).toInstant();
        };
    }
}
