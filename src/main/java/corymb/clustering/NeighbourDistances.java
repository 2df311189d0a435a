package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * How far each row's neighbours are: the curve to choose the radius of {@link Dbscan} by.
 *
 * <p>Where the curve bends upwards, rows of clusters end and lone rows begin. The suggested radius is the point farthest below
 * the straight line between the curve's ends.
 *
 * <p>Reference: Ester et al. (see {@link Dbscan}), section 4.2; the bend as in {@link Elbow}. Cost: O(rows x log rows x columns)
 * where few columns tell the rows apart.
 *
 * @param minPoints the how-manieth nearest row was measured to, the row itself the first
 * @param distances the distance of each row to that one, the least first, one column
 * @param suggestedRadius the distance where the curve bends; 0 only where all distances are 0
 */
public record NeighbourDistances(int minPoints, Matrix distances, double suggestedRadius) {
    private static final int BLOCK = 512;

    /**
     * The distances of all rows.
     *
     * @param minPoints as in {@link DbscanPlan}, at least 1
     * @throws corymb.work.Failure when there are fewer rows than that, or a value is missing or too large
     */
    public static NeighbourDistances of(Matrix rows, int minPoints, Progress progress) {
        progress.report(0, "Measuring distances");
        var values = Rows.values(rows);
        requireRows(rows.rowCount(), minPoints);
        var sorted = squares(new KdTree(values, rows.columnCount(), progress), minPoints, progress);
        Arrays.setAll(sorted, i -> Math.sqrt(sorted[i]));
        Arrays.sort(sorted);
        return new NeighbourDistances(minPoints, new Matrix(List.of("distance"), sorted), bend(sorted));
    }

    static void requireRows(int rows, int minPoints) {
        if (rows == 1) {
            throw new Problem(
                            "There is only one customer, so there is nobody to be near to.",
                            "",
                            "Import more customers.")
                    .asFailure();
        }
        if (rows < minPoints) {
            throw new Problem(
                            "There are only " + rows + " customers, fewer than the " + minPoints
                                    + " neighbours asked for.",
                            "",
                            "Ask for at most " + rows + " neighbours.")
                    .asFailure();
        }
    }

    /** The squared distance of each point of the tree to its {@code minPoints}-th nearest, itself the first. */
    static double[] squares(KdTree tree, int minPoints, Progress progress) {
        var squares = new double[tree.count()];
        Parallel.forBlocks(squares.length, BLOCK, progress, "Measuring distances", (_, from, to) -> {
            var nearest = new double[minPoints];
            for (int place = from; place < to; place++) {
                progress.check();
                tree.nearestSquares(place, nearest);
                squares[place] = nearest[minPoints - 1];
            }
        });
        return squares;
    }

    private static double bend(double... sorted) {
        int last = sorted.length - 1;
        double rise = sorted[last] - sorted[0];
        int lowest = last;
        double most = 0;
        for (int i = 0; i < last; i++) {
            double below = (double) i / last - (rise == 0 ? 0 : (sorted[i] - sorted[0]) / rise);
            if (below > most && sorted[i] > 0) {
                most = below;
                lowest = i;
            }
        }
        return sorted[lowest];
    }
}
