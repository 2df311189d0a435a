package corymb.feature;

import java.util.Arrays;

/** How many events one customer has of each level. */
final class LevelTally {
    private int[] events = new int[64];
    private int[] levels = new int[64];
    private int[] counts = new int[64];
    private int size;
    private int met;

    /** Forgets what was counted. */
    void clear() {
        size = 0;
        met = 0;
    }

    /** Adds an event; one of no level has one below 0. */
    void add(int level) {
        if (level >= 0) {
            if (size == events.length) {
                events = Arrays.copyOf(events, 2 * size);
            }
            events[size++] = level;
        }
    }

    /** Counts what was added. */
    void count() {
        Arrays.sort(events, 0, size);
        if (size > levels.length) {
            levels = new int[events.length];
            counts = new int[events.length];
        }
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
