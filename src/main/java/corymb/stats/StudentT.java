package corymb.stats;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;

/**
 * Student's t distribution, exact far out in its tails.
 *
 * @param degreesOfFreedom above 0
 */
public record StudentT(double degreesOfFreedom) {
    private static final int STEPS = 400;

    /** Where the weight of the mixing distribution has fallen to exp(-40) of its peak. */
    private static final double NEGLIGIBLE = 40;

    public StudentT {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("Degrees of freedom above 0, not " + degreesOfFreedom);
        }
    }

    /** P(|T| at least |t|). */
    public double twoSided(double t) {
        double square = t * t;
        return square < 1
                ? 1 - Beta.regularizedBeta(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2)
                : Beta.regularizedBeta(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5);
    }

    /** P(T above t). */
    public double survival(double t) {
        return t >= 0 ? twoSided(t) / 2 : 1 - twoSided(t) / 2;
    }

    /** The value that |T| exceeds with probability {@code alpha}. */
    public double critical(double alpha) {
        return -new TDistribution(degreesOfFreedom).inverseCumulativeProbability(alpha / 2);
    }

    /**
     * The probability that a noncentral T lies beyond plus or minus {@code critical}: the power of a two-sided t test.
     *
     * <p>T is (Z + noncentrality) / S with S the root of a chi-square over its degrees of freedom; the normal tails are averaged
     * over log S by the trapezoidal rule, which converges exponentially on this smooth and vanishing weight.
     *
     * <p>Reference: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 2, chapter 31, 1995, ISBN 0471584940.
     *
     * <p>Cost: 401 normal tails.
     */
    public double beyond(double critical, double noncentrality) {
        double low = -Math.sqrt(NEGLIGIBLE / degreesOfFreedom) - NEGLIGIBLE / degreesOfFreedom;
        double high = Math.sqrt(NEGLIGIBLE / degreesOfFreedom);
        double weights = 0;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double logScale = low + (high - low) * i / STEPS;
            double scale = Math.exp(logScale);
            double weight = Math.exp(degreesOfFreedom * (logScale - scale * scale / 2 + 0.5));
            weights += weight;
            sum += weight
                    * (StandardNormal.survival(critical * scale - noncentrality)
                            + StandardNormal.survival(critical * scale + noncentrality));
        }
        return sum / weights;
    }
}
