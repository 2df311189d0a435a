package corymb.experiment;

/**
 * The accepted approximations for the size of a two-sided test of two rates; they differ, so a plan names its own.
 *
 * <p>Each says how far apart the groups are and how much that distance varies when there is no effect and when there is; then
 * n a group = ((z(alpha/2) x spread without + z(power) x spread with) / distance)^2.
 *
 * <p>Reference: J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, chapter 4, 2003,
 * doi:10.1002/0471445428; J. Cohen, Statistical Power Analysis, chapter 6, 1988, ISBN 0805802835; E. Miller, sample size
 * calculator, evanmiller.org/ab-testing/sample-size.html.
 */
public enum SampleSizeFormula {
    /** Both variances as they are in their group. */
    UNPOOLED("two-sided z test of two proportions, unpooled variance"),
    /** The pooled variance without an effect, as the pooled test itself uses. */
    POOLED("two-sided z test of two proportions, pooled variance"),
    /** Cohen's h: rates on the scale where their variance is constant. */
    ARCSINE("two-sided z test of two proportions, arcsine transformation"),
    /** Twice the baseline's variance without an effect. */
    EVAN_MILLER("two-sided z test of two proportions, variance of the baseline (Evan Miller)");

    private final String label;

    SampleSizeFormula(String label) {
        this.label = label;
    }

    /** The formula's name in full. */
    public String label() {
        return label;
    }

    double distance(double baseline, double treated) {
        return switch (this) {
            case UNPOOLED, POOLED, EVAN_MILLER -> Math.abs(treated - baseline);
            case ARCSINE -> Math.abs(angle(treated) - angle(baseline));
        };
    }

    double spreadWithout(double baseline, double treated) {
        return switch (this) {
            case UNPOOLED -> Math.sqrt(variance(baseline) + variance(treated));
            case POOLED -> Math.sqrt(2 * variance((baseline + treated) / 2));
            case ARCSINE -> Math.sqrt(2);
            case EVAN_MILLER -> Math.sqrt(2 * variance(baseline));
        };
    }

    double spreadWith(double baseline, double treated) {
        return switch (this) {
            case UNPOOLED, POOLED, EVAN_MILLER -> Math.sqrt(variance(baseline) + variance(treated));
            case ARCSINE -> Math.sqrt(2);
        };
    }

    private static double angle(double rate) {
        return 2 * Math.asin(Math.sqrt(rate));
    }

    private static double variance(double rate) {
        return rate * (1 - rate);
    }
}
