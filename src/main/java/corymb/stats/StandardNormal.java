package corymb.stats;

import org.hipparchus.special.Erf;

/** The standard normal distribution, exact far out in its tails. */
public final class StandardNormal {
    private static final double ROOT_OF_TWO = Math.sqrt(2);

    private StandardNormal() {}

    public static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** P(Z at most z). */
    public static double cumulative(double z) {
        return survival(-z);
    }

    /** P(Z above z). */
    public static double survival(double z) {
        return Erf.erfc(z / ROOT_OF_TWO) / 2;
    }

    /** P(|Z| at least |z|). */
    public static double twoSided(double z) {
        return Erf.erfc(Math.abs(z) / ROOT_OF_TWO);
    }

    /** The value that Z stays below with probability {@code p}. */
    public static double quantile(double p) {
        return ROOT_OF_TWO * Erf.erfInv(2 * p - 1);
    }

    /** The value that |Z| exceeds with probability {@code alpha}. */
    public static double critical(double alpha) {
        return -quantile(alpha / 2);
    }
}
