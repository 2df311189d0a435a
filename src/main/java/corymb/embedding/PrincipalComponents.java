package corymb.embedding;

import corymb.clustering.Rows;
import corymb.preparation.PrincipalAxes;
import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows along the directions in which they vary most.
 *
 * <p>Reference: I. T. Jolliffe, Principal Component Analysis (2002), doi:10.1007/b98835. Cost: that of {@link PrincipalAxes}.
 * Assumes: columns in comparable units.
 *
 * @param axes the directions, that of the largest variance first
 * @param scores where each row lies along each of them, from the mean of all
 */
public record PrincipalComponents(List<MapAxis> axes, Matrix scores) {
    private static final int BLOCK = 4_096;

    public PrincipalComponents {
        axes = List.copyOf(axes);
    }

    /**
     * The first directions.
     *
     * @param wanted how many, at least 1; where there are fewer columns, the others have no variance
     * @throws corymb.work.Failure when there are no rows or a value is missing or too large
     */
    public static PrincipalComponents of(Matrix rows, int wanted, Progress progress) {
        if (rows.rowCount() == 0) {
            throw Rows.noCustomers();
        }
        Rows.requireFinite(rows);
        var columns = centred(rows);
        int found = Math.min(wanted, columns.length);
        var first = PrincipalAxes.of(columns, found, progress.between(0, 0.9));
        var axes = IntStream.range(0, wanted)
                .mapToObj(place -> place < found
                        ? new MapAxis(
                                first.shares().get(place), first.directions().get(place))
                        : new MapAxis(0, Collections.nCopies(columns.length, 0.0)))
                .toList();
        var scores = scores(columns, axes, progress.between(0.9, 1));
        progress.report(1, "Found the main directions");
        return new PrincipalComponents(axes, scores);
    }

    private static double[][] centred(Matrix rows) {
        var columns = new double[rows.columnCount()][rows.rowCount()];
        for (int column = 0; column < columns.length; column++) {
            var values = columns[column];
            double mean = 0;
            for (int row = 0; row < values.length; row++) {
                mean += rows.get(row, column) / values.length;
            }
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row, column) - mean;
            }
        }
        return columns;
    }

    private static Matrix scores(double[][] columns, List<MapAxis> axes, Progress progress) {
        var scores = new double[columns[0].length * axes.size()];
        Parallel.forBlocks(columns[0].length, BLOCK, progress, (_, from, to) -> {
            for (int axis = 0; axis < axes.size(); axis++) {
                var loadings = axes.get(axis).loadings();
                for (int column = 0; column < columns.length; column++) {
                    double loading = loadings.get(column);
                    for (int row = from; row < to; row++) {
                        scores[row * axes.size() + axis] += loading * columns[column][row];
                    }
                }
            }
        });
        var names = IntStream.rangeClosed(1, axes.size())
                .mapToObj(number -> "component " + number)
                .toList();
        return new Matrix(names, scores);
    }

    /** The rows on the first two directions. */
    Positions positions() {
        var x = new double[scores.rowCount()];
        var y = new double[scores.rowCount()];
        for (int row = 0; row < x.length; row++) {
            x[row] = scores.get(row, 0);
            y[row] = scores.get(row, 1);
        }
        return new Positions(x, y);
    }
}
