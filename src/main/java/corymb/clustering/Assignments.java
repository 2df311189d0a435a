package corymb.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The cluster of each row, immutable. */
public final class Assignments {
    private final int[] clusters;
    private final int clusterCount;

    /**
     * Takes the clusters in row order.
     *
     * @param clusterCount how many clusters there are
     * @param clusters each from 0 to before {@code clusterCount}
     */
    public Assignments(int clusterCount, int... clusters) {
        this.clusterCount = clusterCount;
        this.clusters = clusters.clone();
        for (int cluster : clusters) {
            if (cluster < 0 || cluster >= clusterCount) {
                throw new IllegalArgumentException("No cluster " + cluster + " among " + clusterCount);
            }
        }
    }

    public int get(int row) {
        return clusters[row];
    }

    /** How many rows there are. */
    public int size() {
        return clusters.length;
    }

    public int clusterCount() {
        return clusterCount;
    }

    /** How many rows each cluster has, in order of the clusters. */
    public List<Long> sizes() {
        var sizes = new long[clusterCount];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        return Arrays.stream(sizes).boxed().toList();
    }

    /** The clusters in row order. */
    public IntStream stream() {
        return Arrays.stream(clusters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignments that
                && clusterCount == that.clusterCount
                && Arrays.equals(clusters, that.clusters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(clusters);
    }
}
