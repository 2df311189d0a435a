package corymb.stats;

import java.util.List;

/**
 * Two groups, compared by how many of each did something; differences are treated minus control.
 *
 * <p>Assumes: independent people, and about 5 successes and failures in each group for the normal approximation.
 */
public record TwoProportions(Proportion control, Proportion treated) {
    public double difference() {
        return treated.rate() - control.rate();
    }

    /** Whether there is something to test: some did, and some did not. */
    public boolean isTestable() {
        long successes = control.successes() + treated.successes();
        return successes > 0 && successes < control.total() + treated.total();
    }

    /** The z test with the pooled variance; its square is the 2 x 2 chi-square. NaN when nobody or everybody did. */
    public TestResult zTest() {
        double pooled = (double) (control.successes() + treated.successes()) / (control.total() + treated.total());
        double z = difference() / Math.sqrt(pooled * (1 - pooled) * (1.0 / control.total() + 1.0 / treated.total()));
        return new TestResult("two-proportion z test", z, Double.POSITIVE_INFINITY, StandardNormal.twoSided(z));
    }

    /** The counts as a table for {@link ChiSquareTest}: control and treated, did and did not. */
    public List<List<Long>> table() {
        return List.of(row(control), row(treated));
    }

    private static List<Long> row(Proportion group) {
        return List.of(group.successes(), group.total() - group.successes());
    }

    /** The interval of the difference from the unpooled normal approximation. */
    public Interval wald(double alpha) {
        double half = StandardNormal.critical(alpha) * Math.sqrt(control.variance() + treated.variance());
        return new Interval(difference() - half, difference() + half);
    }

    /**
     * The hybrid score interval of the difference, right for small groups and rates near 0 and 1 too.
     *
     * <p>Reference: R. G. Newcombe, Interval estimation for the difference between independent proportions (method 10), 1998,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
     */
    public Interval newcombe(double alpha) {
        var below = control.wilson(alpha);
        var above = treated.wilson(alpha);
        double down = Math.hypot(treated.rate() - above.low(), below.high() - control.rate());
        double up = Math.hypot(above.high() - treated.rate(), control.rate() - below.low());
        return new Interval(difference() - down, difference() + up);
    }
}
