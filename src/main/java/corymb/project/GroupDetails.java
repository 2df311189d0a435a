package corymb.project;

import corymb.clustering.ClusterDetails;
import java.util.List;
import java.util.Optional;

/**
 * A closer look at groups.
 *
 * @param columns the columns whose spreads and rows the details tell
 * @param details what was seen
 * @param customerIds whose row is which
 * @param earlier the groups of another clustering, made before, where there is one
 */
public record GroupDetails(
        List<String> columns, ClusterDetails details, List<String> customerIds, Optional<EarlierGroups> earlier) {
    public GroupDetails {
        columns = List.copyOf(columns);
        customerIds = List.copyOf(customerIds);
    }

    /** The customers who stand for a group, the nearest to its centre first. */
    public List<String> typical(int cluster) {
        return ids(details.members().get(cluster).typical());
    }

    /** Customers who hardly belong to a group, the nearest to another first. */
    public List<String> borderline(int cluster) {
        return ids(details.members().get(cluster).borderline());
    }

    private List<String> ids(List<Integer> rows) {
        return rows.stream().map(customerIds::get).toList();
    }
}
