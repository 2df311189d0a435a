package corymb.clustering;

import corymb.table.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows split into clusters round centres; clusters are numbered from 0, the largest first.
 *
 * @param clusterCount how many clusters, none of them empty
 * @param assignments the cluster of each row
 * @param centres the mean of each cluster, one row a cluster, in the units of the rows
 * @param inertia the sum of squared distances of all rows to their centre
 * @param rounds how many rounds the best start took
 */
public record Partition(int clusterCount, Assignments assignments, Matrix centres, double inertia, int rounds) {
    /** The partition given by the cluster of each row, renumbered by size, then by first row. */
    static Partition of(Matrix rows, int[] clusters, int clusterCount, int rounds) {
        var ordered = renumbered(clusters, clusterCount);
        var centres = means(rows, ordered, clusterCount);
        double inertia = inertia(rows, ordered, centres);
        return new Partition(
                clusterCount,
                new Assignments(clusterCount, ordered),
                new Matrix(rows.columnNames(), centres),
                inertia,
                rounds);
    }

    private static int[] renumbered(int[] clusters, int clusterCount) {
        var sizes = new int[clusterCount];
        var firstRows = new int[clusterCount];
        for (int row = clusters.length - 1; row >= 0; row--) {
            sizes[clusters[row]]++;
            firstRows[clusters[row]] = row;
        }
        List<Integer> order = IntStream.range(0, clusterCount)
                .boxed()
                .sorted(Comparator.comparingInt((Integer cluster) -> -sizes[cluster])
                        .thenComparingInt(cluster -> firstRows[cluster]))
                .toList();
        return Arrays.stream(clusters).map(inverse(order)).toArray();
    }

    private static IntUnaryOperator inverse(List<Integer> order) {
        var places = new int[order.size()];
        for (int place = 0; place < places.length; place++) {
            places[order.get(place)] = place;
        }
        return cluster -> places[cluster];
    }

    private static double[] means(Matrix rows, int[] clusters, int clusterCount) {
        int columns = rows.columnCount();
        var means = new double[clusterCount * columns];
        var sizes = new int[clusterCount];
        for (int row = 0; row < clusters.length; row++) {
            sizes[clusters[row]]++;
            for (int column = 0; column < columns; column++) {
                means[clusters[row] * columns + column] += rows.get(row, column);
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= sizes[i / columns];
        }
        return means;
    }

    private static double inertia(Matrix rows, int[] clusters, double[] centres) {
        int columns = rows.columnCount();
        double sum = 0;
        for (int row = 0; row < clusters.length; row++) {
            for (int column = 0; column < columns; column++) {
                double off = rows.get(row, column) - centres[clusters[row] * columns + column];
                sum += off * off;
            }
        }
        return sum;
    }
}
