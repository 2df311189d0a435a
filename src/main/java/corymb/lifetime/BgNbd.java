package corymb.lifetime;

import corymb.work.Progress;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * The BG/NBD model: while active, people buy at random at a rate of their own; after each purchase they may leave for good.
 *
 * <p>Reference: P. S. Fader, B. G. S. Hardie and K. L. Lee, “Counting your customers” the easy way: an alternative to the
 * Pareto/NBD model, 2005, doi:10.1287/mksc.1040.0098. Assumes: rates are gamma distributed over people with shape r and rate α,
 * the chances to leave beta distributed with a and b, independent of each other. Whoever has not bought again counts as active:
 * nobody leaves before the second purchase.
 *
 * @param r above 0, as the others
 * @param alpha in the unit of time of the histories
 */
public record BgNbd(double r, double alpha, double a, double b) {
    private static final double NEARLY = 1e-7;

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("Parameters are above 0");
        }
    }

    /**
     * The parameters under which what was seen is likeliest.
     *
     * <p>Cost: some forty passes over the customers.
     *
     * @throws corymb.work.Failure when nobody bought twice
     */
    public static PurchaseFit fit(List<PurchaseHistory> histories, Progress progress) {
        return new PurchaseFitting(histories, progress).fit();
    }

    /** How likely a customer is still active at the end of the observation, 0 to 1. */
    public double probabilityAlive(PurchaseHistory history) {
        if (history.repeats() == 0) {
            return 1;
        }
        double left = Math.log(a / (b + history.repeats() - 1))
                + (r + history.repeats()) * Math.log((alpha + history.observed()) / (alpha + history.last()));
        return 1 / (1 + Math.exp(left));
    }

    /**
     * How many purchases to expect of a customer from the end of the observation on.
     *
     * @param time for how long, at least 0, in the unit of the histories
     */
    public double expectedPurchases(PurchaseHistory history, double time) {
        return expectedOfActive(history.repeats(), history.observed(), time) * probabilityAlive(history);
    }

    /**
     * How many purchases to expect of a customer who is known to be still active at the end of the observation, from there on.
     *
     * @param repeats on how many days the customer bought after the first
     * @param observed how long after the first purchase the observation ends
     * @param time for how long, at least 0, in the unit of the histories
     */
    public double expectedOfActive(int repeats, double observed, double time) {
        return expected(repeats, time / (alpha + observed + time));
    }

    /**
     * How many repeat purchases to expect of somebody of whom nothing is known, from the first purchase on.
     *
     * @param time for how long, at least 0, in the unit of the histories
     */
    public double expectedOfNew(double time) {
        return expected(0, time / (alpha + time));
    }

    /**
     * (a + b + x - 1) / (a - 1) · (1 - (1 - z)^(r + x) ₂F₁(r + x, b + x; a + b + x - 1; z)), with the function after Euler's
     * transformation (Abramowitz and Stegun 15.3.3), which neither overflows for many purchases nor converges slowly.
     */
    private double expected(int repeats, double z) {
        double leaving = awayFromZero(a - 1);
        double c = awayFromZero(leaving + b + repeats);
        double stays = Math.exp(leaving * Math.log1p(-z)) * Hypergeometric.of(leaving + b - r, leaving, c, z);
        return Math.max(0, c / leaving * (1 - stays));
    }

    /** The formula is smooth where a is 1, but written as 0 by 0 there. */
    private static double awayFromZero(double number) {
        return Math.abs(number) < NEARLY ? NEARLY : number;
    }

    /**
     * How likely somebody of whom nothing is known makes just so many repeat purchases, 0 to 1.
     *
     * @param repeats at least 0
     * @param time from the first purchase, at least 0, in the unit of the histories
     */
    public double probabilityOfNew(int repeats, double time) {
        double z = time / (alpha + time);
        double none = r * Math.log1p(-z);
        double term = none;
        double fewer = 0;
        for (int j = 0; j < repeats; j++) {
            fewer += Math.exp(term);
            term += Math.log((r + j) / (j + 1) * z);
        }
        double stayed = Math.exp(logBeta(a, b + repeats) - logBeta(a, b) + term);
        return repeats == 0
                ? stayed
                : stayed + Math.exp(logBeta(a + 1, b + repeats - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
    }

    private static double logBeta(double one, double other) {
        return Gamma.logGamma(one) + Gamma.logGamma(other) - Gamma.logGamma(one + other);
    }
}
