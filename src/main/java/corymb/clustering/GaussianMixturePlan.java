package corymb.clustering;

import corymb.stats.Seed;

/**
 * How to look for a mixture of normal distributions.
 *
 * @param clusters how many distributions, at least 1
 * @param covariance which shapes they may have
 * @param starts how many times to start anew, at least 1; the most likely outcome is kept
 * @param maxRounds when a start gives up, at least 1
 * @param tolerance it rests when a round raises the mean log-likelihood by less, above 0
 * @param seed what makes it repeatable
 * @param beginning where the first start begins; of groups as many as are looked for, and they are the only start
 */
public record GaussianMixturePlan(
        int clusters,
        Covariance covariance,
        int starts,
        int maxRounds,
        double tolerance,
        Seed seed,
        Beginning beginning) {
    public GaussianMixturePlan {
        if (clusters < 1 || starts < 1 || maxRounds < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("At least one cluster, start and round and a tolerance above 0, not "
                    + clusters + ", " + starts + ", " + maxRounds + " and " + tolerance);
        }
        if (!beginning.fits(clusters)) {
            throw new IllegalArgumentException("No " + clusters + " groups to begin from");
        }
    }

    /** One that begins at rows far from each other. */
    public GaussianMixturePlan(
            int clusters, Covariance covariance, int starts, int maxRounds, double tolerance, Seed seed) {
        this(clusters, covariance, starts, maxRounds, tolerance, seed, Beginning.NONE);
    }

    /** Three starts, until a round raises the mean log-likelihood by less than a millionth. */
    public static GaussianMixturePlan of(int clusters, Covariance covariance, Seed seed) {
        return new GaussianMixturePlan(clusters, covariance, 3, 500, 1e-6, seed);
    }
}
