package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var subjects = Subjects.of(scaled, Weights.EVEN, Optional.empty(), plan.method());
        return run(subjects, plan, progress);
    }

    static Sweep run(Subjects subjects, ClusterPlan plan, Progress progress) {
        progress.report(0, "Preparing the rows");
        var groupings = Grouper.all(subjects, plan, progress.between(0, CLUSTERING_PART));
        var silhouettes = Silhouette.of(
                subjects.distances(),
                groupings.stream()
                        .map(grouping -> grouping.partition().assignments())
                        .toList(),
                plan.seed().derive("silhouette"),
                progress.between(CLUSTERING_PART, 1));
        var partitions = groupings.stream().map(Grouping::partition).toList();
        var indices = Indices.of(subjects, partitions, plan.method(), progress.untold());
        return new Sweep(
                IntStream.range(0, groupings.size())
                        .mapToObj(i -> candidate(groupings.get(i), silhouettes.get(i), indices.get(i)))
                        .toList(),
                partitions);
    }

    private static Candidate candidate(Grouping grouping, Silhouette silhouette, List<Score> indices) {
        var partition = grouping.partition();
        var scores = new ArrayList<>(grouping.scores());
        scores.addAll(indices);
        return new Candidate(
                grouping.clusters(),
                partition.inertia(),
                silhouette.mean(),
                silhouette.rows(),
                partition.rounds(),
                scores);
    }
}
