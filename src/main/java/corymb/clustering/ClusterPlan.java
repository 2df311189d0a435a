package corymb.clustering;

import corymb.preparation.PreparationPlan;
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
 * @param preparation what is done to them before; the usual where nothing is said
 */
public record ClusterPlan(
        List<String> features, Scaling scaling, ClusterMethod method, Seed seed, PreparationPlan preparation) {
    public ClusterPlan {
        features = List.copyOf(features);
        // Earlier versions did the usual without saying so.
        preparation = preparation.isNone() ? PreparationPlan.USUAL : preparation;
        if (features.isEmpty()) {
            throw new IllegalArgumentException("At least one feature");
        }
    }

    /** On features that are prepared in the usual way. */
    public ClusterPlan(List<String> features, Scaling scaling, ClusterMethod method, Seed seed) {
        this(features, scaling, method, seed, PreparationPlan.NONE);
    }

    /** Two to twelve clusters by k-means on standardised features, three starts each. */
    public static ClusterPlan of(List<String> features) {
        return new ClusterPlan(
                features, Scaling.STANDARD, new ClusterMethod.KMeans(new Counts(2, 12), 3, 300), new Seed(1));
    }

    /** The same with exactly that many clusters. */
    public ClusterPlan trying(int clusters) {
        return new ClusterPlan(features, scaling, method.trying(new Counts(clusters, clusters)), seed, preparation);
    }

    /** The same on features that are prepared in another way. */
    public ClusterPlan prepared(PreparationPlan by) {
        return new ClusterPlan(features, scaling, method, seed, by);
    }
}
