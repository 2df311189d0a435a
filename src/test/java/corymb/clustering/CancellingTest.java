package corymb.clustering;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Looks;
import corymb.work.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kernel stops within 200 ms of processor time wherever it is, on rows as many as a project may have. */
class CancellingTest {
    private static final Seed SEED = new Seed(1);

    @TestFactory
    Stream<DynamicTest> noThreadWorksLongWithoutALookAtTheWishToStop() {
        return Looks.areNeverFar(kernels());
    }

    private static Map<String, Consumer<Progress>> kernels() {
        var million = Mixture.of(1_000_000, 8, 6, 2);
        var many = Mixture.of(100_000, 8, 6, 2);
        var some = Mixture.of(8_000, 8, 6, 2);
        var wide = Mixture.of(1_500, 2_000, 6, 2);
        var groups =
                KMeans.run(many, new KMeansPlan(6, 1, 300, SEED), Progress.NONE).assignments();
        Map<String, Consumer<Progress>> kernels = new LinkedHashMap<>();
        kernels.put("tree of boxes", progress -> new KdTree(many.toArray(), 8, progress));
        kernels.put("tree of boxes, wide", progress -> new KdTree(wide.toArray(), 2_000, progress));
        kernels.put("k-means", progress -> KMeans.run(million, new KMeansPlan(6, 1, 300, SEED), progress));
        kernels.put(
                "k-means from candidates",
                progress ->
                        KMeans.run(million, new KMeansPlan(6, 1, 300, SEED, new Beginning.Oversampled()), progress));
        kernels.put("k-means, wide", progress -> KMeans.run(wide, new KMeansPlan(6, 1, 300, SEED), progress));
        kernels.put("mini-batch", progress -> MiniBatchKMeans.run(million, MiniBatchPlan.of(6, SEED), progress));
        kernels.put("mixture", progress -> GaussianMixture.run(many, mixture(Covariance.FULL), progress));
        kernels.put("mixture, wide", progress -> GaussianMixture.run(wide, mixture(Covariance.DIAGONAL), progress));
        kernels.put("dbscan", progress -> Dbscan.run(some, new DbscanPlan(1, 5), progress));
        kernels.put("hdbscan", progress -> Hdbscan.run(some, new HdbscanPlan(50, 10), progress));
        for (var linkage : Linkage.values()) {
            kernels.put(linkage.name(), progress -> Hierarchical.run(some, new HierarchicalPlan(linkage), progress));
        }
        var millions = Mixture.of(3_000_000, 2, 6, 2);
        kernels.put("robust scale", progress -> Scaler.scale(millions, Scaling.ROBUST, progress));
        var heights = new SplittableRandom(1).doubles(3_000_000).toArray();
        int[] rows = IntStream.range(0, heights.length).toArray();
        int[] nexts = IntStream.rangeClosed(1, heights.length).toArray();
        kernels.put("order of merges", progress -> Dendrogram.of(rows, nexts, heights, progress));
        var mixed = MixedRows.of(MixedSamples.groups(400_000, 6, 1, 4, SEED));
        var levels = MixedRows.of(MixedSamples.allDifferent(100_000));
        var fewMixed = MixedRows.of(MixedSamples.groups(6_000, 6, 1, 4, SEED));
        var prototypes = new KPrototypesPlan(6, OptionalDouble.empty(), 1, 10, SEED);
        kernels.put("k-prototypes", progress -> KPrototypes.run(mixed, Weights.EVEN, prototypes, progress));
        kernels.put(
                "k-prototypes, 100,000 levels",
                progress -> KPrototypes.run(levels, Weights.EVEN, prototypes, progress));
        kernels.put("gower", progress -> GowerMerging.run(fewMixed, Linkage.AVERAGE, progress));
        kernels.put("silhouette", progress -> Silhouette.of(many, List.of(groups), SEED, progress));
        kernels.put(
                "pairs of mixed rows",
                progress -> Indices.ofPairs(
                        new GowerDistances(fewMixed), List.of(new Assignments(1, new int[6_000])), progress));
        kernels.put("gap", progress -> Gaps.of(Subjects.of(many), plan(many), progress));
        kernels.put(
                "stability",
                progress -> BootstrapStability.of(
                        Subjects.of(many), groups, plan(many).trying(6), progress));
        kernels.put("sweep", progress -> Sweeping.run(many, plan(many), progress));
        kernels.put("no groups at all", progress -> NullModels.test(Subjects.of(many), 6, plan(many), progress));
        kernels.put("rules", progress -> Distilling.run(many, groups, new DistillationPlan(4, SEED), progress));
        return kernels;
    }

    private static GaussianMixturePlan mixture(Covariance covariance) {
        return new GaussianMixturePlan(6, covariance, 1, 20, 1e-3, SEED);
    }

    private static ClusterPlan plan(Matrix rows) {
        var method = new ClusterMethod.KMeans(new Counts(2, 6), 1, 300);
        return new ClusterPlan(rows.columnNames(), Scaling.NONE, method, SEED);
    }
}
