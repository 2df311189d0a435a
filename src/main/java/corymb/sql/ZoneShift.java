package corymb.sql;

import corymb.table.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How far the clock of a zone is ahead of UTC, as a formula of an instant.
 *
 * <p>It asks a row about nine times, halving the changes of the clock there ever were and, by today's law, will be until
 * {@value #LAST_YEAR}; afterwards the clock is taken to stand as it does then.
 */
record ZoneShift(List<ZoneOffsetTransition> changes, ZoneOffset first) {
    static final int LAST_YEAR = 2050;

    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    static ZoneShift of(Zone zone) {
        var rules = zone.java().getRules();
        return new ZoneShift(changes(rules), rules.getOffset(Instant.MIN));
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var next = rules.nextTransition(Instant.MIN);
        while (next != null && next.getDateTimeBefore().getYear() <= LAST_YEAR) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    /** In seconds, at an instant. */
    String seconds(String instant) {
        return seconds(instant, change -> LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC));
    }

    /**
     * In seconds, when a day begins by this clock that would begin at an instant by that of UTC. Where midnight is left out or
     * comes twice, that is before the clock changes.
     */
    String secondsAtStartOfDay(String midnight) {
        return seconds(midnight, change -> change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore());
    }

    private String seconds(String time, Function<ZoneOffsetTransition, LocalDateTime> when) {
        return "(" + seconds(time, when, 0, changes.size()) + ")";
    }

    /** Where at least {@code from} and at most {@code to} changes are past. */
    private String seconds(String time, Function<ZoneOffsetTransition, LocalDateTime> when, int from, int to) {
        if (from == to) {
            var offset = from == 0 ? first : changes.get(from - 1).getOffsetAfter();
            return Integer.toString(offset.getTotalSeconds());
        }
        int middle = (from + to + 1) / 2;
        return "case when " + time + " < timestamp '" + LITERAL.format(when.apply(changes.get(middle - 1))) + "' then "
                + seconds(time, when, from, middle - 1) + " else " + seconds(time, when, middle, to) + " end";
    }
}
