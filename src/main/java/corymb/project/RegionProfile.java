package corymb.project;

import corymb.clustering.ClusterProfile;
import java.util.List;

/**
 * What the customers of a region of a map have in common.
 *
 * @param inside them, as groups are described
 * @param columns the columns of the numbers, such as features and the levels of texts
 * @param usual the mean of all customers, in column order
 */
public record RegionProfile(ClusterProfile inside, List<String> columns, List<Double> usual) {
    public RegionProfile {
        columns = List.copyOf(columns);
        usual = List.copyOf(usual);
    }
}
