package corymb.clustering;

import java.util.List;
import java.util.Optional;

/**
 * A closer look at clusters.
 *
 * @param spreads where the values of each column that is told to a person lie in each cluster, cluster by cluster
 * @param silhouettes of some rows of each cluster, the largest first
 * @param rows some rows of each cluster in the same columns, standardised
 * @param members for each cluster, who stands for it and who hardly belongs to it
 * @param tree how groups of rows merge, for hierarchical methods
 * @param neighbours how far neighbours are, for methods that look for dense places
 */
public record ClusterDetails(
        List<Spread> spreads,
        List<List<Double>> silhouettes,
        List<Row> rows,
        List<Members> members,
        Optional<Tree> tree,
        Optional<NeighbourDistances> neighbours) {
    public ClusterDetails {
        spreads = List.copyOf(spreads);
        silhouettes = silhouettes.stream().map(List::copyOf).toList();
        rows = List.copyOf(rows);
        members = List.copyOf(members);
    }

    /**
     * Where the values of a column lie in a cluster: every twentieth is smaller than {@code low}, every twentieth larger than
     * {@code high}.
     */
    public record Spread(
            int cluster,
            int column,
            double low,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double high) {}

    /** How some rows merge, and the cluster of each. */
    public record Tree(Dendrogram dendrogram, Assignments clusters) {}

    /** A row in standard deviations from the mean of all. */
    public record Row(int cluster, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * Rows of a cluster.
     *
     * @param typical those nearest its centre, the nearest first
     * @param borderline those of the rows looked at that are nearest another cluster, the nearest first
     */
    public record Members(List<Integer> typical, List<Integer> borderline) {
        public Members {
            typical = List.copyOf(typical);
            borderline = List.copyOf(borderline);
        }
    }
}
