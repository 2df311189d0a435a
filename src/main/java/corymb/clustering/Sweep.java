package corymb.clustering;

import java.util.List;

/**
 * The partitions into several numbers of clusters, and how well each fits.
 *
 * @param candidates the numbers of clusters tried, fewest first
 * @param partitions the best partition found for each, in the same order
 */
public record Sweep(List<Candidate> candidates, List<Partition> partitions) {
    public Sweep {
        candidates = List.copyOf(candidates);
        partitions = List.copyOf(partitions);
    }

    /** The partition into that many clusters. */
    public Partition partition(int clusters) {
        return partitions.stream()
                .filter(partition -> partition.clusterCount() == clusters)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not tried: " + clusters + " clusters"));
    }
}
