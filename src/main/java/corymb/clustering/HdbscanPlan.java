package corymb.clustering;

/**
 * What counts as a cluster, where places may be of different density.
 *
 * @param minClusterSize the fewest rows that make a cluster, at least 2
 * @param minPoints how many neighbours, itself included, tell how dense a row's place is, at least 1
 */
public record HdbscanPlan(int minClusterSize, int minPoints) {
    public HdbscanPlan {
        if (minClusterSize < 2 || minPoints < 1) {
            throw new IllegalArgumentException(
                    "At least two rows and one point, not " + minClusterSize + " and " + minPoints);
        }
    }
}
