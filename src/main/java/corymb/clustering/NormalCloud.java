package corymb.clustering;

import corymb.table.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A normal distribution with the means and covariances of rows.
 *
 * <p>Reference: T. W. Anderson, An introduction to multivariate statistical analysis (2003), by the Cholesky factor of the covariances;
 * columns that others give altogether add nothing of their own. Cost: O(rows x columns² + columns³) once, O(columns²) a row drawn.
 */
final class NormalCloud {
    private static final double NOTHING = 1e-12;

    private final List<String> names;
    private final double[] means;
    /** The lower factor, row after row. */
    private final double[] factor;

    private NormalCloud(List<String> names, double[] means, double[] factor) {
        this.names = names;
        this.means = means;
        this.factor = factor;
    }

    static NormalCloud of(Matrix rows) {
        int columns = rows.columnCount();
        var means = new double[columns];
        Arrays.setAll(
                means,
                column -> Arrays.stream(Scaler.column(rows, column)).average().orElse(0));
        var covariances = new double[columns * columns];
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int one = 0; one < columns; one++) {
                double off = (rows.get(row, one) - means[one]) / rows.rowCount();
                for (int other = 0; other <= one; other++) {
                    covariances[one * columns + other] += off * (rows.get(row, other) - means[other]);
                }
            }
        }
        factorise(covariances, columns);
        return new NormalCloud(rows.columnNames(), means, covariances);
    }

    /** Takes the place of the lower half of the covariances. */
    private static void factorise(double[] lower, int columns) {
        for (int one = 0; one < columns; one++) {
            double variance = lower[one * columns + one];
            for (int other = 0; other <= one; other++) {
                double left = lower[one * columns + other];
                for (int before = 0; before < other; before++) {
                    left -= lower[one * columns + before] * lower[other * columns + before];
                }
                double pivot = lower[other * columns + other];
                lower[one * columns + other] = other < one
                        ? (pivot == 0 ? 0 : left / pivot)
                        : (left > NOTHING * variance ? Math.sqrt(left) : 0);
            }
        }
    }

    /** So many rows at random. */
    Matrix draw(int rows, RandomGenerator chance) {
        int columns = means.length;
        var values = new double[rows * columns];
        var free = new double[columns];
        for (int row = 0; row < rows; row++) {
            Arrays.setAll(free, _ -> chance.nextGaussian());
            for (int column = 0; column < columns; column++) {
                double value = means[column];
                for (int before = 0; before <= column; before++) {
                    value += factor[column * columns + before] * free[before];
                }
                values[row * columns + column] = value;
            }
        }
        return new Matrix(names, values);
    }
}
