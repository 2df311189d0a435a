package corymb.clustering;

import corymb.table.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters in the units that their features have, where the numbers they were found in are others: logarithms, ranks, main
 * directions.
 *
 * @param columns the features: a text has one for each of its common levels
 * @param usual the mean of each for all customers
 * @param clusters the clusters by their number, with the means of these columns
 */
public record PlainClusters(List<String> columns, List<Double> usual, List<ClusterProfile> clusters) {
    /** Of clusters that were found in the features as they are. */
    public static final PlainClusters NONE = new PlainClusters(List.of(), List.of(), List.of());

    public PlainClusters {
        columns = List.copyOf(columns);
        usual = List.copyOf(usual);
        clusters = List.copyOf(clusters);
    }

    static PlainClusters of(Matrix features, List<ClusterProfile> clusters) {
        var usual = IntStream.range(0, features.columnCount())
                .mapToObj(column -> IntStream.range(0, features.rowCount())
                        .mapToDouble(row -> features.get(row, column))
                        .average()
                        .orElse(0))
                .toList();
        return new PlainClusters(features.columnNames(), usual, clusters);
    }

    /** Whether the numbers the clusters were found in are the features as they are. */
    public boolean isNone() {
        return columns.isEmpty();
    }
}
