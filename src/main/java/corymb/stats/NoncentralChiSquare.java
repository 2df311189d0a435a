package corymb.stats;

/**
 * The noncentral chi-square distribution, to about two thousandths of probability, and closer the farther it is off centre.
 *
 * <p>Reference: M. Sankaran, Approximations to the non-central chi-square distribution, Biometrika 50, 1963,
 * doi:10.1093/biomet/50.1-2.199.
 *
 * @param degreesOfFreedom above 0
 */
public record NoncentralChiSquare(double degreesOfFreedom) {
    private static final int HALVINGS = 200;

    public NoncentralChiSquare {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("Degrees of freedom above 0, not " + degreesOfFreedom);
        }
    }

    /** P(chi-square at most x) where it is off centre by so much. */
    public double cumulative(double x, double noncentrality) {
        if (noncentrality == 0) {
            return 1 - ChiSquareTest.survival(x, degreesOfFreedom);
        }
        double sum = degreesOfFreedom + noncentrality;
        double twice = degreesOfFreedom + 2 * noncentrality;
        double h = 1 - 2 * sum * (degreesOfFreedom + 3 * noncentrality) / (3 * twice * twice);
        double p = twice / (sum * sum);
        double m = (h - 1) * (1 - 3 * h);
        double mean = 1 + h * p * (h - 1 - 0.5 * (2 - h) * m * p);
        double deviation = h * Math.sqrt(2 * p) * (1 + 0.5 * m * p);
        return StandardNormal.cumulative((Math.pow(x / sum, h) - mean) / deviation);
    }

    /**
     * How far off centre the distribution may be for {@code x} to be no rarer than {@code alpha} in both directions; {@code alpha} is 0.05
     * for 95 %.
     */
    public Interval noncentrality(double x, double alpha) {
        return new Interval(solved(x, 1 - alpha / 2), solved(x, alpha / 2));
    }

    /** Where P(at most x) falls to {@code probability}; 0 where it is less from the start. */
    private double solved(double x, double probability) {
        double low = 0;
        double high = 4 * x + 100;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(x, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
