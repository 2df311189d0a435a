package corymb.feature;

import corymb.stats.Moments;
import java.util.Arrays;

/**
 * How many events one customer has of each level; days count as levels.
 *
 * <p>What is told of the customer's events is copied here first: they lie far apart, and the processor fetches several at once where
 * nothing depends on what it finds.
 */
final class LevelTally {
    /** The number of 1970's first day, so that those before have one too, as far as there are times. */
    static final int DAY_0 = 1 << 27;

    static final int DAY_BITS = 28;

    private final EventCells happened;
    private final int width;
    private long[] taken = new long[512];
    private int end;
    private int[] events = new int[64];
    private int[] levels = new int[64];
    private int[] counts = new int[64];
    private int size;
    private int met;
    private boolean isSorted;

    LevelTally(EventCells happened) {
        this.happened = happened;
        this.width = happened.width();
    }

    /** Takes a customer, from 0, and forgets the one before. */
    void take(int customer) {
        int count = happened.count(customer);
        if (count > events.length) {
            events = new int[2 * count];
            levels = new int[events.length];
            counts = new int[events.length];
        }
        end = count * width;
        if (end > taken.length) {
            taken = new long[2 * end];
        }
        happened.copy(customer, taken);
    }

    /** Counts, of the events of which one field has some bit of those given, the levels that another tells; 0 is none. */
    void count(EventCells.Field conditions, int bits, EventCells.Field column) {
        size = 0;
        for (int event = 0; event < end; event += width) {
            int level = column.of(taken, event);
            if ((conditions.of(taken, event) & bits) != 0 && level > 0) {
                events[size++] = level;
            }
        }
        isSorted = false;
    }

    /** Not before it is asked for, as how many events there are needs none of it. */
    private void sort() {
        if (isSorted) {
            return;
        }
        Arrays.sort(events, 0, size);
        met = 0;
        for (int event = 0; event < size; event++) {
            if (met == 0 || levels[met - 1] != events[event]) {
                levels[met] = events[event];
                counts[met++] = 0;
            }
            counts[met - 1]++;
        }
        isSorted = true;
    }

    /** NaN where there is none. */
    double figure(TallyFigure figure) {
        return switch (figure) {
            case LevelFigure.Kind kind -> ofLevels(kind);
            case DayFigure(var kind, var from) -> ofDays(kind, from + DAY_0);
        };
    }

    /** Apart from the others, for the JVM matches patterns slowly that name single constants. */
    private double ofLevels(LevelFigure.Kind kind) {
        return switch (kind) {
            case LEVELS -> levels();
            case COMMONEST -> commonest();
            case EVENTS -> size == 0 ? Double.NaN : size;
            case LOGARITHMS -> size == 0 ? Double.NaN : logarithms();
        };
    }

    private double ofDays(DayFigure.Kind kind, double from) {
        return switch (kind) {
            case DAYS -> levels();
            case GAP_MEAN -> Moments.of(gaps(from)).mean();
            case GAP_DEVIATION -> Math.sqrt(Moments.of(gaps(from)).variance());
            case LONGEST_GAP -> Arrays.stream(gaps(from)).max().orElse(Double.NaN);
            case LONGEST_RUN -> longestRun(1, 0);
            case LONGEST_RUN_OF_WEEKS -> longestRun(Grain.DAYS_A_WEEK, Grain.SINCE_MONDAY);
        };
    }

    private int levels() {
        sort();
        return met;
    }

    private double[] gaps(double from) {
        var gaps = new double[Math.max(0, levels() - 1)];
        int found = 0;
        for (int level = 1; level < levels(); level++) {
            if (levels[level] >= from) {
                gaps[found++] = levels[level] - levels[level - 1];
            }
        }
        return Arrays.copyOf(gaps, found);
    }

    /** Of stretches of so many days, one of which began so many days before 1970. */
    private double longestRun(int days, int before) {
        int longest = 0;
        int run = 0;
        int last = 0;
        for (int level = 0; level < levels(); level++) {
            int stretch = Math.floorDiv(levels[level] - DAY_0 + before, days);
            if (level == 0 || stretch != last) {
                run = level > 0 && stretch == last + 1 ? run + 1 : 1;
                longest = Math.max(longest, run);
                last = stretch;
            }
        }
        return longest;
    }

    private double commonest() {
        int best = 0;
        for (int level = 1; level < levels(); level++) {
            best = counts[level] > counts[best] ? level : best;
        }
        return levels() == 0 ? Double.NaN : levels[best];
    }

    private double logarithms() {
        double sum = 0;
        for (int level = 0; level < levels(); level++) {
            sum += counts[level] > 1 ? counts[level] * Math.log(counts[level]) : 0;
        }
        return sum;
    }
}
