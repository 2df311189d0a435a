package corymb.clustering;

import corymb.stats.Seed;

/**
 * How to look for a given number of clusters.
 *
 * @param clusters how many clusters, at least 1
 * @param starts how many times to start anew, at least 1; the best start is kept
 * @param maxRounds when a start gives up, at least 1
 * @param seed what makes it repeatable
 * @param beginning where starts begin; of groups as many as are looked for
 */
public record KMeansPlan(int clusters, int starts, int maxRounds, Seed seed, Beginning beginning) {
    public KMeansPlan {
        if (clusters < 1 || starts < 1 || maxRounds < 1) {
            throw new IllegalArgumentException(
                    "At least one cluster, start and round, not " + clusters + ", " + starts + " and " + maxRounds);
        }
        if (!beginning.fits(clusters)) {
            throw new IllegalArgumentException("No " + clusters + " groups to begin from");
        }
    }

    /** One that begins at rows far from each other. */
    public KMeansPlan(int clusters, int starts, int maxRounds, Seed seed) {
        this(clusters, starts, maxRounds, seed, Beginning.NONE);
    }
}
