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
    /** Each of length 1, one entry a column; none where they are the columns themselves. */
    private final double[][] axes;
    /** The ends along each axis, from the mean. */
    private final double[] low;

    private final double[] high;

    private PrincipalBox(List<String> names, double[] means, double[][] axes) {
        this.names = names;
        this.means = means;
        this.axes = axes;
        this.low = new double[means.length];
        this.high = new double[means.length];
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
        var axes = columns > MOST_COLUMNS ? new double[0][] : axes(centred, progress);
        var box = new PrincipalBox(rows.columnNames(), means, axes);
        box.measure(centred, progress);
        return box;
    }

    private static double[][] axes(double[][] centred, Progress progress) {
        return PrincipalAxes.of(centred, centred.length, progress.untold()).directions().stream()
                .map(axis -> axis.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private void measure(double[][] centred, Progress progress) {
        for (int axis = 0; axis < low.length; axis++) {
            progress.check();
            var ends = Arrays.stream(axes.length == 0 ? centred[axis] : along(axes[axis], centred, progress))
                    .summaryStatistics();
            low[axis] = ends.getMin();
            high[axis] = ends.getMax();
        }
    }

    private static double[] along(double[] axis, double[][] centred, Progress progress) {
        var along = new double[centred[0].length];
        for (int column = 0; column < centred.length; column++) {
            progress.check();
            double part = axis[column];
            var values = centred[column];
            Arrays.setAll(along, row -> along[row] + part * values[row]);
        }
        return along;
    }

    /** So many rows, spread evenly over the box. */
    Matrix draw(int count, RandomGenerator chance) {
        int columns = means.length;
        var values = new double[count * columns];
        for (int row = 0; row < count; row++) {
            int at = row * columns;
            System.arraycopy(means, 0, values, at, columns);
            for (int axis = 0; axis < columns; axis++) {
                double along = low[axis] + chance.nextDouble() * (high[axis] - low[axis]);
                if (axes.length == 0) {
                    values[at + axis] += along;
                } else {
                    addTimes(along, axes[axis], values, at);
                }
            }
        }
        return new Matrix(names, values);
    }

    private static void addTimes(double times, double[] axis, double[] values, int at) {
        for (int column = 0; column < axis.length; column++) {
            values[at + column] += times * axis[column];
        }
    }
}
