package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * The silhouettes of some rows of a matrix against all its rows, in several partitions at once.
 *
 * <p>The scored rows are taken in blocks, column by column and filled up with zeros to a multiple of four columns, so that the
 * inner loops run along the block and turn into vector instructions.
 */
final class SilhouetteScores {
    private static final int LANES = 128;
    private static final int ROWS_A_CHECK = 4_096;

    private final Matrix rows;
    private final int[] scored;
    private final int[][] labels;
    private final int[][] sizes;

    SilhouetteScores(Matrix rows, int[] scored, List<Assignments> partitions) {
        this.rows = rows;
        this.scored = scored;
        this.labels = new int[partitions.size()][];
        this.sizes = new int[partitions.size()][];
        for (int partition = 0; partition < labels.length; partition++) {
            int noise = partitions.get(partition).clusterCount();
            labels[partition] = partitions.get(partition).stream()
                    .map(cluster -> cluster == Assignments.NOISE ? noise : cluster)
                    .toArray();
            sizes[partition] = new int[noise + 1];
            for (int label : labels[partition]) {
                sizes[partition][label]++;
            }
        }
    }

    /** One array a partition, in order of the scored rows; 0 for a row of no cluster. */
    double[][] scores(Progress progress) {
        var scores = new double[labels.length][scored.length];
        Parallel.forBlocks(scored.length, LANES, progress, "Scoring the clusters", (_, from, to) -> {
            var toClusters = distanceSums(from, to, progress);
            for (int partition = 0; partition < labels.length; partition++) {
                for (int i = from; i < to; i++) {
                    scores[partition][i] = silhouette(partition, scored[i], i - from, toClusters[partition]);
                }
            }
        });
        return scores;
    }

    private double[][][] distanceSums(int from, int to, Progress progress) {
        var block = block(from, to);
        var sums = new double[labels.length][][];
        Arrays.setAll(sums, partition -> new double[sizes[partition].length][to - from]);
        var distances = new double[to - from];
        var row = new double[block.length];
        for (int other = 0; other < rows.rowCount(); other++) {
            if (other % ROWS_A_CHECK == 0) {
                progress.check();
            }
            distancesTo(other, row, block, distances);
            for (int partition = 0; partition < labels.length; partition++) {
                add(distances, sums[partition][labels[partition][other]]);
            }
        }
        return sums;
    }

    private double[][] block(int from, int to) {
        var block = new double[Math.ceilDiv(rows.columnCount(), 4) * 4][to - from];
        for (int column = 0; column < rows.columnCount(); column++) {
            for (int i = from; i < to; i++) {
                block[column][i - from] = rows.get(scored[i], column);
            }
        }
        return block;
    }

    private void distancesTo(int other, double[] row, double[][] block, double[] distances) {
        for (int column = 0; column < rows.columnCount(); column++) {
            row[column] = rows.get(other, column);
        }
        setSquares(block, row, distances);
        for (int column = 4; column < block.length; column += 4) {
            addSquares(block, column, row, distances);
        }
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.sqrt(distances[i]);
        }
    }

    private static void setSquares(double[][] block, double[] row, double[] squares) {
        double[] a = block[0], b = block[1], c = block[2], d = block[3];
        double atA = row[0], atB = row[1], atC = row[2], atD = row[3];
        for (int i = 0; i < squares.length; i++) {
            double offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = (offA * offA + offB * offB) + (offC * offC + offD * offD);
        }
    }

    private static void addSquares(double[][] block, int column, double[] row, double[] squares) {
        double[] a = block[column], b = block[column + 1], c = block[column + 2], d = block[column + 3];
        double atA = row[column], atB = row[column + 1], atC = row[column + 2], atD = row[column + 3];
        for (int i = 0; i < squares.length; i++) {
            double offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = squares[i] + ((offA * offA + offB * offB) + (offC * offC + offD * offD));
        }
    }

    private static void add(double[] distances, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += distances[i];
        }
    }

    private double silhouette(int partition, int row, int lane, double[][] toClusters) {
        int own = labels[partition][row];
        int noise = toClusters.length - 1;
        if (own == noise || sizes[partition][own] == 1) {
            return 0;
        }
        double within = toClusters[own][lane] / (sizes[partition][own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < noise; cluster++) {
            if (cluster != own && sizes[partition][cluster] > 0) {
                next = Math.min(next, toClusters[cluster][lane] / sizes[partition][cluster]);
            }
        }
        double wider = Math.max(within, next);
        return wider == 0 || Double.isInfinite(wider) ? 0 : (next - within) / wider;
    }
}
