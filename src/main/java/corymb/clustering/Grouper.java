package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Groups rows by the method of a plan. */
final class Grouper {
    private final Matrix scaled;
    private final ClusterPlan plan;
    private final Progress progress;

    private Grouper(Matrix scaled, ClusterPlan plan, Progress progress) {
        this.scaled = scaled;
        this.plan = plan;
        this.progress = progress;
    }

    /** One grouping for each number of clusters of the plan, fewest first; one alone where the method finds the number itself. */
    static List<Grouping> all(Matrix scaled, ClusterPlan plan, Progress progress) {
        var grouper = new Grouper(scaled, plan, progress);
        return switch (plan.method()) {
            case ClusterMethod.KMeans method -> grouper.kMeans(method);
            case ClusterMethod.Mixture method -> grouper.mixtures(method);
            case ClusterMethod.MiniBatch method -> grouper.miniBatch(method);
            case ClusterMethod.Merging method -> grouper.merging(method);
            case ClusterMethod.Dbscan method -> List.of(grouper.dbscan(method));
            case ClusterMethod.Hdbscan method -> List.of(grouper.hdbscan(method));
        };
    }

    /** A grouping of few rows into the one number of clusters that the plan asks for, found quickly. */
    static Assignments quick(Matrix scaled, ClusterPlan plan, Progress progress) {
        var grouper = new Grouper(scaled, plan, progress);
        return switch (plan.method()) {
            case ClusterMethod.KMeans method ->
                KMeans.quick(scaled, grouper.plan(method, method.range().fewest()), progress)
                        .assignments();
            case ClusterMethod.Mixture method ->
                grouper.mixture(method.once(), method.range().fewest(), progress)
                        .partition()
                        .assignments();
            case ClusterMethod.Merging method ->
                Hierarchical.run(scaled, new HierarchicalPlan(method.linkage()), progress)
                        .cut(method.range().fewest());
            case ClusterMethod.MiniBatch method ->
                MiniBatchKMeans.run(scaled, grouper.plan(method, method.range().fewest()), progress)
                        .assignments();
            case ClusterMethod.Dbscan method ->
                grouper.dbscan(method).partition().assignments();
            case ClusterMethod.Hdbscan method ->
                grouper.hdbscan(method).partition().assignments();
        };
    }

    private List<Grouping> kMeans(ClusterMethod.KMeans method) {
        var points = Points.of(scaled, progress);
        points.requireDistinctRows(method.range().most());
        return each(
                method.range(),
                (clusters, part) -> Grouping.of(KMeans.run(scaled, points, plan(method, clusters), part)));
    }

    private KMeansPlan plan(ClusterMethod.KMeans method, int clusters) {
        return new KMeansPlan(
                clusters, method.starts(), method.maxRounds(), plan.seed().derive(clusters));
    }

    private List<Grouping> miniBatch(ClusterMethod.MiniBatch method) {
        Points.of(scaled, progress).requireDistinctRows(method.range().most());
        return each(
                method.range(),
                (clusters, part) -> Grouping.of(MiniBatchKMeans.run(scaled, plan(method, clusters), part)));
    }

    private MiniBatchPlan plan(ClusterMethod.MiniBatch method, int clusters) {
        return new MiniBatchPlan(
                clusters, method.batchRows(), method.batches(), plan.seed().derive(clusters));
    }

    private List<Grouping> mixtures(ClusterMethod.Mixture method) {
        Points.of(scaled, progress).requireDistinctRows(method.range().most());
        return each(method.range(), (clusters, part) -> mixture(method, clusters, part));
    }

    private Grouping mixture(ClusterMethod.Mixture method, int clusters, Progress part) {
        var seed = plan.seed().derive(clusters);
        var fit = GaussianMixture.run(
                scaled,
                new GaussianMixturePlan(
                        clusters, method.covariance(), method.starts(), method.maxRounds(), method.tolerance(), seed),
                part);
        var scores = List.of(new Score(Measure.BIC, fit.bic()), new Score(Measure.AIC, fit.aic()));
        return new Grouping(
                clusters, Partition.of(scaled, fit.assignments(), fit.rounds()).by(fit.belonging()), scores);
    }

    private List<Grouping> merging(ClusterMethod.Merging method) {
        Points.of(scaled, progress).requireDistinctRows(method.range().most());
        var dendrogram = Hierarchical.run(scaled, new HierarchicalPlan(method.linkage()), progress);
        return method.range().stream()
                .mapToObj(clusters -> Grouping.of(
                        Partition.of(scaled, dendrogram.cut(clusters), 1).by(new Belonging.NearestRow())))
                .toList();
    }

    private Grouping dbscan(ClusterMethod.Dbscan method) {
        double radius = method.radius()
                .orElseGet(() -> NeighbourDistances.of(scaled, method.minPoints(), progress.between(0, 0.5))
                        .suggestedRadius());
        var plan = new DbscanPlan(Math.max(radius, Double.MIN_VALUE), method.minPoints());
        var found = Dbscan.run(scaled, plan, progress.between(0.5, 1));
        return Grouping.of(Partition.of(scaled, found(found.assignments()), 1)
                .by(new Belonging.WithinRadius(plan.radius(), plan.minPoints())));
    }

    private Grouping hdbscan(ClusterMethod.Hdbscan method) {
        var found = Hdbscan.run(scaled, new HdbscanPlan(method.minClusterSize(), method.minPoints()), progress);
        return Grouping.of(Partition.of(scaled, found(found.assignments()), 1)
                .by(new Belonging.FirstReached(method.minPoints(), found.densities())));
    }

    private static Assignments found(Assignments assignments) {
        if (assignments.clusterCount() == 0) {
            throw new Problem(
                            "No customers lie close enough together to be a group: all are noise.",
                            "",
                            "Ask for a larger radius, fewer neighbours, or fewer features.")
                    .asFailure();
        }
        return assignments;
    }

    private List<Grouping> each(Counts counts, BiFunction<Integer, Progress, Grouping> work) {
        var groupings = new ArrayList<Grouping>();
        counts.stream()
                .forEach(clusters -> groupings.add(work.apply(
                        clusters, progress.between(doneBefore(clusters, counts), doneBefore(clusters + 1, counts)))));
        return groupings;
    }

    /** The part of the work done before so many clusters are tried: the time for each grows with its number of clusters. */
    private static double doneBefore(int clusters, Counts counts) {
        double before = IntStream.range(counts.fewest(), clusters).sum();
        return before / counts.stream().sum();
    }
}
