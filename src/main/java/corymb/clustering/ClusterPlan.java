package corymb.clustering;

import corymb.stats.Seed;
import java.util.List;

/**
 * What decides the outcome of a clustering.
 *
 * @param features the names of the features to cluster on, at least one
 * @param scaling how they are brought to one scale
 * @param minClusters the fewest clusters to try, at least 2
 * @param maxClusters the most clusters to try
 * @param starts how many times each number of clusters is started anew, at least 1
 * @param maxRounds when a start gives up, at least 1
 * @param seed what makes it repeatable
 */
public record ClusterPlan(
        List<String> features,
        Scaling scaling,
        int minClusters,
        int maxClusters,
        int starts,
        int maxRounds,
        Seed seed) {
    public ClusterPlan {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("At least one feature");
        }
        if (minClusters < 2 || maxClusters < minClusters) {
            throw new IllegalArgumentException("Not a range of cluster counts: " + minClusters + " to " + maxClusters);
        }
        if (starts < 1 || maxRounds < 1) {
            throw new IllegalArgumentException("At least one start and one round, not " + starts + " and " + maxRounds);
        }
    }

    /** Two to twelve clusters on standardised features, three starts each. */
    public static ClusterPlan of(List<String> features) {
        return new ClusterPlan(features, Scaling.STANDARD, 2, 12, 3, 300, new Seed(1));
    }

    /** How to look for that many clusters by this plan. */
    public KMeansPlan kMeans(int clusters) {
        return new KMeansPlan(clusters, starts, maxRounds, seed.derive(clusters));
    }
}
