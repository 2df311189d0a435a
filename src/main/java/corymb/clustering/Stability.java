package corymb.clustering;

import java.util.List;

/**
 * Whether clusters come again when the customers are drawn anew.
 *
 * @param jaccards for each cluster, how much of it comes again: the mean of (shared rows) / (rows of either), 0 to 1
 * @param together for each two clusters, how often a customer of one and another of the other end in the same cluster, 0 to 1; in the
 *     diagonal, how often two of the same cluster do
 * @param resamples how many times the rows were drawn
 * @param rows how many rows were drawn each time
 */
public record Stability(List<Double> jaccards, List<List<Double>> together, int resamples, int rows) {
    /** Nothing was drawn. */
    public static final Stability NONE = new Stability(List.of(), List.of(), 0, 0);

    private static final double SHIP = 0.85;
    private static final double WATCH = 0.70;

    /** What to do with a cluster. */
    public enum Verdict {
        /** It can be relied on. */
        SHIP,
        /** It is there, with blurred borders. */
        WATCH,
        /** It would be another one in another sample of customers. */
        DONT_SHIP
    }

    public Stability {
        jaccards = List.copyOf(jaccards);
        together = together.stream().map(List::copyOf).toList();
    }

    /**
     * What to do with a cluster.
     *
     * <p>Reference: C. Hennig, Cluster-wise assessment of cluster stability, Computational Statistics and Data Analysis 52 (2007),
     * doi:10.1016/j.csda.2006.11.025, calls clusters below 0.5 dissolved and takes 0.75 and 0.85 for stable and highly stable.
     */
    public Verdict verdict(int cluster) {
        double jaccard = jaccards.get(cluster);
        if (jaccard >= SHIP) {
            return Verdict.SHIP;
        }
        return jaccard >= WATCH ? Verdict.WATCH : Verdict.DONT_SHIP;
    }
}
