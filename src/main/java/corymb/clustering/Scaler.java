package corymb.clustering;

import corymb.stats.Scaling;
import corymb.stats.Spread;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the columns of a matrix to one scale.
 *
 * <p>As scikit-learn's StandardScaler, RobustScaler and MinMaxScaler: population standard deviation, quantiles interpolated
 * linearly. A column without spread becomes 0. Numbers whose squares would be infinite leave with a problem. Cost: O(rows x columns), with a sort of each column for {@link Scaling#ROBUST}.
 */
public final class Scaler {
    private Scaler() {}

    /** The same rows in scaled units; a matrix without rows stays as it is. */
    public static ScaledMatrix scale(Matrix matrix, Scaling scaling) {
        return scale(matrix, scaling, Progress.NONE);
    }

    /** The same; it can be stopped. */
    public static ScaledMatrix scale(Matrix matrix, Scaling scaling, Progress progress) {
        Rows.requireFinite(matrix);
        var shift = new ArrayList<Double>();
        var scale = new ArrayList<Double>();
        for (int column = 0; column < matrix.columnCount(); column++) {
            progress.check();
            var spread = spread(column(matrix, column), scaling, progress);
            shift.add(spread.middle());
            scale.add(spread.width() > 0 ? spread.width() : 1);
        }
        return new ScaledMatrix(apply(matrix, shift, scale), scaling, shift, scale);
    }

    private static Spread spread(double[] values, Scaling scaling, Progress progress) {
        return scaling == Scaling.ROBUST
                ? Spread.robust(Sorting.ascending(values, progress))
                : Spread.of(scaling, values);
    }

    private static Matrix apply(Matrix matrix, List<Double> shift, List<Double> scale) {
        var values = matrix.toArray();
        int columns = matrix.columnCount();
        for (int column = 0; column < columns; column++) {
            double off = shift.get(column);
            double unit = scale.get(column);
            for (int i = column; i < values.length; i += columns) {
                values[i] = (values[i] - off) / unit;
            }
        }
        return new Matrix(matrix.columnNames(), values);
    }

    static double[] column(Matrix matrix, int column) {
        var values = new double[matrix.rowCount()];
        for (int row = 0; row < values.length; row++) {
            values[row] = matrix.get(row, column);
        }
        return values;
    }
}
