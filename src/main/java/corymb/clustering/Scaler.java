package corymb.clustering;

import corymb.table.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings the columns of a matrix to one scale.
 *
 * <p>As scikit-learn's StandardScaler, RobustScaler and MinMaxScaler: population standard deviation, quantiles interpolated
 * linearly. A column without spread becomes 0. Cost: O(rows x columns), with a sort of each column for {@link Scaling#ROBUST}.
 */
public final class Scaler {
    private Scaler() {}

    /** The same rows in scaled units; a matrix without rows stays as it is. */
    public static ScaledMatrix scale(Matrix matrix, Scaling scaling) {
        var shift = new ArrayList<Double>();
        var scale = new ArrayList<Double>();
        for (int column = 0; column < matrix.columnCount(); column++) {
            var spread = spread(column(matrix, column), scaling);
            shift.add(spread.middle());
            scale.add(spread.width() > 0 ? spread.width() : 1);
        }
        return new ScaledMatrix(apply(matrix, shift, scale), scaling, shift, scale);
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

    private static Spread spread(double[] values, Scaling scaling) {
        if (values.length == 0) {
            return new Spread(0, 1);
        }
        return switch (scaling) {
            case STANDARD -> standard(values);
            case ROBUST -> robust(values);
            case MINMAX -> minMax(values);
            case NONE -> new Spread(0, 1);
        };
    }

    /** Mean and population standard deviation; rounding alone, relative to the values' size, is no spread. */
    static Spread standard(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return new Spread(mean, deviation > Math.abs(mean) * 1e-12 ? deviation : 0);
    }

    private static Spread robust(double[] values) {
        Arrays.sort(values);
        return new Spread(quantile(values, 0.5), quantile(values, 0.75) - quantile(values, 0.25));
    }

    static double quantile(double[] sorted, double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static Spread minMax(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return new Spread(low, high - low);
    }

    /** Where a column lies and how wide it is. */
    record Spread(double middle, double width) {
        /** How many widths a value lies from the middle; 0 where there is no width. */
        double standardised(double value) {
            return width > 0 ? (value - middle) / width : 0;
        }
    }
}
