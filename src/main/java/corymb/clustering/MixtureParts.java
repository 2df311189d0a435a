package corymb.clustering;

import java.util.Arrays;

/**
 * The distributions of a mixture: their weights, their centres, and what turns an offset from a centre into one of unit spread.
 *
 * <p>That is the inverse of the lower Cholesky factor of the covariance. Each covariance has {@value #REGULARISATION} added to its
 * diagonal, as scikit-learn's {@code reg_covar}, so that a distribution never shrinks to a point.
 */
final class MixtureParts {
    static final double REGULARISATION = 1e-6;

    final MixtureShape shape;
    final double[] weights;
    final double[] centres;
    final double[] whitening;

    private final double[] logDeterminants;

    MixtureParts(MixtureShape shape, double[] weights, double[] centres) {
        this.shape = shape;
        this.weights = weights;
        this.centres = centres;
        this.whitening = new double[shape.size()];
        this.logDeterminants = new double[shape.clusters()];
    }

    /** The distributions that make the rows most likely whose offsets from these centres were gathered. */
    MixtureParts next(MixtureSums sums, boolean isTied) {
        var moved = centres.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += sums.offsets[i] / count(sums, i / shape.columns());
        }
        double rows = Arrays.stream(sums.counts).sum();
        var parts = new MixtureParts(
                shape, Arrays.stream(sums.counts).map(count -> count / rows).toArray(), moved);
        var covariances = covariances(sums);
        if (isTied) {
            tie(covariances, parts.weights);
        }
        for (int cluster = 0; cluster < shape.clusters(); cluster++) {
            parts.whiten(cluster, covariances);
        }
        return parts;
    }

    /** A distribution that no row is expected to be of stays where it is. */
    private static double count(MixtureSums sums, int cluster) {
        return Math.max(sums.counts[cluster], 1e-15);
    }

    private double[] covariances(MixtureSums sums) {
        var covariances = new double[shape.size()];
        for (int cluster = 0; cluster < shape.clusters(); cluster++) {
            double count = count(sums, cluster);
            int step = cluster * shape.columns();
            for (int column = 0; column < shape.columns(); column++) {
                for (int other = shape.first(column); other <= column; other++) {
                    int at = shape.at(cluster, column, other);
                    double moved = sums.offsets[step + column] / count * (sums.offsets[step + other] / count);
                    covariances[at] = sums.products[at] / count - moved;
                }
            }
        }
        return covariances;
    }

    private void tie(double[] covariances, double[] shares) {
        int size = shape.sizeOfOne();
        for (int at = 0; at < size; at++) {
            double mean = 0;
            for (int cluster = 0; cluster < shares.length; cluster++) {
                mean += shares[cluster] * covariances[cluster * size + at];
            }
            for (int cluster = 0; cluster < shares.length; cluster++) {
                covariances[cluster * size + at] = mean;
            }
        }
    }

    private void whiten(int cluster, double[] covariances) {
        var factor = factor(cluster, covariances);
        for (int row = 0; row < shape.columns(); row++) {
            double pivot = factor[shape.at(0, row, row)];
            logDeterminants[cluster] -= Math.log(pivot);
            whitening[shape.at(cluster, row, row)] = 1 / pivot;
            for (int column = shape.first(row); column < row; column++) {
                double sum = 0;
                for (int i = column; i < row; i++) {
                    sum += factor[shape.at(0, row, i)] * whitening[shape.at(cluster, i, column)];
                }
                whitening[shape.at(cluster, row, column)] = -sum / pivot;
            }
        }
    }

    private double[] factor(int cluster, double[] covariances) {
        var factor = new double[shape.sizeOfOne()];
        for (int row = 0; row < shape.columns(); row++) {
            for (int column = shape.first(row); column <= row; column++) {
                double left = covariances[shape.at(cluster, row, column)];
                for (int i = shape.first(column); i < column; i++) {
                    left -= factor[shape.at(0, row, i)] * factor[shape.at(0, column, i)];
                }
                factor[shape.at(0, row, column)] =
                        row == column ? root(left) : left / factor[shape.at(0, column, column)];
            }
        }
        return factor;
    }

    /** What rounding took away is given back, so that there is always a root. */
    private static double root(double variance) {
        return Math.sqrt(Math.max(variance, 0) + REGULARISATION);
    }

    /** What is common to the log-densities of all rows in a distribution. */
    double logFactor(int cluster) {
        double unit = shape.columns() / 2.0 * Math.log(2 * Math.PI);
        return Math.log(weights[cluster]) + logDeterminants[cluster] - unit;
    }
}
