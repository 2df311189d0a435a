package corymb.clustering;

import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.work.Progress;
import java.util.Arrays;

/**
 * How surely each row is of its cluster: by what part it is nearer to the mean of its cluster than to that of the next one, from 0
 * (no nearer) to 1 (at the mean); missing for rows of no cluster.
 *
 * <p>Reference: the simplified silhouette of E. R. Hruschka, L. N. de Castro, R. J. G. B. Campello, Evolutionary algorithms for clustering
 * gene-expression data, IEEE International Conference on Data Mining (2004), doi:10.1109/ICDM.2004.10073; what would be below 0 counts
 * as 0. Cost: O(rows x clusters x columns).
 */
final class Confidence {
    /** The column that tells it. */
    static final String COLUMN = "cluster_confidence";

    private static final int BLOCK = 1 << 12;

    private final double[] values;
    private final int columns;
    private final Assignments clusters;
    private final double[] means;

    private Confidence(Matrix scaled, Assignments clusters) {
        this.values = scaled.toArray();
        this.columns = scaled.columnCount();
        this.clusters = clusters;
        this.means = means();
    }

    /** Of rows on one scale. */
    static NumberColumn of(Matrix scaled, Assignments clusters, Progress progress) {
        var confidence = new Confidence(scaled, clusters);
        var found = new double[clusters.size()];
        for (int row = 0; row < found.length; row++) {
            if (row % BLOCK == 0) {
                progress.check();
            }
            found[row] = confidence.of(row);
        }
        return new NumberColumn(COLUMN, ColumnType.DECIMAL, found);
    }

    /** The mean of each cluster, one after another; of one without rows no number. */
    private double[] means() {
        var sums = new double[clusters.clusterCount() * columns];
        var sizes = new int[clusters.clusterCount()];
        for (int row = 0; row < clusters.size(); row++) {
            int cluster = clusters.get(row);
            if (cluster != Assignments.NOISE) {
                sizes[cluster]++;
                for (int column = 0; column < columns; column++) {
                    sums[cluster * columns + column] += values[row * columns + column];
                }
            }
        }
        Arrays.setAll(sums, at -> sums[at] / sizes[at / columns]);
        return sums;
    }

    private double of(int row) {
        int own = clusters.get(row);
        if (own == Assignments.NOISE) {
            return Double.NaN;
        }
        double next = Double.POSITIVE_INFINITY;
        for (int other = 0; other < clusters.clusterCount(); other++) {
            double distance = other == own ? Double.NaN : distance(row, other);
            next = distance < next ? distance : next;
        }
        double near = distance(row, own);
        return next == 0 ? 0 : Math.max(0, 1 - near / next);
    }

    private double distance(int row, int cluster) {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double difference = values[row * columns + column] - means[cluster * columns + column];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
