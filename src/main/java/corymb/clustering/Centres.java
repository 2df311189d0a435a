package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** The means of the clusters of some rows, cluster after cluster in one flat array; rows of no cluster are left out. */
final class Centres {
    private static final int BLOCK = 8_192;

    private Centres() {}

    /** {@code clusters x columns} means; NaN for a cluster without rows. Cost: O(rows x columns). */
    static double[] of(Matrix rows, Assignments assignments) {
        return of(Subjects.of(rows), assignments);
    }

    /** The same of rows that count as much as they say. */
    static double[] of(Subjects rows, Assignments assignments) {
        int columns = rows.scaled().columnCount();
        var blocks = new double[Parallel.blocks(assignments.size(), BLOCK)][];
        Parallel.forBlocks(
                assignments.size(),
                BLOCK,
                Progress.NONE,
                (block, from, to) -> blocks[block] = sums(rows, assignments, from, to));
        var means = new double[assignments.clusterCount() * columns];
        for (var block : blocks) {
            Arrays.setAll(means, i -> means[i] + block[i]);
        }
        double[] masses = masses(rows.weights(), assignments);
        for (int i = 0; i < means.length; i++) {
            means[i] /= masses[i / columns];
        }
        return means;
    }

    private static double[] masses(Weights weights, Assignments assignments) {
        var masses = new double[assignments.clusterCount()];
        for (int row = 0; row < assignments.size(); row++) {
            int cluster = assignments.get(row);
            if (cluster != Assignments.NOISE) {
                masses[cluster] += weights.of(row);
            }
        }
        return masses;
    }

    private static double[] sums(Subjects rows, Assignments assignments, int from, int to) {
        int columns = rows.scaled().columnCount();
        var sums = new double[assignments.clusterCount() * columns];
        for (int row = from; row < to; row++) {
            int cluster = assignments.get(row);
            for (int column = 0; cluster != Assignments.NOISE && column < columns; column++) {
                sums[cluster * columns + column] +=
                        rows.weights().of(row) * rows.scaled().get(row, column);
            }
        }
        return sums;
    }

    /** The sum of the squared distances of the rows to their centres. */
    static double squares(Matrix rows, Assignments assignments, double[] centres) {
        return squares(Subjects.of(rows), assignments, centres);
    }

    /** The same of rows that count as much as they say. */
    static double squares(Subjects rows, Assignments assignments, double[] centres) {
        var scaled = rows.scaled();
        var blocks = new double[Parallel.blocks(assignments.size(), BLOCK)];
        Parallel.forBlocks(assignments.size(), BLOCK, Progress.NONE, (block, from, to) -> {
            for (int row = from; row < to; row++) {
                int cluster = assignments.get(row);
                blocks[block] += cluster == Assignments.NOISE
                        ? 0
                        : rows.weights().of(row)
                                * squaredDistance(scaled, row, centres, cluster * scaled.columnCount());
            }
        });
        return Arrays.stream(blocks).reduce(0, Double::sum);
    }

    /** The squared distance of a row to the centre that begins at {@code at}. */
    static double squaredDistance(Matrix rows, int row, double[] centres, int at) {
        double sum = 0;
        for (int column = 0; column < rows.columnCount(); column++) {
            double off = rows.get(row, column) - centres[at + column];
            sum += off * off;
        }
        return sum;
    }
}
