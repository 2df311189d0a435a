package corymb.feature;

import corymb.stats.Moments;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many events one customer has of each level; days and weeks count as levels.
 *
 * <p>What is told of the customer's events is copied here first: they lie far apart, and the processor fetches several at once where
 * nothing depends on what it finds.
 */
final class LevelTally {
    /** The number of 1970's first day or week, so that those before have one too. */
    static final int DAY_0 = 1 << 30;

    private int[] taken = new int[512];
    private int width;
    private int end;
    private int[] events = new int[64];
    private int[] levels = new int[64];
    private int[] counts = new int[64];
    private int size;
    private int met;
    private boolean isSorted;

    /** Forgets the customer before. */
    void begin(int cellsOfEach) {
        width = cellsOfEach;
        end = 0;
    }

    /** Takes what is told of an event, which begins at a place. */
    void take(int[] cells, int from) {
        if (end + width > taken.length) {
            taken = Arrays.copyOf(taken, 2 * (end + width));
        }
        System.arraycopy(cells, from, taken, end, width);
        end += width;
    }

    /** Counts, of the events that meet a condition, the levels that a column tells; one of no level has a number below 0 there. */
    void count(int condition, int column) {
        if (events.length < end / width) {
            events = new int[taken.length / width];
            levels = new int[events.length];
            counts = new int[events.length];
        }
        size = 0;
        for (int event = 0; event < end; event += width) {
            events[size] = taken[event + column];
            size += (taken[event + EventCells.MET] & condition) != 0 && events[size] >= 0 ? 1 : 0;
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
            case LevelFigure.Kind.LEVELS -> levels();
            case LevelFigure.Kind.COMMONEST -> commonest();
            case LevelFigure.Kind.EVENTS -> size == 0 ? Double.NaN : size;
            case LevelFigure.Kind.LOGARITHMS -> size == 0 ? Double.NaN : logarithms();
            case DayFigure(var kind, var from) -> ofDays(kind, from + DAY_0);
        };
    }

    private double ofDays(DayFigure.Kind kind, double from) {
        return switch (kind) {
            case DAYS -> levels();
            case GAP_MEAN -> Moments.of(gaps(from)).mean();
            case GAP_DEVIATION -> Math.sqrt(Moments.of(gaps(from)).variance());
            case LONGEST_GAP -> Arrays.stream(gaps(from)).max().orElse(Double.NaN);
            case LONGEST_RUN -> longestRun();
        };
    }

    private int levels() {
        sort();
        return met;
    }

    private double[] gaps(double from) {
        return IntStream.range(1, Math.max(1, levels()))
                .filter(level -> levels[level] >= from)
                .mapToDouble(level -> levels[level] - levels[level - 1])
                .toArray();
    }

    private double longestRun() {
        int longest = 0;
        int run = 0;
        for (int level = 0; level < levels(); level++) {
            run = level > 0 && levels[level] == levels[level - 1] + 1 ? run + 1 : 1;
            longest = Math.max(longest, run);
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
