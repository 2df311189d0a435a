package corymb.clustering;

import corymb.preparation.PrincipalAxes;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The box round rows along their principal axes, which follows their correlations; along the columns where there are more than
 * {@value #MOST_COLUMNS}.
 *
 * <p>Reference: I. T. Jolliffe, Principal component analysis (2002). Cost: that of {@link PrincipalAxes}, and
 * O(rows x columns²).
 */
final class PrincipalBox {
    private static final int MOST_COLUMNS = 100;

    private final List<String> names;
    private final double[] means;
    /** Each of length 1, one entry a column. */
    private final double[][] axes;
    /** The ends along each axis, from the mean. */
    private final double[] low;

    private final double[] high;

    private PrincipalBox(List<String> names, double[] means, double[][] axes) {
        this.names = names;
        this.means = means;
        this.axes = axes;
        this.low = new double[axes.length];
        this.high = new double[axes.length];
    }

    static PrincipalBox of(Matrix rows, Progress progress) {
        int columns = rows.columnCount();
        var means = new double[columns];
        var centred = new double[columns][];
        for (int column = 0; column < columns; column++) {
            var values = Scaler.column(rows, column);
            double mean = Arrays.stream(values).average().orElse(0);
            Arrays.setAll(values, row -> values[row] - mean);
            means[column] = mean;
            centred[column] = values;
        }
        var box = new PrincipalBox(
                rows.columnNames(), means, columns > MOST_COLUMNS ? alongColumns(columns) : axes(centred, progress));
        box.measure(centred, progress);
        return box;
    }

    private static double[][] axes(double[][] centred, Progress progress) {
        return PrincipalAxes.of(centred, centred.length, progress.untold()).directions().stream()
                .map(axis -> axis.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] alongColumns(int columns) {
        var axes = new double[columns][columns];
        for (int column = 0; column < columns; column++) {
            axes[column][column] = 1;
        }
        return axes;
    }

    private void measure(double[][] centred, Progress progress) {
        for (int axis = 0; axis < axes.length; axis++) {
            var along = new double[centred[0].length];
            for (int column = 0; column < centred.length; column++) {
                progress.check();
                double part = axes[axis][column];
                var values = centred[column];
                Arrays.setAll(along, row -> along[row] + part * values[row]);
            }
            var ends = Arrays.stream(along).summaryStatistics();
            low[axis] = ends.getMin();
            high[axis] = ends.getMax();
        }
    }

    /** So many rows, spread evenly over the box. */
    Matrix draw(int count, RandomGenerator chance) {
        int columns = means.length;
        var values = new double[count * columns];
        for (int row = 0; row < count; row++) {
            int at = row * columns;
            System.arraycopy(means, 0, values, at, columns);
            for (int axis = 0; axis < axes.length; axis++) {
                double along = low[axis] + chance.nextDouble() * (high[axis] - low[axis]);
                for (int column = 0; column < columns; column++) {
                    values[at + column] += along * axes[axis][column];
                }
            }
        }
        return new Matrix(names, values);
    }
}
