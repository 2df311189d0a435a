package corymb.clustering;

import corymb.table.Matrix;

/** The means of the clusters of some rows, cluster after cluster in one flat array; rows of no cluster are left out. */
final class Centres {
    private Centres() {}

    /** {@code clusters x columns} means; NaN for a cluster without rows. Cost: O(rows x columns). */
    static double[] of(Matrix rows, Assignments assignments) {
        int columns = rows.columnCount();
        var means = new double[assignments.clusterCount() * columns];
        for (int row = 0; row < assignments.size(); row++) {
            int cluster = assignments.get(row);
            for (int column = 0; cluster != Assignments.NOISE && column < columns; column++) {
                means[cluster * columns + column] += rows.get(row, column);
            }
        }
        var sizes = assignments.sizes();
        for (int i = 0; i < means.length; i++) {
            means[i] /= sizes.get(i / columns);
        }
        return means;
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
