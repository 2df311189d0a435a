package corymb.ui.segments;

import corymb.feature.Histogram;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where numbers stand on a slider, 0 to 1: farther apart where most customers are, so that among a few who have very much the
 * many who have little can be told apart.
 *
 * @param from the smallest number
 * @param to the largest, more than the smallest
 * @param power a place is the root of this order of a number's part of the way; 1 is even
 * @param isWhole whether only whole numbers make sense
 */
record ValueScale(double from, double to, int power, boolean isWhole) {
    /** Roots of higher order would leave no room for the few. */
    private static final int MOST_POWER = 3;

    /** So many steps or more lead from one end to the other. */
    private static final double STEPS = 100;

    /** How much finer steps are at most where numbers stand far apart. */
    private static final double FINEST = 1_000;

    /** The scale on which the customer in the middle stands as near the middle as a root brings them. */
    static ValueScale of(Histogram histogram, boolean isWhole) {
        var bins = histogram.bins();
        double from = bins.getFirst().from();
        double to = Math.max(bins.getLast().to(), Math.nextUp(from));
        var middle = middle(bins);
        double way = ((middle.from() + middle.to()) / 2 - from) / (to - from);
        double power = Math.log(way) / Math.log(0.5);
        return new ValueScale(from, to, (int) Math.clamp(Math.rint(power), 1, MOST_POWER), isWhole);
    }

    /** The bin that the customer in the middle is of. */
    private static Histogram.Bin middle(List<Histogram.Bin> bins) {
        long all = bins.stream().mapToLong(Histogram.Bin::count).sum();
        long before = 0;
        for (var bin : bins) {
            before += bin.count();
            if (2 * before >= all) {
                return bin;
            }
        }
        return bins.getLast();
    }

    /** The place of a number; what lies beyond an end stands at it. */
    double place(double number) {
        return Math.pow(Math.clamp((number - from) / (to - from), 0, 1), 1.0 / power);
    }

    /** The round number at a place. */
    double number(double place) {
        return rounded(place, 0);
    }

    /** The round number one step farther up from a place, or down where the direction is below 0. */
    double next(double place, int direction) {
        return Math.clamp(rounded(place, direction), from, to);
    }

    private double rounded(double place, int stepsAway) {
        double step = step(place);
        long steps = Math.round((from + (to - from) * Math.pow(place, power)) / step) + stepsAway;
        return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps)).doubleValue();
    }

    /** A power of ten that is about a hundredth of the way or less, as fast as numbers grow at that place. */
    private double step(double place) {
        double growth = Math.max(power * Math.pow(place, power - 1.0), 1 / FINEST);
        double step = Math.pow(10, Math.floor(Math.log10((to - from) * growth / STEPS)));
        return isWhole ? Math.max(1, step) : step;
    }
}
