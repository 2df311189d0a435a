package corymb.clustering;

import corymb.table.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The box round rows along their principal axes, which follows their correlations; along the columns where there are more than
 * {@value #MOST_COLUMNS}.
 *
 * <p>Reference: I. T. Jolliffe, Principal component analysis (2002). Cost: O(rows x columns² + columns³).
 */
final class PrincipalBox {
    private static final int MOST_COLUMNS = 100;

    private final Matrix rows;
    /** One axis a column of the matrix. */
    private final RealMatrix axes;

    private final double[] low;
    private final double[] high;

    private PrincipalBox(Matrix rows, RealMatrix axes) {
        this.rows = rows;
        this.axes = axes;
        this.low = new double[rows.columnCount()];
        this.high = new double[rows.columnCount()];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    static PrincipalBox of(Matrix rows) {
        int columns = rows.columnCount();
        var box = new PrincipalBox(
                rows,
                columns > MOST_COLUMNS
                        ? MatrixUtils.createRealIdentityMatrix(columns)
                        : new EigenDecompositionSymmetric(covariances(rows)).getV());
        box.measure();
        return box;
    }

    private static RealMatrix covariances(Matrix rows) {
        int columns = rows.columnCount();
        var means = new double[columns];
        Arrays.setAll(
                means,
                column -> Arrays.stream(Scaler.column(rows, column)).average().orElse(0));
        var covariances = new double[columns][columns];
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int one = 0; one < columns; one++) {
                double off = (rows.get(row, one) - means[one]) / rows.rowCount();
                for (int other = 0; other <= one; other++) {
                    covariances[one][other] += off * (rows.get(row, other) - means[other]);
                    covariances[other][one] = covariances[one][other];
                }
            }
        }
        return MatrixUtils.createRealMatrix(covariances);
    }

    private void measure() {
        var row = new double[low.length];
        for (int at = 0; at < rows.rowCount(); at++) {
            for (int column = 0; column < row.length; column++) {
                row[column] = rows.get(at, column);
            }
            double[] along = axes.preMultiply(row);
            for (int axis = 0; axis < row.length; axis++) {
                low[axis] = Math.min(low[axis], along[axis]);
                high[axis] = Math.max(high[axis], along[axis]);
            }
        }
    }

    /** So many rows, spread evenly over the box. */
    Matrix draw(int count, RandomGenerator chance) {
        var along = new double[low.length];
        var values = new double[count * low.length];
        for (int row = 0; row < count; row++) {
            Arrays.setAll(along, axis -> low[axis] + chance.nextDouble() * (high[axis] - low[axis]));
            System.arraycopy(axes.operate(along), 0, values, row * low.length, low.length);
        }
        return new Matrix(rows.columnNames(), values);
    }
}
