package corymb.project;

import corymb.clustering.Comparison;
import java.util.List;

/**
 * The groups of the clustering before, beside those of the newest.
 *
 * @param names what they are called
 * @param comparison the customers in both, by the earlier and the newest groups
 */
public record EarlierGroups(List<String> names, Comparison comparison) {
    public EarlierGroups {
        names = List.copyOf(names);
    }
}
