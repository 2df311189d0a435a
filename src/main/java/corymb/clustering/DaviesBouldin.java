package corymb.clustering;

import corymb.table.Matrix;

/**
 * How much each cluster mixes with the one most like it, on average: their widths over the distance of their centres; less is
 * better.
 *
 * <p>Rows of no cluster are left out.
 *
 * <p>Reference: D. L. Davies, D. W. Bouldin, A cluster separation measure, IEEE Transactions on Pattern Analysis and Machine
 * Intelligence 1 (1979), doi:10.1109/TPAMI.1979.4766909. Cost: O(rows x columns + clusters² x columns).
 */
public final class DaviesBouldin {
    private final double[] centres;
    private final int columns;
    private final double[] widths;

    private DaviesBouldin(Matrix rows, Assignments assignments) {
        this.centres = Centres.of(rows, assignments);
        this.columns = rows.columnCount();
        this.widths = widths(rows, assignments, centres);
    }

    /** The index; 0 for fewer than two clusters, infinite where two of some width have one centre. */
    public static double of(Matrix rows, Assignments assignments) {
        return new DaviesBouldin(rows, assignments).mean();
    }

    /** The mean distance of the rows of each cluster to its centre, NaN for a cluster without rows. */
    private static double[] widths(Matrix rows, Assignments assignments, double[] centres) {
        var widths = new double[assignments.clusterCount()];
        for (int row = 0; row < assignments.size(); row++) {
            int cluster = assignments.get(row);
            if (cluster != Assignments.NOISE) {
                widths[cluster] += Math.sqrt(Centres.squaredDistance(rows, row, centres, cluster * rows.columnCount()));
            }
        }
        var sizes = assignments.sizes();
        for (int cluster = 0; cluster < widths.length; cluster++) {
            widths[cluster] /= sizes.get(cluster);
        }
        return widths;
    }

    private double mean() {
        double sum = 0;
        int clusters = 0;
        for (int cluster = 0; cluster < widths.length; cluster++) {
            if (!Double.isNaN(widths[cluster])) {
                sum += mostLike(cluster);
                clusters++;
            }
        }
        return clusters < 2 ? 0 : sum / clusters;
    }

    private double mostLike(int cluster) {
        double most = 0;
        for (int other = 0; other < widths.length; other++) {
            if (other != cluster && !Double.isNaN(widths[other]) && widths[cluster] + widths[other] > 0) {
                most = Math.max(most, (widths[cluster] + widths[other]) / distance(cluster, other));
            }
        }
        return most;
    }

    private double distance(int one, int other) {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double off = centres[one * columns + column] - centres[other * columns + column];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }
}
