package corymb.clustering;

import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups rows that have no clusters in the same way as the customers, and compares the silhouettes.
 *
 * <p>Three kinds of such rows are drawn: spread evenly over the box round the rows along their principal axes, from one normal cloud
 * with the means, spreads and correlations of the rows, and from a cloud whose columns are skewed as theirs and go together as theirs
 * ({@link UnimodalCloud}). Mixed rows are spread evenly over the ranges and values of their columns, and drawn from the values there
 * are, each column by itself, so that nothing goes together.
 *
 * <p>Reference: R. Tibshirani, G. Walther, T. Hastie, Estimating the number of clusters in a data set via the gap statistic, JRSS B 63
 * (2001), doi:10.1111/1467-9868.00293, for the even spread; Y. Liu et al., Statistical significance of clustering for
 * high-dimension, low-sample size data, JASA 103 (2008), doi:10.1198/016214508000000454, for the cloud; the share with the found
 * one counted in: B. Phipson, G. Smyth (2010), doi:10.2202/1544-6115.1585. Cost: {@value #DRAWS} times for each
 * kind a clustering and its silhouettes of at most {@value #MOST_ROWS} rows, and up to {@value #CLOSEST} clusterings where no rows are
 * left out.
 */
public final class NullModels {
    private static final int DRAWS = 39;
    private static final int MOST_ROWS = 1_000;

    /** How many numbers of clusters a draw has to choose from. */
    private static final int CLOSEST = 4;

    private final ClusterPlan plan;
    private final Seed seed;
    private final List<Integer> numbers = new ArrayList<>();

    private NullModels(ClusterPlan plan, int clusters) {
        this.plan = plan;
        this.seed = plan.seed().derive("null models");
        this.numbers.add(clusters);
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
        if (rows.count() == scaled.count()) {
            chooseAsWell(rows, progress.untold());
        }
        double found = silhouette(rows, progress.untold());
        var first = progress.between(0, 0.3);
        var second = progress.between(0.3, 0.6);
        double uniform = share(found, first, spread(rows, progress.untold()));
        double normal = share(found, second, others(rows));
        double unimodal = rows.mixed().isPresent() ? 0 : unimodal(found, rows, progress.between(0.6, 1));
        return new NullTest(found, uniform, normal, unimodal, DRAWS, rows.count());
    }

    private double unimodal(double found, Subjects rows, Progress progress) {
        var cloud = UnimodalCloud.of(rows.scaled());
        return share(found, progress, chance -> rows.with(cloud.draw(rows.count(), chance)));
    }

    /**
     * Lets draws choose their number of clusters among those that separate the rows nearly as well, where it was chosen by how well
     * these few rows themselves separate: the best of several is better than one by chance alone.
     */
    private void chooseAsWell(Subjects rows, Progress progress) {
        var counts = plan.method() instanceof ClusterMethod.Mixture
                ? Optional.<Counts>empty()
                : plan.method().counts();
        int chosen = numbers.getFirst();
        var others = counts.stream()
                .flatMap(range -> range.stream().boxed())
                .filter(number -> number != chosen && number < rows.count())
                .toList();
        silhouettes(rows, others, progress).entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CLOSEST - 1)
                .forEach(entry -> numbers.add(entry.getKey()));
    }

    private static Function<RandomGenerator, Subjects> spread(Subjects rows, Progress progress) {
        if (rows.mixed().isPresent()) {
            return chance -> rows.with(rows.mixedRows().spreadEvenly(chance));
        }
        var box = PrincipalBox.of(rows.scaled(), progress);
        return chance -> rows.with(box.draw(rows.count(), chance));
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
        return silhouettes(rows, numbers, progress).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(-1);
    }

    /** By number of clusters; of numbers that the rows do not give there is none. */
    private Map<Integer, Double> silhouettes(Subjects rows, List<Integer> asked, Progress progress) {
        var found = asked.stream()
                .flatMap(clusters -> grouped(rows, clusters, progress).stream())
                .toList();
        var scored = found.isEmpty() ? List.<Silhouette>of() : Silhouette.of(rows.distances(), found, seed, progress);
        return IntStream.range(0, found.size())
                .boxed()
                .collect(Collectors.toMap(
                        at -> found.get(at).clusterCount(), at -> scored.get(at).mean()));
    }

    private Optional<Assignments> grouped(Subjects rows, int clusters, Progress progress) {
        try {
            return Optional.of(Grouper.quick(rows, plan.trying(clusters), progress))
                    .filter(found -> found.clusterCount() == clusters);
        } catch (Failure tooFewDifferentRows) {
            return Optional.empty();
        }
    }
}
