package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tries every number of clusters of a plan and scores each. */
public final class KMeansSweep {
    private static final double CLUSTERING_PART = 0.9;

    private KMeansSweep() {}

    /**
     * The best partition for each number of clusters.
     *
     * @param scaled the rows, already brought to one scale
     * @throws corymb.work.Failure when there are no rows, all rows are the same, or fewer distinct ones than clusters
     */
    public static Sweep run(Matrix scaled, ClusterPlan plan, Progress progress) {
        progress.report(0, "Preparing the rows");
        var points = Points.of(scaled);
        points.requireDistinctRows(plan.maxClusters());
        var partitions = partitions(scaled, points, plan, progress);
        var silhouettes = Silhouette.of(
                scaled,
                partitions.stream().map(Partition::assignments).toList(),
                plan.seed().derive("silhouette"),
                progress.between(CLUSTERING_PART, 1));
        return new Sweep(candidates(partitions, silhouettes), partitions);
    }

    private static List<Partition> partitions(Matrix scaled, Points points, ClusterPlan plan, Progress progress) {
        var partitions = new ArrayList<Partition>();
        for (int clusters = plan.minClusters(); clusters <= plan.maxClusters(); clusters++) {
            var part = progress.between(doneBefore(clusters, plan), doneBefore(clusters + 1, plan));
            partitions.add(KMeans.run(scaled, points, plan.kMeans(clusters), part));
        }
        return partitions;
    }

    /** The part of the work done before so many clusters are tried: the time for each grows with its number of clusters. */
    private static double doneBefore(int clusters, ClusterPlan plan) {
        double before = IntStream.range(plan.minClusters(), clusters).sum();
        double all =
                IntStream.rangeClosed(plan.minClusters(), plan.maxClusters()).sum();
        return CLUSTERING_PART * before / all;
    }

    private static List<Candidate> candidates(List<Partition> partitions, List<Silhouette> silhouettes) {
        return IntStream.range(0, partitions.size())
                .mapToObj(i -> new Candidate(
                        partitions.get(i).clusterCount(),
                        partitions.get(i).inertia(),
                        silhouettes.get(i).mean(),
                        silhouettes.get(i).rows(),
                        partitions.get(i).rounds()))
                .toList();
    }
}
