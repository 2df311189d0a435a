package corymb.clustering;

import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Measures the {@link GapStatistic} of rows.
 *
 * <p>Rows without clusters are spread evenly over the box round the rows along their principal axes; of mixed rows each number over its
 * range, and categories drawn from those there are.
 *
 * <p>Reference: R. Tibshirani, G. Walther, T. Hastie, Estimating the number of clusters in a data set via the gap statistic, Journal of
 * the Royal Statistical Society B 63 (2001), doi:10.1111/1467-9868.00293, with reference distribution (b) and the 1-standard-error
 * rule. Cost: {@value #DRAWS} times each number of clusters, a clustering of at most {@value #MOST_ROWS} rows.
 */
public final class Gaps {
    private static final String STEP = "Measuring the gap";
    private static final int DRAWS = 10;
    private static final int MOST_ROWS = 500;

    private final ClusterPlan plan;
    private final int most;
    private final Progress progress;

    private Gaps(ClusterPlan plan, int most, Progress progress) {
        this.plan = plan;
        this.most = most;
        this.progress = progress;
    }

    /**
     * The gap for one cluster up to the most that the plan tries.
     *
     * @param scaled the rows that were grouped, already brought to one scale
     * @param plan how they were grouped; its method is told a number of clusters
     * @throws java.util.concurrent.CancellationException when asked to stop
     */
    static GapStatistic of(Subjects scaled, ClusterPlan plan, Progress progress) {
        progress.report(0, STEP);
        var seed = plan.seed().derive("gap");
        int count = scaled.count();
        var rows = count <= MOST_ROWS
                ? scaled
                : scaled.rows(
                        Sample.rows(count, MOST_ROWS, seed.derive("sample").generator()));
        int most = plan.method().counts().orElseThrow().most();
        return new Gaps(plan.by(weighed(plan.method(), scaled)), most, progress).of(rows, seed);
    }

    /** What is drawn differs in its spread, which is no reason to count its categories otherwise. */
    private static ClusterMethod weighed(ClusterMethod method, Subjects rows) {
        return method instanceof ClusterMethod.KPrototypes chosen
                ? chosen.weighing(chosen.gamma().orElseGet(() -> KPrototypes.gamma(rows.mixedRows())))
                : method;
    }

    private GapStatistic of(Subjects rows, Seed seed) {
        double[] found = logarithms(rows);
        var groupless = groupless(rows);
        var drawn = new double[DRAWS][];
        Parallel.forBlocks(
                DRAWS,
                1,
                progress,
                "Measuring the gap",
                (draw, _, _) -> drawn[draw] =
                        logarithms(groupless.apply(seed.derive(draw).generator())));
        int numbers = Arrays.stream(drawn).mapToInt(one -> one.length).min().orElse(0);
        return new GapStatistic(
                IntStream.range(0, Math.min(numbers, found.length))
                        .mapToObj(at -> point(at, found[at], drawn))
                        .toList(),
                DRAWS,
                rows.count());
    }

    private Function<RandomGenerator, Subjects> groupless(Subjects rows) {
        if (rows.mixed().isPresent()) {
            return chance -> rows.with(rows.mixedRows().spreadApart(chance));
        }
        var box = PrincipalBox.of(rows.scaled(), progress);
        return chance -> rows.with(box.draw(rows.count(), chance));
    }

    private static GapStatistic.Point point(int at, double found, double[]... drawn) {
        double mean = Arrays.stream(drawn).mapToDouble(one -> one[at]).average().orElse(0);
        double variance = Arrays.stream(drawn)
                .mapToDouble(one -> (one[at] - mean) * (one[at] - mean))
                .average()
                .orElse(0);
        return new GapStatistic.Point(at + 1, mean - found, Math.sqrt(variance * (1 + 1.0 / drawn.length)));
    }

    /** The logarithms of the inertia of one cluster, of two, and so on until the rows cannot be split further. */
    private double[] logarithms(Subjects rows) {
        var inertias = new ArrayList<Double>();
        inertias.add(inertia(rows, Indices.together(rows.count())));
        try {
            inertias.addAll(inertias(rows));
        } catch (Failure tooFewDifferentRows) {
            progress.check();
        }
        return inertias.stream()
                .takeWhile(inertia -> inertia > 0)
                .mapToDouble(Math::log)
                .toArray();
    }

    private List<Double> inertias(Subjects rows) {
        var untold = progress.untold();
        if (plan.method() instanceof ClusterMethod.Merging || plan.method() instanceof ClusterMethod.Gower) {
            var all = plan.trying(new Counts(2, Math.max(2, most)));
            return Grouper.all(rows, all, untold).stream()
                    .map(grouping -> inertia(rows, grouping.partition().assignments()))
                    .toList();
        }
        var inertias = new ArrayList<Double>();
        for (int clusters = 2; clusters <= most; clusters++) {
            var found = Grouper.quick(rows, plan.trying(clusters), untold);
            inertias.add(inertia(rows, found));
        }
        return inertias;
    }

    /** What rows are from their centres, squared, by the distance of the method. */
    private double inertia(Subjects rows, Assignments found) {
        return switch (plan.method()) {
            case ClusterMethod.Gower _ -> Indices.within(rows.distances(), List.of(found), progress.untold())[0];
            case ClusterMethod.KPrototypes method ->
                Prototypes.of(
                                rows.mixedRows(),
                                rows.weights(),
                                found,
                                method.gamma().orElseThrow())
                        .cost();
            case ClusterMethod.Moving _, ClusterMethod.Merging _, ClusterMethod.Dense _ ->
                Centres.squares(rows, found, Centres.of(rows, found));
        };
    }
}
