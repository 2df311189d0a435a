package corymb.clustering;

import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Draws rows with replacement, groups them in the same way, and sees how much of each cluster comes again.
 *
 * <p>Clusters of a draw are paired with the found ones so that they share the most in all; rows that were not drawn do not count.
 * Beyond {@value #MOST_ROWS} rows each draw takes so many. A draw that cannot be grouped, for it holds too few different rows,
 * counts as sharing nothing.
 *
 * <p>Reference: C. Hennig, Cluster-wise assessment of cluster stability, Computational Statistics and Data Analysis 52 (2007),
 * doi:10.1016/j.csda.2006.11.025. Cost: {@value #RESAMPLES} times that of a clustering of the drawn rows.
 */
public final class BootstrapStability {
    private static final int RESAMPLES = 100;
    private static final int MOST_ROWS = 2_000;

    private BootstrapStability() {}

    /**
     * How stable the clusters are that were found in these rows by this plan.
     *
     * @param scaled the rows that were grouped, already brought to one scale
     * @param found the cluster of each of them; rows of no cluster do not count
     * @param plan how they were grouped; its method is told a number of clusters
     * @throws java.util.concurrent.CancellationException when asked to stop
     */
    static Stability of(Subjects scaled, Assignments found, ClusterPlan plan, Progress progress) {
        int rows = Math.min(scaled.count(), MOST_ROWS);
        var draws = new Redraw[RESAMPLES];
        var seed = plan.seed().derive("stability");
        var one = plan.trying(found.clusterCount());
        var untold = progress.untold();
        Parallel.forBlocks(RESAMPLES, 1, progress, "Drawing the customers anew", (resample, _, _) -> {
            int[] drawn = drawn(scaled.count(), rows, seed.derive(resample));
            draws[resample] = redraw(scaled, found, one, drawn, untold);
        });
        var numbers = IntStream.range(0, found.clusterCount()).boxed().toList();
        return new Stability(
                numbers.stream()
                        .map(at -> mean(draws, draw -> draw.jaccard(at)))
                        .toList(),
                numbers.stream()
                        .map(at -> numbers.stream()
                                .map(other -> mean(draws, draw -> draw.together(at, other)))
                                .toList())
                        .toList(),
                RESAMPLES,
                rows);
    }

    private static double mean(Redraw[] draws, ToDoubleFunction<Redraw> value) {
        return Arrays.stream(draws).mapToDouble(value).sum() / draws.length;
    }

    private static int[] drawn(int rowCount, int rows, Seed seed) {
        var chance = seed.generator();
        return IntStream.range(0, rows)
                .map(_ -> chance.nextInt(rowCount))
                .sorted()
                .toArray();
    }

    private static Redraw redraw(Subjects scaled, Assignments found, ClusterPlan plan, int[] drawn, Progress progress) {
        try {
            return new Redraw(found, Grouper.quick(scaled.rows(drawn), plan, progress), drawn);
        } catch (Failure tooFewDifferentRows) {
            return new Redraw(found, new Assignments(0), new int[0]);
        }
    }
}
