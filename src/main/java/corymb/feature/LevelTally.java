package corymb.feature;

import java.util.Arrays;

/**
 * How many events one customer has of each level.
 *
 * <p>What is told of the customer's events is copied here first: they lie far apart, and the processor fetches several at once where
 * nothing depends on what it finds.
 */
final class LevelTally {
    private int[] taken = new int[512];
    private int width;
    private int end;
    private int[] events = new int[64];
    private int[] levels = new int[64];
    private int[] counts = new int[64];
    private int size;
    private int met;

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
        Arrays.sort(events, 0, size);
        met = 0;
        for (int event = 0; event < size; event++) {
            if (met == 0 || levels[met - 1] != events[event]) {
                levels[met] = events[event];
                counts[met++] = 0;
            }
            counts[met - 1]++;
        }
    }

    /** NaN where there is none. */
    double figure(LevelFigure.Kind kind) {
        return switch (kind) {
            case LEVELS -> met;
            case COMMONEST -> commonest();
            case EVENTS -> size == 0 ? Double.NaN : size;
            case LOGARITHMS -> size == 0 ? Double.NaN : logarithms();
        };
    }

    private double commonest() {
        int best = 0;
        for (int level = 1; level < met; level++) {
            best = counts[level] > counts[best] ? level : best;
        }
        return met == 0 ? Double.NaN : levels[best];
    }

    private double logarithms() {
        double sum = 0;
        for (int level = 0; level < met; level++) {
            sum += counts[level] > 1 ? counts[level] * Math.log(counts[level]) : 0;
        }
        return sum;
    }
}
