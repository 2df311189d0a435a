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
    private final double[] widths;
    private final Between between;

    private DaviesBouldin(double[] widths, Between between) {
        this.widths = widths;
        this.between = between;
    }

    /** How far two are from each other: the centres of clusters, or a row and the centre of one. */
    @FunctionalInterface
    private interface Between {
        double apart(int one, int other);
    }

    /** The index; 0 for fewer than two clusters, infinite where two of some width have one centre. */
    public static double of(Matrix rows, Assignments assignments) {
        double[] centres = Centres.of(rows, assignments);
        int columns = rows.columnCount();
        double[] widths =
                widths(assignments, (row, cluster) -> Centres.squaredDistance(rows, row, centres, cluster * columns));
        return new DaviesBouldin(widths, (one, other) -> distance(centres, one * columns, other * columns, columns))
                .mean();
    }

    /** The same by prototypes: the root of how far rows are from them, which of numbers alone is the distance. */
    static double of(Prototypes prototypes, Assignments assignments) {
        double[] widths = widths(assignments, (row, cluster) -> prototypes.distances(cluster, row, row + 1)[0]);
        return new DaviesBouldin(widths, (one, other) -> Math.sqrt(prototypes.between(one, other))).mean();
    }

    /** The mean distance of the rows of each cluster to its centre, NaN for a cluster without rows. */
    private static double[] widths(Assignments assignments, Between squares) {
        var widths = new double[assignments.clusterCount()];
        for (int row = 0; row < assignments.size(); row++) {
            int cluster = assignments.get(row);
            if (cluster != Assignments.NOISE) {
                widths[cluster] += Math.sqrt(squares.apart(row, cluster));
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
                most = Math.max(most, (widths[cluster] + widths[other]) / between.apart(cluster, other));
            }
        }
        return most;
    }

    private static double distance(double[] centres, int one, int other, int columns) {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double off = centres[one + column] - centres[other + column];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }
}
