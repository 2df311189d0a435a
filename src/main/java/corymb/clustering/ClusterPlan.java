package corymb.clustering;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import java.util.List;

/**
 * What decides the outcome of a clustering.
 *
 * @param features the names of the features to cluster on, at least one
 * @param scaling how they are brought to one scale
 * @param method how groups are looked for
 * @param seed what makes it repeatable
 */
public record ClusterPlan(List<String> features, Scaling scaling, ClusterMethod method, Seed seed) {
    public ClusterPlan {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("At least one feature");
        }
    }

    /** Two to twelve clusters by k-means on standardised features, three starts each. */
    public static ClusterPlan of(List<String> features) {
        return new ClusterPlan(
                features, Scaling.STANDARD, new ClusterMethod.KMeans(new Counts(2, 12), 3, 300), new Seed(1));
    }

    /** The same with exactly that many clusters. */
    public ClusterPlan trying(int clusters) {
        return new ClusterPlan(features, scaling, method.trying(new Counts(clusters, clusters)), seed);
    }
}
