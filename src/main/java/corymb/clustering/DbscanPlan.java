package corymb.clustering;

/**
 * How dense a place must be to belong to a cluster.
 *
 * @param radius how near a row must lie to count as a neighbour, above 0, in scaled units; exactly so near is near enough
 * @param minPoints how many neighbours, itself included, make a row the core of a cluster, at least 1
 */
public record DbscanPlan(double radius, int minPoints) {
    public DbscanPlan {
        if (!(radius > 0) || minPoints < 1) {
            throw new IllegalArgumentException(
                    "A radius above 0 and at least one point, not " + radius + " and " + minPoints);
        }
    }
}
