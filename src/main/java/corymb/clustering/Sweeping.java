package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Tries every number of clusters of a plan and scores each. */
public final class Sweeping {
    private static final double CLUSTERING_PART = 0.9;

    private Sweeping() {}

    /**
     * The best partition for each number of clusters.
     *
     * @param scaled the rows, already brought to one scale
     * @throws corymb.work.Failure when there are no rows, all rows are the same, or fewer distinct ones than clusters
     */
    public static Sweep run(Matrix scaled, ClusterPlan plan, Progress progress) {
        progress.report(0, "Preparing the rows");
        var partitions = partitions(scaled, plan, progress.between(0, CLUSTERING_PART));
        var silhouettes = Silhouette.of(
                scaled,
                partitions.stream().map(Partition::assignments).toList(),
                plan.seed().derive("silhouette"),
                progress.between(CLUSTERING_PART, 1));
        return new Sweep(candidates(partitions, silhouettes), partitions);
    }

    /** A partition of few rows for the one number of clusters that the plan asks for, found quickly and without scores. */
    static Partition quick(Matrix scaled, ClusterPlan plan, Progress progress) {
        return switch (plan.method()) {
            case ClusterMethod.KMeans method ->
                KMeans.quick(scaled, of(method, plan, method.range().fewest()), progress);
        };
    }

    private static List<Partition> partitions(Matrix scaled, ClusterPlan plan, Progress progress) {
        return switch (plan.method()) {
            case ClusterMethod.KMeans method -> kMeans(scaled, method, plan, progress);
        };
    }

    private static List<Partition> kMeans(
            Matrix scaled, ClusterMethod.KMeans method, ClusterPlan plan, Progress progress) {
        var points = Points.of(scaled);
        points.requireDistinctRows(method.range().most());
        return each(
                method.range(),
                progress,
                clusters -> part -> KMeans.run(scaled, points, of(method, plan, clusters), part));
    }

    private static KMeansPlan of(ClusterMethod.KMeans method, ClusterPlan plan, int clusters) {
        return new KMeansPlan(
                clusters, method.starts(), method.maxRounds(), plan.seed().derive(clusters));
    }

    private static List<Partition> each(Counts counts, Progress progress, IntFunction<Work> work) {
        var partitions = new ArrayList<Partition>();
        counts.stream()
                .forEach(clusters -> partitions.add(work.apply(clusters)
                        .run(progress.between(doneBefore(clusters, counts), doneBefore(clusters + 1, counts)))));
        return partitions;
    }

    /** Looks for one number of clusters. */
    @FunctionalInterface
    private interface Work {
        Partition run(Progress progress);
    }

    /** The part of the work done before so many clusters are tried: the time for each grows with its number of clusters. */
    private static double doneBefore(int clusters, Counts counts) {
        double before = IntStream.range(counts.fewest(), clusters).sum();
        return before / counts.stream().sum();
    }

    private static List<Candidate> candidates(List<Partition> partitions, List<Silhouette> silhouettes) {
        return IntStream.range(0, partitions.size())
                .mapToObj(i -> new Candidate(
                        partitions.get(i).clusterCount(),
                        partitions.get(i).inertia(),
                        silhouettes.get(i).mean(),
                        silhouettes.get(i).rows(),
                        partitions.get(i).rounds(),
                        List.of()))
                .toList();
    }
}
