package corymb.clustering;

import java.util.List;
import java.util.stream.IntStream;

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
        return IntStream.range(0, candidates.size())
                .filter(at -> candidates.get(at).clusters() == clusters)
                .mapToObj(partitions::get)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not tried: " + clusters + " clusters"));
    }
}
