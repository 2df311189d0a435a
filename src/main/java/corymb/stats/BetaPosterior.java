package corymb.stats;

import org.hipparchus.special.Beta;

/**
 * What is known about a rate after counting, as a beta distribution with whole parameters.
 *
 * @param alpha successes + 1, at least 1
 * @param beta failures + 1, at least 1
 */
public record BetaPosterior(long alpha, long beta) {
    public BetaPosterior {
        if (alpha < 1 || beta < 1) {
            throw new IllegalArgumentException("Beta(" + alpha + ", " + beta + ")");
        }
    }

    /** Starting from the uniform prior Beta(1, 1). */
    public static BetaPosterior of(Proportion group) {
        return new BetaPosterior(group.successes() + 1, group.total() - group.successes() + 1);
    }

    public double mean() {
        return (double) alpha / (alpha + beta);
    }

    /**
     * The probability that this rate is above the other, as an exact sum of positive terms.
     *
     * <p>Reference: E. Miller, Formulas for Bayesian A/B testing, 2015, evanmiller.org/bayesian-ab-testing.html.
     *
     * <p>Cost: as many terms as the smaller of this alpha and the other's beta.
     */
    public double probabilityAbove(BetaPosterior other) {
        return alpha <= other.beta ? sum(this, other) : sum(other.mirrored(), mirrored());
    }

    /**
     * How much of the rate is lost on average by choosing this one although the other may be better.
     *
     * <p>Reference: C. Stucchio, Bayesian A/B testing at VWO, 2015.
     */
    public double expectedLoss(BetaPosterior other) {
        double otherGains = other.mean() * other.oneMore().probabilityAbove(this);
        double thisKeeps = mean() * other.probabilityAbove(oneMore());
        return Math.max(0, otherGains - thisKeeps);
    }

    private BetaPosterior mirrored() {
        return new BetaPosterior(/* alpha= */ beta, /* beta= */ alpha);
    }

    private BetaPosterior oneMore() {
        return new BetaPosterior(alpha + 1, beta);
    }

    /** Runs in logarithms from term to term, since the first terms of large counts are below the smallest double. */
    private static double sum(BetaPosterior above, BetaPosterior below) {
        double start = below.alpha;
        double together = (double) above.beta + below.beta;
        double logTerm = Beta.logBeta(start, together) - Beta.logBeta(start, (double) below.beta);
        double sum = 0;
        for (long i = 0; i < above.alpha; i++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((start + i) / (start + together + i) * ((above.beta + i) / (1.0 + i)));
        }
        return Math.min(1, sum);
    }
}
