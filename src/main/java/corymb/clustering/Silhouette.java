package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much nearer rows are to their own cluster than to the next one, from -1 to 1.
 *
 * <p>Exact up to {@value #LIMIT} rows; beyond, the mean over a random sample of so many, with distances within the sample, as
 * scikit-learn's {@code sample_size}. A row alone in its cluster counts 0.
 *
 * <p>Reference: P. J. Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis,
 * Journal of Computational and Applied Mathematics 20 (1987), doi:10.1016/0377-0427(87)90125-7. Cost: O(sampled rows² x (columns
 * + partitions)): distances are taken once for all partitions.
 *
 * @param mean the mean silhouette of the rows it was taken on
 * @param rows on how many rows it was taken
 */
public record Silhouette(double mean, int rows) {
    /** Beyond so many rows a random sample of so many is taken. */
    public static final int LIMIT = 10_000;

    private static final int LANES = 128;

    /** The silhouettes of several partitions of the same rows, in their order. */
    public static List<Silhouette> of(Matrix rows, List<Assignments> partitions, Seed seed, Progress progress) {
        var sample = rows.rowCount() <= LIMIT
                ? IntStream.range(0, rows.rowCount()).toArray()
                : Sample.rows(rows.rowCount(), LIMIT, seed.generator());
        var columns = columns(rows, sample);
        var labels = partitions.stream()
                .map(partition -> Arrays.stream(sample).map(partition::get).toArray())
                .toList();
        var distances = new Distances(columns, sample.length, partitions, labels);
        var sums = distances.silhouetteSums(progress);
        return Arrays.stream(sums)
                .mapToObj(sum -> new Silhouette(sample.length == 0 ? 0 : sum / sample.length, sample.length))
                .toList();
    }

    private static double[][] columns(Matrix rows, int[] sample) {
        var columns = new double[rows.columnCount()][];
        for (int column = 0; column < columns.length; column++) {
            int at = column;
            columns[column] =
                    Arrays.stream(sample).mapToDouble(row -> rows.get(row, at)).toArray();
        }
        return columns;
    }

    /** The sums of distances from each row to each cluster of each partition, worked out for a block of rows at a time. */
    private static final class Distances {
        private final double[][] columns;
        private final int count;
        private final int[][] labels;
        private final int[][] sizes;

        Distances(double[][] columns, int count, List<Assignments> partitions, List<int[]> labels) {
            this.columns = columns;
            this.count = count;
            this.labels = labels.toArray(int[][]::new);
            this.sizes = new int[this.labels.length][];
            for (int partition = 0; partition < sizes.length; partition++) {
                sizes[partition] = new int[partitions.get(partition).clusterCount()];
                for (int label : this.labels[partition]) {
                    sizes[partition][label]++;
                }
            }
        }

        double[] silhouetteSums(Progress progress) {
            var parts = new double[Parallel.blocks(count, LANES)][labels.length];
            Parallel.forBlocks(count, LANES, progress, "Scoring the clusters", (block, from, to) -> {
                var toClusters = distanceSums(from, to);
                for (int partition = 0; partition < labels.length; partition++) {
                    for (int row = from; row < to; row++) {
                        parts[block][partition] += silhouette(partition, row, row - from, toClusters[partition]);
                    }
                }
            });
            var sums = new double[labels.length];
            for (var part : parts) {
                Arrays.setAll(sums, partition -> sums[partition] + part[partition]);
            }
            return sums;
        }

        private double[][][] distanceSums(int from, int to) {
            var block = new double[columns.length][];
            Arrays.setAll(block, column -> Arrays.copyOfRange(columns[column], from, to));
            var sums = new double[labels.length][][];
            Arrays.setAll(sums, partition -> new double[sizes[partition].length][to - from]);
            var distances = new double[to - from];
            for (int row = 0; row < count; row++) {
                distancesTo(row, block, distances);
                for (int partition = 0; partition < labels.length; partition++) {
                    add(distances, sums[partition][labels[partition][row]]);
                }
            }
            return sums;
        }

        private void distancesTo(int row, double[][] block, double[] distances) {
            Arrays.fill(distances, 0);
            for (int column = 0; column < block.length; column++) {
                addSquares(block[column], columns[column][row], distances);
            }
            for (int i = 0; i < distances.length; i++) {
                distances[i] = Math.sqrt(distances[i]);
            }
        }

        private static void addSquares(double[] values, double centre, double[] squares) {
            for (int i = 0; i < squares.length; i++) {
                double off = values[i] - centre;
                squares[i] += off * off;
            }
        }

        private static void add(double[] distances, double[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += distances[i];
            }
        }

        private double silhouette(int partition, int row, int lane, double[][] toClusters) {
            int own = labels[partition][row];
            if (sizes[partition][own] == 1) {
                return 0;
            }
            double within = toClusters[own][lane] / (sizes[partition][own] - 1);
            double next = Double.POSITIVE_INFINITY;
            for (int cluster = 0; cluster < toClusters.length; cluster++) {
                if (cluster != own && sizes[partition][cluster] > 0) {
                    next = Math.min(next, toClusters[cluster][lane] / sizes[partition][cluster]);
                }
            }
            double wider = Math.max(within, next);
            return wider == 0 || Double.isInfinite(wider) ? 0 : (next - within) / wider;
        }
    }
}
