package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Groups rows that have no clusters in the same way as the customers, and compares the silhouettes.
 *
 * <p>Two kinds of such rows are drawn: spread evenly over the range of each feature, and from one normal cloud. The cloud has
 * the means, spreads and correlations of the rows. Mixed rows are spread evenly over the ranges and values of their columns, and drawn
 * from the values there are, each column by itself, so that nothing goes together.
 *
 * <p>Reference: R. Tibshirani, G. Walther, T. Hastie, Estimating the number of clusters in a data set via the gap statistic, JRSS B 63
 * (2001), doi:10.1111/1467-9868.00293, for the even spread; Y. Liu et al., Statistical significance of clustering for
 * high-dimension, low-sample size data, JASA 103 (2008), doi:10.1198/016214508000000454, for the cloud; the share with the found
 * one counted in: B. Phipson, G. Smyth (2010), doi:10.2202/1544-6115.1585. Cost: {@value #DRAWS} clusterings and silhouettes of at
 * most {@value #MOST_ROWS} rows for each kind.
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

    /**
     * The test for that many clusters of the rows by the plan.
     *
     * @param scaled the rows that were grouped, already brought to one scale
     * @param clusters how many, at least 2
     * @param plan how they were grouped; its method is told a number of clusters
     * @throws java.util.concurrent.CancellationException when asked to stop
     */
    static NullTest test(Subjects scaled, int clusters, ClusterPlan plan, Progress progress) {
        return new NullModels(plan, clusters).test(scaled, progress);
    }

    private NullTest test(Subjects scaled, Progress progress) {
        var rows = scaled.count() <= MOST_ROWS
                ? scaled
                : scaled.rows(Sample.rows(
                        scaled.count(), MOST_ROWS, seed.derive("sample").generator()));
        double found = silhouette(rows, progress.untold());
        var first = progress.between(0, 0.5);
        var second = progress.between(0.5, 1);
        double uniform = share(found, first, chance -> uniform(rows, chance));
        double normal = share(found, second, others(rows));
        return new NullTest(found, uniform, normal, DRAWS, rows.count());
    }

    private static Subjects uniform(Subjects rows, RandomGenerator chance) {
        return rows.mixed()
                .map(mixed -> rows.with(mixed.spreadEvenly(chance)))
                .orElseGet(() -> rows.with(uniform(rows.scaled(), chance)));
    }

    /** A normal cloud; of mixed rows the same values, but each column mixed up by itself. */
    private static Function<RandomGenerator, Subjects> others(Subjects rows) {
        if (rows.mixed().isPresent()) {
            return chance -> rows.with(rows.mixedRows().mixedUp(chance));
        }
        var cloud = NormalCloud.of(rows.scaled());
        return chance -> rows.with(cloud.draw(rows.count(), chance));
    }

    private double share(double found, Progress progress, Function<RandomGenerator, Subjects> kind) {
        var reached = new boolean[DRAWS];
        var untold = progress.untold();
        Parallel.forBlocks(DRAWS, 1, progress, "Comparing with customers without groups", (draw, _, _) -> {
            var chance = seed.derive(draw).generator();
            reached[draw] = silhouette(kind.apply(chance), untold) >= found;
        });
        long count = IntStream.range(0, DRAWS).filter(draw -> reached[draw]).count();
        return (1.0 + count) / (1 + DRAWS);
    }

    private double silhouette(Subjects rows, Progress progress) {
        try {
            var found = Grouper.quick(rows, plan, progress);
            return found.clusterCount() < clusters
                    ? -1
                    : Silhouette.of(rows.distances(), List.of(found), seed, progress)
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
}
