package corymb.chart;

/**
 * What one direction of a chart measures.
 *
 * @param label what and in which unit: "Spend a year, €"; empty when the subtitle says it
 * @param measure how its numbers are written
 */
public record Axis(String label, Measure measure) {
    public static Axis of(String label) {
        return new Axis(label, Measure.NUMBER);
    }

    public static Axis percent(String label) {
        return new Axis(label, Measure.SHARE);
    }

    /** Of points of 100, which all fit on it whatever the marks are. */
    public static Axis score(String label) {
        return new Axis(label, Measure.SCORE);
    }

    /** Of standard deviations, which reach from the mean only so far: see {@link Deviations}. */
    public static Axis deviations(String label) {
        return new Axis(label, Measure.DEVIATION);
    }

    /** Where a value stands on it. */
    double drawn(double value) {
        return measure == Measure.DEVIATION ? Deviations.drawn(value) : value;
    }

    String format(double value, Numbers.Ticks ticks) {
        return switch (measure) {
            case NUMBER, SCORE, DEVIATION -> Numbers.local().tick(value, ticks);
            case SHARE -> Numbers.local().percentTick(value, ticks);
        };
    }

    /** How numbers are written. */
    public enum Measure {
        /** Plain numbers. */
        NUMBER,
        /** Points, 0 to 100. */
        SCORE,
        /** Standard deviations from a mean. */
        DEVIATION,
        /** Parts of a whole, 0 to 1, written as percent. */
        SHARE
    }
}
