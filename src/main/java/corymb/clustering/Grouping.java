package corymb.clustering;

import corymb.work.Progress;
import java.util.List;

/**
 * What a method made of the rows.
 *
 * @param clusters how many clusters were asked for, or found where the method finds the number itself
 * @param partition the clusters
 * @param scores what the method itself says of them
 */
record Grouping(int clusters, Partition partition, List<Score> scores) {
    Grouping {
        scores = List.copyOf(scores);
    }

    /** The same over more rows, each where it belongs. */
    Grouping over(Subjects all, Progress progress) {
        return new Grouping(clusters, partition.over(all, progress), scores);
    }

    static Grouping of(Partition partition) {
        return new Grouping(partition.clusterCount(), partition, List.of());
    }
}
