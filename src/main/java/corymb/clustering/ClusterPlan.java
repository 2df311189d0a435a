package corymb.clustering;

import corymb.preparation.PreparationPlan;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * What decides the outcome of a clustering.
 *
 * @param features the names of the features to cluster on, at least one
 * @param scaling how they are brought to one scale
 * @param method how groups are looked for
 * @param seed what makes it repeatable
 * @param preparation what is done to them before; the usual where nothing is said
 * @param beginning where a method that moves centres begins
 * @param weight the feature that says how much each customer counts for such a method; without one all count alike
 * @param within the segment among whose members groups are looked for; empty for all customers
 */
public record ClusterPlan(
        List<String> features,
        Scaling scaling,
        ClusterMethod method,
        Seed seed,
        PreparationPlan preparation,
        Beginning beginning,
        Optional<String> weight,
        Optional<String> within) {
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
        this(features, scaling, method, seed, PreparationPlan.NONE, Beginning.NONE, Optional.empty(), Optional.empty());
    }

    /** Two to twelve clusters by k-means on standardised features, three starts each. */
    public static ClusterPlan of(List<String> features) {
        return new ClusterPlan(
                features, Scaling.STANDARD, new ClusterMethod.KMeans(new Counts(2, 12), 3, 300), new Seed(1));
    }

    /** The same with exactly that many clusters. */
    public ClusterPlan trying(int clusters) {
        return trying(new Counts(clusters, clusters));
    }

    /** The same with other numbers of clusters; with others than those of the groups to begin from it begins as usual. */
    public ClusterPlan trying(Counts counts) {
        var begun = counts.stream().anyMatch(beginning::fits) ? beginning : Beginning.NONE;
        return new ClusterPlan(features, scaling, method.trying(counts), seed, preparation, begun, weight, within);
    }

    /** The same by another method. */
    ClusterPlan by(ClusterMethod other) {
        return new ClusterPlan(features, scaling, other, seed, preparation, beginning, weight, within);
    }

    /** The same on features that are prepared in another way. */
    public ClusterPlan prepared(PreparationPlan by) {
        return new ClusterPlan(features, scaling, method, seed, by, beginning, weight, within);
    }

    /** Features as they stand, as numbers and categories, where the method compares these. */
    public Optional<MixedRows> mixed(Table given) {
        return method instanceof ClusterMethod.Mixed ? Optional.of(MixedRows.of(given)) : Optional.empty();
    }

    /** The same with another place to begin. */
    public ClusterPlan beginning(Beginning at) {
        return new ClusterPlan(features, scaling, method, seed, preparation, at, weight, within);
    }

    /** The same with customers who count by a feature. */
    public ClusterPlan weighing(Optional<String> by) {
        return new ClusterPlan(features, scaling, method, seed, preparation, beginning, by, within);
    }

    /** The same among the members of a segment, or among all customers. */
    public ClusterPlan within(Optional<String> segment) {
        return new ClusterPlan(features, scaling, method, seed, preparation, beginning, weight, segment);
    }
}
