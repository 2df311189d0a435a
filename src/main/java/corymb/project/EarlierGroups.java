package corymb.project;

import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.Comparison;
import java.util.List;

/**
 * The groups of the clustering before, beside those of the newest.
 *
 * @param made the clustering before
 * @param comparison the customers in both, by the earlier and the newest groups
 */
public record EarlierGroups(Made<Clustering> made, Comparison comparison) {
    /** What they are called. */
    public List<String> names() {
        return made.value().clusters().stream().map(ClusterProfile::name).toList();
    }
}
