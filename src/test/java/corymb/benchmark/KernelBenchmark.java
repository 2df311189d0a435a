package corymb.benchmark;

import com.sun.management.ThreadMXBean;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Covariance;
import corymb.clustering.Dbscan;
import corymb.clustering.DbscanPlan;
import corymb.clustering.GaussianMixture;
import corymb.clustering.GaussianMixturePlan;
import corymb.clustering.Hdbscan;
import corymb.clustering.HdbscanPlan;
import corymb.clustering.Hierarchical;
import corymb.clustering.HierarchicalPlan;
import corymb.clustering.KMeans;
import corymb.clustering.KMeansPlan;
import corymb.clustering.Linkage;
import corymb.clustering.MiniBatchKMeans;
import corymb.clustering.MiniBatchPlan;
import corymb.clustering.Mixture;
import corymb.clustering.Partition;
import corymb.clustering.Scaler;
import corymb.clustering.Silhouette;
import corymb.clustering.Sweeping;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures each clustering kernel, and scikit-learn's beside it where a Python has it. */
public final class KernelBenchmark {
    private static final Seed SEED = new Seed(1);
    private static final int RUNS = 3;
    /** What takes a tenth of a second is measured more often, so that not only the compiler's first tries count. */
    private static final int SHORT_RUNS = 7;

    private static final int CLUSTERS = 6;
    private static final int MANY_CLUSTERS = 50;
    private static final double RADIUS = 0.5;

    private KernelBenchmark() {}

    /** Prints a table, one row a figure, with the figure of the result behind it. */
    public static void main(String[] args) throws Exception {
        kMeans(scaled(1_000_000));
        silhouette(scaled(20_000));
        mixture(scaled(200_000));
        dbscan(scaled(100_000));
        ward(scaled(20_000));
        alone();
    }

    private static void kMeans(Matrix rows) throws Exception {
        ours(SHORT_RUNS, "k-means, 6 clusters, 1,000,000 x 8", "0.25 x scikit-learn", () -> inertia(rows, CLUSTERS));
        theirs(rows, "k-means", CLUSTERS, SHORT_RUNS);
        theirs(rows, "best of 50", CLUSTERS, 1);
        ours("k-means, 6 clusters, 1,000,000 x 8: MB allocated in all", "", () -> allocated(rows));
        var many = scaled(200_000);
        ours("k-means, 50 clusters, 200,000 x 8", "", () -> inertia(many, MANY_CLUSTERS));
        theirs(many, "k-means", MANY_CLUSTERS, RUNS);
    }

    private static double inertia(Matrix rows, int clusters) {
        return KMeans.run(rows, new KMeansPlan(clusters, 1, 300, SEED), Progress.NONE)
                .inertia();
    }

    /** What a run takes beside the matrix it is given, whether at once or one after the other, the result included. */
    private static double allocated(Matrix rows) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        inertia(rows, CLUSTERS);
        return (threads.getTotalThreadAllocatedBytes() - before) / 1e6;
    }

    private static void silhouette(Matrix rows) throws Exception {
        var clusters = KMeans.run(rows, new KMeansPlan(CLUSTERS, 1, 300, SEED), Progress.NONE)
                .assignments();
        ours(
                "silhouette, all of 20,000 x 8",
                "0.25 x scikit-learn",
                () -> Silhouette.of(rows, List.of(clusters), SEED, Progress.NONE)
                        .getFirst()
                        .mean());
        theirs(rows, "silhouette", CLUSTERS, RUNS);
    }

    private static void mixture(Matrix rows) throws Exception {
        var plan = new GaussianMixturePlan(CLUSTERS, Covariance.FULL, 1, 100, 1e-3, SEED);
        ours(
                "Gaussian mixture, 6 clusters, full, 200,000 x 8",
                "0.7 x scikit-learn",
                () -> GaussianMixture.run(rows, plan, Progress.NONE).logLikelihood());
        theirs(rows, "mixture", CLUSTERS, RUNS);
    }

    private static void dbscan(Matrix rows) throws Exception {
        ours(
                "DBSCAN, radius 0.5, 5 points, 100,000 x 8: rows of noise",
                "0.7 x scikit-learn",
                () -> (double) Dbscan.run(rows, new DbscanPlan(RADIUS, 5), Progress.NONE)
                        .assignments()
                        .noise());
        theirs(rows, "dbscan", RADIUS, RUNS);
    }

    private static void ward(Matrix rows) throws Exception {
        ours("Ward, 20,000 x 8: inertia of 6 clusters", "0.7 x scikit-learn", () -> {
            var clusters = Hierarchical.run(rows, new HierarchicalPlan(Linkage.WARD), Progress.NONE)
                    .cut(CLUSTERS);
            return Partition.of(rows, clusters, 1).inertia();
        });
        theirs(rows, "ward", CLUSTERS, 1);
    }

    /** What scikit-learn is not measured at. */
    private static void alone() throws Exception {
        var many = scaled(1_000_000);
        ours("k-means 2...12, 3 starts, silhouette, 200,000 x 8", "2.5 s", () -> sweep(scaled(200_000)));
        ours("k-means 2...12, 3 starts, silhouette, 1,000,000 x 8", "12 s", () -> sweep(many));
        ours(
                "mini-batch k-means, 6 clusters, 1,000,000 x 8",
                "",
                () -> MiniBatchKMeans.run(many, MiniBatchPlan.of(CLUSTERS, SEED), Progress.NONE)
                        .inertia());
        var rows = scaled(100_000);
        ours(
                "HDBSCAN, 50 rows, 10 points, 100,000 x 8: rows of noise",
                "",
                () -> (double) Hdbscan.run(rows, new HdbscanPlan(50, 10), Progress.NONE)
                        .assignments()
                        .noise());
    }

    private static double sweep(Matrix rows) {
        return Sweeping.run(rows, ClusterPlan.of(rows.columnNames()), Progress.NONE)
                .candidates()
                .getFirst()
                .silhouette();
    }

    private static void ours(String name, String target, Callable<Double> work) throws Exception {
        ours(RUNS, name, target, work);
    }

    private static void ours(int runs, String name, String target, Callable<Double> work) throws Exception {
        var figure = Figure.measure(name, target, runs, work);
        System.out.printf(Locale.ROOT, "%s %.8g%n", figure.row(), work.call());
    }

    private static void theirs(Matrix rows, String kernel, double parameter, int runs) throws Exception {
        var theirs = ScikitLearn.kernel(rows, kernel, parameter, runs);
        if (theirs.isEmpty()) {
            System.out.println("The same by scikit-learn: skipped, no Python here has it.");
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.8g%n",
                theirs.get().sweep().row(),
                theirs.get().inertias().getFirst());
    }

    private static Matrix scaled(int rows) {
        return Scaler.scale(Mixture.of(rows, 8, CLUSTERS, 2), Scaling.STANDARD).matrix();
    }
}
