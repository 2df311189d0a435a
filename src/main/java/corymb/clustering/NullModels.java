package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Groups rows that have no clusters in the same way as the customers, and compares the silhouettes.
 *
 * <p>Two kinds of such rows are drawn: spread evenly over the range of each feature, and from one normal cloud. The cloud is drawn
 * as sums of the centred rows with normal weights, which gives their very means, spreads and correlations.
 *
 * <p>Reference: R. Tibshirani, G. Walther, T. Hastie, Estimating the number of clusters in a data set via the gap statistic, JRSS B 63
 * (2001), doi:10.1111/1467-9868.00293, for the even spread; Y. Liu et al., Statistical significance of clustering for
 * high-dimension, low-sample size data, JASA 103 (2008), doi:10.1198/016214508000000454, for the cloud; the share with the found
 * one counted in: B. Phipson, G. Smyth (2010), doi:10.2202/1544-6115.1585. Cost: {@value #DRAWS} clusterings and silhouettes of at
 * most {@value #MOST_ROWS} rows for each kind, and O(rows² x columns) to draw a cloud.
 */
public final class NullModels {
    private static final int DRAWS = 39;
    private static final int MOST_ROWS = 1_000;

    private final ClusterPlan plan;
    private final int clusters;
    private final Seed seed;

    private NullModels(ClusterPlan plan, int clusters) {
        this.plan = plan.trying(clusters);
        this.clusters = clusters;
        this.seed = plan.seed().derive("null models");
    }

    /** The test for that many clusters of the rows by the plan. */
    public static NullTest test(Matrix scaled, int clusters, ClusterPlan plan, Progress progress) {
        return new NullModels(plan, clusters).test(scaled, progress);
    }

    private NullTest test(Matrix scaled, Progress progress) {
        var rows = scaled.rowCount() <= MOST_ROWS
                ? scaled
                : scaled.rows(Sample.rows(
                        scaled.rowCount(), MOST_ROWS, seed.derive("sample").generator()));
        double found = silhouette(rows, progress.between(0, 0));
        double uniform = share(rows, found, NullModels::uniform, progress.between(0, 0.5));
        double normal = share(rows, found, NullModels::normal, progress.between(0.5, 1));
        return new NullTest(found, uniform, normal, DRAWS, rows.rowCount());
    }

    private double share(
            Matrix rows, double found, BiFunction<Matrix, RandomGenerator, Matrix> kind, Progress progress) {
        int reached = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            progress.report((double) draw / DRAWS, "Comparing with customers without groups");
            var part = progress.between((double) draw / DRAWS, (double) draw / DRAWS);
            var chance = seed.derive(draw).generator();
            reached += silhouette(kind.apply(rows, chance), part) >= found ? 1 : 0;
        }
        return (1.0 + reached) / (1 + DRAWS);
    }

    private double silhouette(Matrix rows, Progress progress) {
        try {
            var found = Grouper.quick(rows, plan, progress);
            return found.clusterCount() < clusters
                    ? -1
                    : Silhouette.of(rows, List.of(found), seed, progress)
                            .getFirst()
                            .mean();
        } catch (Failure tooFewDifferentRows) {
            return -1;
        }
    }

    private static Matrix uniform(Matrix rows, RandomGenerator chance) {
        int columns = rows.columnCount();
        var values = new double[rows.rowCount() * columns];
        for (int column = 0; column < columns; column++) {
            var range = Arrays.stream(Scaler.column(rows, column)).summaryStatistics();
            for (int row = 0; row < rows.rowCount(); row++) {
                values[row * columns + column] =
                        range.getMin() + chance.nextDouble() * (range.getMax() - range.getMin());
            }
        }
        return new Matrix(rows.columnNames(), values);
    }

    private static Matrix normal(Matrix rows, RandomGenerator chance) {
        int count = rows.rowCount();
        int columns = rows.columnCount();
        var means = IntStream.range(0, columns)
                .mapToDouble(column ->
                        Arrays.stream(Scaler.column(rows, column)).average().orElse(0))
                .toArray();
        var values = new double[count * columns];
        for (int row = 0; row < count; row++) {
            for (int other = 0; other < count; other++) {
                double weight = chance.nextGaussian() / Math.sqrt(count);
                for (int column = 0; column < columns; column++) {
                    values[row * columns + column] += weight * (rows.get(other, column) - means[column]);
                }
            }
        }
        return new Matrix(rows.columnNames(), values);
    }
}
