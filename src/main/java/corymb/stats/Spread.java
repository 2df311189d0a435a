package corymb.stats;

import java.util.Arrays;

/**
 * Where numbers lie and how wide they are.
 *
 * <p>As scikit-learn's StandardScaler, RobustScaler and MinMaxScaler have them: population standard deviation, quantiles interpolated
 * linearly. Numbers without spread have the width 0.
 */
public record Spread(double middle, double width) {
    private static final Spread NONE = new Spread(0, 1);

    /** Of numbers, as a scaling takes it; of no numbers there is none. */
    public static Spread of(Scaling scaling, double... values) {
        if (values.length == 0) {
            return NONE;
        }
        return switch (scaling) {
            case STANDARD -> standard(values);
            case ROBUST -> {
                var sorted = values.clone();
                Arrays.sort(sorted);
                yield robust(sorted);
            }
            case MINMAX -> minMax(values);
            case NONE -> NONE;
        };
    }

    /** Mean and population standard deviation; rounding alone, relative to the values' size, is no spread. */
    public static Spread standard(double... values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return new Spread(mean, deviation > Math.abs(mean) * 1e-12 ? deviation : 0);
    }

    /** Median and distance of the quartiles of sorted numbers; of none there is none. */
    public static Spread robust(double... sorted) {
        return sorted.length == 0
                ? NONE
                : new Spread(quantile(sorted, 0.5), quantile(sorted, 0.75) - quantile(sorted, 0.25));
    }

    /**
     * A quantile, interpolated linearly.
     *
     * @param sorted ascending, one at least
     * @param part 0 to 1
     */
    public static double quantile(double[] sorted, double part) {
        return quantile(sorted, sorted.length, part);
    }

    /** The same of the first {@code size} numbers. */
    public static double quantile(double[] sorted, int size, double part) {
        double position = part * (size - 1);
        int below = (int) position;
        int above = Math.min(below + 1, size - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static Spread minMax(double... values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return new Spread(low, high - low);
    }

    /** How many widths a value lies from the middle; 0 where there is no width. */
    public double standardised(double value) {
        return width > 0 ? (value - middle) / width : 0;
    }
}
