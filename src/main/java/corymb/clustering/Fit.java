package corymb.clustering;

/**
 * How well a rule tells a cluster.
 *
 * @param caught rows of the cluster that the rule holds for
 * @param strangers rows of other clusters, or of none, that it holds for
 * @param missed rows of the cluster that it does not hold for
 * @param others rows of other clusters, or of none, that it does not hold for
 */
public record Fit(long caught, long strangers, long missed, long others) {
    /** The part of the rows for which the rule says right whether they belong to the cluster. */
    public double accuracy() {
        return part(caught + others, caught + strangers + missed + others);
    }

    /** The part of those the rule holds for who belong to the cluster; 0 where it holds for nobody. */
    public double precision() {
        return part(caught, caught + strangers);
    }

    /** The part of the cluster that the rule holds for. */
    public double recall() {
        return part(caught, caught + missed);
    }

    private static double part(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
