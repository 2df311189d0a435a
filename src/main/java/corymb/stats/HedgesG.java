package corymb.stats;

/**
 * How many standard deviations apart the means of two groups are: Cohen's d with the pooled standard deviation, less its bias in small
 * groups; differences are one minus other.
 *
 * <p>Reference: L. V. Hedges, Distribution theory for Glass's estimator of effect size and related estimators, 1981,
 * doi:10.3102/10769986006002107; L. V. Hedges, I. Olkin, Statistical Methods for Meta-Analysis, 1985, ISBN 0123363802, chapter 5, for
 * the interval.
 *
 * <p>Assumes: independent people, and spreads of the same order.
 */
public record HedgesG(Moments one, Moments other) {
    /** Whether there is something to measure: two values or more in each group, not all alike. */
    public boolean isMeasurable() {
        return one.count() > 1 && other.count() > 1 && pooled() > 0;
    }

    public double value() {
        double degrees = one.count() + other.count() - 2.0;
        return (one.mean() - other.mean()) / pooled() * (1 - 3 / (4 * degrees - 1));
    }

    /** The interval from the normal approximation; {@code alpha} is 0.05 for 95 %. */
    public Interval interval(double alpha) {
        double all = (double) one.count() + other.count();
        double variance = all / ((double) one.count() * other.count()) + value() * value() / (2 * all);
        double half = StandardNormal.critical(alpha) * Math.sqrt(variance);
        return new Interval(value() - half, value() + half);
    }

    private double pooled() {
        double squares = one.variance() * (one.count() - 1) + other.variance() * (other.count() - 1);
        return Math.sqrt(squares / (one.count() + other.count() - 2.0));
    }
}
