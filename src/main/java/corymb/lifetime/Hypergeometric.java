package corymb.lifetime;

/**
 * The Gaussian hypergeometric function by its power series.
 *
 * <p>Reference: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 15.1.1. Cost: as many terms as it takes
 * for them to vanish; some fifty for z = 0.5, a few thousand close to 1.
 */
final class Hypergeometric {
    private static final int MOST_TERMS = 100_000;

    private Hypergeometric() {}

    /**
     * ₂F₁(a, b; c; z).
     *
     * @param c not 0 nor a negative whole number
     * @param z at least 0 and below 1
     */
    static double of(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) <= Math.ulp(sum) * (1 - z)) {
                break;
            }
        }
        return sum;
    }
}
