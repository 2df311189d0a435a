package corymb.feature;

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
    private final EventCells.Field conditions;
    private long[] taken = new long[512];
    private int[] meets = new int[64];
    private int[] events = new int[64];
    private int[] levels = new int[64];
    private int[] counts = new int[64];
    private int all;
    private int size;
    private int met;
    private boolean isSorted;

    /** @param conditions which bits of what is told of an event say what it meets */
    LevelTally(EventCells happened, EventCells.Field conditions) {
        this.happened = happened;
        this.width = happened.width();
        this.conditions = conditions;
    }

    /** Takes a customer, from 0, and forgets the one before. */
    void take(int customer) {
        all = happened.count(customer);
        if (all > events.length) {
            meets = new int[2 * all];
            events = new int[meets.length];
            levels = new int[meets.length];
            counts = new int[meets.length];
        }
        if (all * width > taken.length) {
            taken = new long[2 * all * width];
        }
        happened.copy(customer, taken);
        for (int event = 0; event < all; event++) {
            meets[event] = conditions.of(taken, event * width);
        }
    }

    /** Counts, of the events that meet some condition of those given as bits, the levels that a field tells; 0 is none. */
    void count(int bits, EventCells.Field column) {
        int counted = 0;
        for (int event = 0; event < all; event++) {
            int level = column.of(taken, event * width);
            if ((meets[event] & bits) != 0 && level > 0) {
                events[counted++] = level;
            }
        }
        size = counted;
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

    /** How many events there are; NaN where there is none. */
    double events() {
        return size == 0 ? Double.NaN : size;
    }

    /** How many levels there are events of. */
    int levels() {
        sort();
        return met;
    }

    /** The level with most events; of several, the smallest; NaN where there is none. */
    double commonest() {
        sort();
        int best = 0;
        for (int level = 1; level < met; level++) {
            best = counts[level] > counts[best] ? level : best;
        }
        return met == 0 ? Double.NaN : levels[best];
    }

    /** n₁ ln n₁ + n₂ ln n₂ + …; NaN where there is none. */
    double logarithms() {
        sort();
        double sum = 0;
        for (int level = 0; level < met; level++) {
            sum += counts[level] > 1 ? counts[level] * Math.log(counts[level]) : 0;
        }
        return size == 0 ? Double.NaN : sum;
    }

    /** The mean of the gaps between the days; NaN where there is none. */
    double gapMean() {
        int gaps = levels() - 1;
        return gaps < 1 ? Double.NaN : (double) (levels[gaps] - levels[0]) / gaps;
    }

    /** Their standard deviation; NaN of less than two. */
    double gapDeviation() {
        double mean = gapMean();
        double squares = 0;
        for (int level = 1; level < met; level++) {
            double off = levels[level] - levels[level - 1] - mean;
            squares += off * off;
        }
        return met < 3 ? Double.NaN : Math.sqrt(squares / (met - 2));
    }

    /** The longest of the gaps that end at some day or later; NaN where there is none. */
    double longestGap(double from) {
        sort();
        int longest = -1;
        for (int level = met - 1; level > 0 && levels[level] >= from; level--) {
            longest = Math.max(longest, levels[level] - levels[level - 1]);
        }
        return longest < 0 ? Double.NaN : longest;
    }

    /** The most stretches of so many days in a row, one of which began so many days before 1970; 0 where there is none. */
    double longestRun(int days, int before) {
        sort();
        int longest = 0;
        int run = 0;
        int last = 0;
        for (int level = 0; level < met; level++) {
            int stretch = Math.floorDiv(levels[level] - DAY_0 + before, days);
            if (level == 0 || stretch != last) {
                run = level > 0 && stretch == last + 1 ? run + 1 : 1;
                longest = Math.max(longest, run);
                last = stretch;
            }
        }
        return longest;
    }
}
