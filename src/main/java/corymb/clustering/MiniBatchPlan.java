package corymb.clustering;

import corymb.stats.Seed;

/**
 * How to look for a given number of clusters in a few rows at a time.
 *
 * @param clusters how many clusters, at least 1
 * @param batchRows how many rows move the centres at a time, at least 1
 * @param batches how many times, at least 1
 * @param seed what makes it repeatable
 * @param beginning where it begins; of groups as many as are looked for
 */
public record MiniBatchPlan(int clusters, int batchRows, int batches, Seed seed, Beginning beginning) {
    public MiniBatchPlan {
        if (clusters < 1 || batchRows < 1 || batches < 1) {
            throw new IllegalArgumentException(
                    "At least one cluster, row and batch, not " + clusters + ", " + batchRows + " and " + batches);
        }
        if (!beginning.fits(clusters)) {
            throw new IllegalArgumentException("No " + clusters + " groups to begin from");
        }
    }

    /** One that begins at rows far from each other. */
    public MiniBatchPlan(int clusters, int batchRows, int batches, Seed seed) {
        this(clusters, batchRows, batches, seed, Beginning.NONE);
    }

    /** A hundred batches of 1,024 rows. */
    public static MiniBatchPlan of(int clusters, Seed seed) {
        return new MiniBatchPlan(clusters, 1_024, 100, seed);
    }
}
