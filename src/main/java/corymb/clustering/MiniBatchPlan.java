package corymb.clustering;

import corymb.stats.Seed;

/**
 * How to look for a given number of clusters in a few rows at a time.
 *
 * @param clusters how many clusters, at least 1
 * @param batchRows how many rows move the centres at a time, at least 1
 * @param batches how many times, at least 1
 * @param seed what makes it repeatable
 */
public record MiniBatchPlan(int clusters, int batchRows, int batches, Seed seed) {
    public MiniBatchPlan {
        if (clusters < 1 || batchRows < 1 || batches < 1) {
            throw new IllegalArgumentException(
                    "At least one cluster, row and batch, not " + clusters + ", " + batchRows + " and " + batches);
        }
    }

    /** A hundred batches of 1,024 rows. */
    public static MiniBatchPlan of(int clusters, Seed seed) {
        return new MiniBatchPlan(clusters, 1_024, 100, seed);
    }
}
