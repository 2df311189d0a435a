package corymb.repair;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Linear discriminant analysis: of classes of the same covariance the one that is the most likely, shares of the classes counted.
 *
 * <p>Reference: Trevor Hastie, Robert Tibshirani, Jerome Friedman: The Elements of Statistical Learning, 2nd edition, 2009, section
 * 4.3; the covariance is drawn a little towards the same variance everywhere, as in Jerome Friedman: Regularized Discriminant
 * Analysis, Journal of the American Statistical Association 84(405), 1989, doi:10.1080/01621459.1989.10478752. Cost: the cube of
 * the numbers, and their square for each class. Assumes: standardised numbers.
 */
final class Discriminant {
    static final double SHRINKAGE = 0.01;

    /** Where classes do not vary at all, as part of the variance of all rows. */
    private static final double LEAST = 1e-6;

    private Discriminant() {}

    /** @param moments of at least one row of each class */
    static LinearModel fit(Moments moments) {
        int classes = moments.outputs();
        var solver = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance(moments), false)).getSolver();
        var weights = new double[classes][];
        var constants = new double[classes];
        for (int k = 0; k < classes; k++) {
            var mean = new double[moments.width()];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = moments.cross(k, i) / moments.count(k);
            }
            weights[k] = solver.solve(new ArrayRealVector(mean, false)).toArray();
            constants[k] = Math.log(moments.count(k) / moments.rows());
            for (int i = 0; i < mean.length; i++) {
                constants[k] -= mean[i] * weights[k][i] / 2;
            }
        }
        return new LinearModel(weights, constants);
    }

    /** The covariance within the classes, drawn towards its mean variance. */
    private static double[][] covariance(Moments moments) {
        int width = moments.width();
        var within = new double[width][width];
        double variance = 0;
        double whole = 0;
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = moments.product(i, j);
                for (int k = 0; k < moments.outputs(); k++) {
                    sum -= moments.cross(k, i) * moments.cross(k, j) / moments.count(k);
                }
                within[i][j] = (1 - SHRINKAGE) * sum / moments.rows();
                within[j][i] = within[i][j];
            }
            variance += within[i][i] / (1 - SHRINKAGE) / width;
            whole += moments.product(i, i) / moments.rows() / width;
        }
        double drawn = SHRINKAGE * Math.max(variance, LEAST * Math.max(whole, LEAST));
        for (int i = 0; i < width; i++) {
            within[i][i] += drawn;
        }
        return within;
    }
}
