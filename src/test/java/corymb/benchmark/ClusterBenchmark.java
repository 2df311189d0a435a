package corymb.benchmark;

import corymb.clustering.ClusterPlan;
import corymb.clustering.KMeans;
import corymb.clustering.KMeansPlan;
import corymb.clustering.Mixture;
import corymb.clustering.Scaler;
import corymb.clustering.SmileKMeans;
import corymb.clustering.Sweeping;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measures the clustering kernel, and Smile's beside it. */
public final class ClusterBenchmark {
    private static final int RUNS = 5;
    private static final int STARTS = 3;
    private static final int CLUSTERS = 12;

    private ClusterBenchmark() {}

    /** Prints a table, one row a figure. */
    public static void main(String[] args) throws Exception {
        var rows = scaled(200_000);
        System.out.println(sweep(rows).row());
        printScikitLearn(rows);
        System.out.println(
                one("k-means, 12 clusters, 3 starts, 200,000 x 8", rows).row());
        System.out.println(smile(rows).row());
        System.out.println(one("k-means, 12 clusters, 3 starts, 1,000,000 x 8", scaled(1_000_000))
                .row());
        printInertias(rows);
    }

    private static Figure sweep(Matrix rows) throws Exception {
        var plan = ClusterPlan.of(rows.columnNames());
        return Figure.measure(
                "k-means 2...12, 3 starts, silhouette, 200,000 x 8",
                "at most a tenth of scikit-learn's",
                RUNS,
                () -> Sweeping.run(rows, plan, Progress.NONE));
    }

    private static void printScikitLearn(Matrix rows) throws Exception {
        var theirs = ScikitLearn.sweep(rows, STARTS);
        if (theirs.isEmpty()) {
            System.out.println(
                    "The same by scikit-learn: skipped, no Python here has it (on Debian: python3-sklearn).");
            return;
        }
        System.out.println(theirs.get().sweep().row());
        var ours = Sweeping.run(rows, ClusterPlan.of(rows.columnNames()), Progress.NONE)
                .candidates();
        var ratios = IntStream.range(0, ours.size())
                .mapToDouble(
                        i -> ours.get(i).inertia() / theirs.get().inertias().get(i))
                .summaryStatistics();
        System.out.printf(
                Locale.ROOT,
                "Inertia over scikit-learn's, 2 to 12 clusters: least %.6f, greatest %.6f%n",
                ratios.getMin(),
                ratios.getMax());
    }

    private static Figure one(String name, Matrix rows) throws Exception {
        return Figure.measure(name, "under Smile's", RUNS, () -> KMeans.run(rows, plan(1), Progress.NONE));
    }

    private static Figure smile(Matrix rows) throws Exception {
        return Figure.measure("the same by Smile", "", 1, () -> SmileKMeans.inertia(rows, CLUSTERS, STARTS));
    }

    /** Of several seeds, since one lucky start tells little. */
    private static void printInertias(Matrix rows) {
        var ours = IntStream.range(0, 5)
                .mapToDouble(seed -> KMeans.run(rows, plan(seed), Progress.NONE).inertia())
                .summaryStatistics();
        System.out.printf(
                Locale.ROOT,
                "Inertia, 12 clusters, 3 starts: worst of five seeds %.2f, best %.2f; Smile %.2f%n",
                ours.getMax(),
                ours.getMin(),
                SmileKMeans.inertia(rows, CLUSTERS, STARTS));
    }

    private static KMeansPlan plan(long seed) {
        return new KMeansPlan(CLUSTERS, STARTS, 300, new Seed(seed));
    }

    private static Matrix scaled(int rows) {
        return Scaler.scale(Mixture.of(rows, 8, 12, 2), Scaling.STANDARD).matrix();
    }
}
