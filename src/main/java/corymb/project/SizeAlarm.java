package corymb.project;

import corymb.segment.Moved;
import corymb.segment.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A segment whose size changed more than it should go unseen, when its members were found last.
 *
 * @param name the segment
 * @param before how many were in it
 * @param now how many are in it
 * @param most the cause that changed its size most
 */
public record SizeAlarm(String name, long before, long now, Moved most) {
    /** From this part of its size on a change is told. */
    private static final double TOLD = 0.2;

    /** People come and go by chance: the difference of so many who move has the square root of their number as its deviation. */
    private static final double DEVIATIONS = 3;

    /** Those of some segments, the largest change first. */
    public static List<SizeAlarm> of(List<Made<Segment>> segments) {
        return segments.stream()
                .flatMap(made -> of(made).stream())
                .sorted(Comparator.comparingLong(SizeAlarm::change).reversed())
                .toList();
    }

    /** Whether so many of those who moved are more than come or go by chance. */
    static boolean isBeyondChance(long people, long movers) {
        return people > DEVIATIONS * Math.sqrt((double) movers);
    }

    private long change() {
        return Math.abs(now - before);
    }

    /** The alarm of a segment; empty where its size changed by less than a fifth, or not more than chance brings. */
    static Optional<SizeAlarm> of(Made<Segment> made) {
        var segment = made.value();
        var moves = segment.moves();
        long before = segment.countBefore();
        long change = Math.abs(segment.count() - before);
        boolean isTold = change >= TOLD * before && isBeyondChance(change, moves.entered() + moves.left());
        return moves.latest().stream()
                .max(Comparator.comparingLong(moved -> Math.abs(moved.entered() - moved.left())))
                .filter(_ -> isTold)
                .map(most -> new SizeAlarm(segment.name(), before, segment.count(), most));
    }
}
