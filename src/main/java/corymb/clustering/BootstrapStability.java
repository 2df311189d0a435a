package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
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
    public static Stability of(Matrix scaled, Assignments found, ClusterPlan plan, Progress progress) {
        int rows = Math.min(scaled.rowCount(), MOST_ROWS);
        var jaccards = new double[RESAMPLES][];
        var seed = plan.seed().derive("stability");
        var one = plan.trying(found.clusterCount());
        var untold = progress.untold();
        Parallel.forBlocks(RESAMPLES, 1, progress, "Drawing the customers anew", (resample, _, _) -> {
            int[] drawn = drawn(scaled.rowCount(), rows, seed.derive(resample));
            jaccards[resample] = jaccards(scaled, found, one, drawn, untold);
        });
        return new Stability(means(jaccards, found.clusterCount()), RESAMPLES, rows);
    }

    private static List<Double> means(double[][] jaccards, int clusters) {
        return IntStream.range(0, clusters)
                .mapToObj(cluster -> Arrays.stream(jaccards)
                                .mapToDouble(resample -> resample[cluster])
                                .sum()
                        / jaccards.length)
                .toList();
    }

    private static int[] drawn(int rowCount, int rows, Seed seed) {
        var chance = seed.generator();
        return IntStream.range(0, rows)
                .map(_ -> chance.nextInt(rowCount))
                .sorted()
                .toArray();
    }

    private static double[] jaccards(
            Matrix scaled, Assignments found, ClusterPlan plan, int[] drawn, Progress progress) {
        try {
            var again = Grouper.quick(scaled.rows(drawn), plan, progress);
            return jaccards(found, again, drawn);
        } catch (Failure tooFewDifferentRows) {
            return new double[found.clusterCount()];
        }
    }

    /** For each found cluster, what it shares with its partner among the new ones. */
    private static double[] jaccards(Assignments found, Assignments again, int... drawn) {
        int most = Math.max(found.clusterCount(), again.clusterCount());
        var shared = new double[found.clusterCount()][most];
        var sizes = new double[found.clusterCount()];
        var sizesAgain = new double[most];
        for (int i = 0; i < drawn.length; i++) {
            boolean isRepeated = i > 0 && drawn[i] == drawn[i - 1];
            if (!isRepeated) {
                count(found.get(drawn[i]), again.get(i), shared, sizes, sizesAgain);
            }
        }
        for (int one = 0; one < sizes.length; one++) {
            for (int other = 0; other < most; other++) {
                double either = sizes[one] + sizesAgain[other] - shared[one][other];
                shared[one][other] = either == 0 ? 0 : shared[one][other] / either;
            }
        }
        var partners = OptimalMatching.of(shared);
        return IntStream.range(0, sizes.length)
                .mapToDouble(one -> shared[one][partners[one]])
                .toArray();
    }

    private static void count(int one, int other, double[][] shared, double[] sizes, double[] sizesAgain) {
        if (one >= 0) {
            sizes[one]++;
        }
        if (other >= 0) {
            sizesAgain[other]++;
        }
        if (one >= 0 && other >= 0) {
            shared[one][other]++;
        }
    }
}
