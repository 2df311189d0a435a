package corymb.clustering;

import corymb.clustering.Belonging.LikeliestCloud.Cloud;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
    /** The lower Cholesky factors of the covariances. */
    final double[] factors;

    private final double[] logDeterminants;

    MixtureParts(MixtureShape shape, double[] weights, double[] centres) {
        this.shape = shape;
        this.weights = weights;
        this.centres = centres;
        this.whitening = new double[shape.size()];
        this.factors = new double[shape.size()];
        this.logDeterminants = new double[shape.clusters()];
    }

    /** Distributions as they were kept. */
    static MixtureParts of(List<Cloud> clouds) {
        var first = clouds.getFirst();
        int columns = first.mean().size();
        var shape = new MixtureShape(clouds.size(), columns, first.factor().size() == columns);
        var parts = new MixtureParts(
                shape,
                clouds.stream().mapToDouble(Cloud::weight).toArray(),
                flat(clouds.stream().map(Cloud::mean)));
        System.arraycopy(flat(clouds.stream().map(Cloud::factor)), 0, parts.factors, 0, shape.size());
        for (int cluster = 0; cluster < shape.clusters(); cluster++) {
            parts.whiten(cluster);
        }
        return parts;
    }

    private static double[] flat(Stream<List<Double>> lists) {
        return lists.flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    }

    /** A distribution as the given cluster's, to be kept. */
    Cloud cloud(int distribution, int cluster) {
        int columns = shape.columns();
        int size = shape.sizeOfOne();
        return new Cloud(
                cluster,
                weights[distribution],
                Belonging.list(Arrays.copyOfRange(centres, distribution * columns, (distribution + 1) * columns)),
                Belonging.list(Arrays.copyOfRange(factors, distribution * size, (distribution + 1) * size)));
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
            parts.factor(cluster, covariances);
            parts.whiten(cluster);
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

    private void whiten(int cluster) {
        for (int row = 0; row < shape.columns(); row++) {
            double pivot = factors[shape.at(cluster, row, row)];
            logDeterminants[cluster] -= Math.log(pivot);
            whitening[shape.at(cluster, row, row)] = 1 / pivot;
            for (int column = shape.first(row); column < row; column++) {
                double sum = 0;
                for (int i = column; i < row; i++) {
                    sum += factors[shape.at(cluster, row, i)] * whitening[shape.at(cluster, i, column)];
                }
                whitening[shape.at(cluster, row, column)] = -sum / pivot;
            }
        }
    }

    private void factor(int cluster, double[] covariances) {
        for (int row = 0; row < shape.columns(); row++) {
            for (int column = shape.first(row); column <= row; column++) {
                double left = covariances[shape.at(cluster, row, column)];
                for (int i = shape.first(column); i < column; i++) {
                    left -= factors[shape.at(cluster, row, i)] * factors[shape.at(cluster, column, i)];
                }
                factors[shape.at(cluster, row, column)] =
                        row == column ? root(left) : left / factors[shape.at(cluster, column, column)];
            }
        }
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
