package corymb.repair;

import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Ridge regression on standardised numbers; the mean is not shrunk.
 *
 * <p>Reference: Arthur Hoerl, Robert Kennard: Ridge Regression: Biased Estimation for Nonorthogonal Problems, Technometrics 12(1),
 * 1970, doi:10.1080/00401706.1970.10488634; the penalty is the one of the least generalised cross-validation of Gene Golub, Michael
 * Heath, Grace Wahba: Generalized Cross-Validation as a Method for Choosing a Good Ridge Parameter, Technometrics 21(2), 1979,
 * doi:10.1080/00401706.1979.10489751. Cost: the cube of the numbers. Assumes: standardised numbers.
 */
final class Ridge {
    /** Penalties from a hundred-millionth of the rows, which shrinks nothing, to ten times the rows, which leaves little. */
    private static final int LEAST = -8;

    private static final int MOST = 1;

    private final Moments moments;
    private final double[] values;
    private final double[][] vectors;
    private final double[] projected;

    private Ridge(Moments moments) {
        this.moments = moments;
        int width = moments.width();
        var products = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                products[i][j] = moments.product(i, j);
            }
        }
        var decomposed = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(products, false));
        this.values = decomposed.getEigenvalues();
        this.vectors = decomposed.getVT().getData();
        this.projected = IntStream.range(0, width)
                .mapToDouble(i -> IntStream.range(0, width)
                        .mapToDouble(j -> vectors[i][j] * moments.cross(0, j))
                        .sum())
                .toArray();
    }

    /** The model of the best penalty. */
    static LinearModel fit(Moments moments) {
        var ridge = new Ridge(moments);
        double best = Double.POSITIVE_INFINITY;
        double penalty = 1;
        for (int power = LEAST; power <= MOST; power++) {
            double tried = moments.rows() * Math.pow(10, power);
            double error = ridge.crossValidation(tried);
            if (error < best) {
                best = error;
                penalty = tried;
            }
        }
        return ridge.model(penalty);
    }

    /** The model of a penalty above 0. */
    static LinearModel fit(Moments moments, double penalty) {
        return new Ridge(moments).model(penalty);
    }

    private LinearModel model(double penalty) {
        var weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double along = projected[i] / (values[i] + penalty);
            for (int j = 0; j < weights.length; j++) {
                weights[j] += vectors[i][j] * along;
            }
        }
        return new LinearModel(new double[][] {weights}, new double[] {moments.mean(0)});
    }

    /** The generalised cross-validation of a penalty, which counts the mean as one of the free numbers. */
    private double crossValidation(double penalty) {
        double residual = moments.squaresAboutMean();
        double free = moments.rows() - 1;
        for (int i = 0; i < values.length; i++) {
            double shrunk = values[i] + penalty;
            residual -= projected[i] * projected[i] * (values[i] + 2 * penalty) / (shrunk * shrunk);
            free -= values[i] / shrunk;
        }
        return free > 0 ? Math.max(0, residual) / (free * free) : Double.POSITIVE_INFINITY;
    }
}
