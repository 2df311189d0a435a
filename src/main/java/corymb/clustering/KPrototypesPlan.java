package corymb.clustering;

import corymb.stats.Seed;
import java.util.OptionalDouble;

/**
 * How to look for a given number of clusters of mixed rows.
 *
 * @param clusters how many clusters, at least 1
 * @param gamma how much a category that differs counts beside the squares of numbers, from 0; none for half the mean standard deviation of the
 *     columns of numbers
 * @param starts how many times to start anew, at least 1; the best start is kept
 * @param maxRounds when a start gives up, at least 1
 * @param seed what makes it repeatable
 */
record KPrototypesPlan(int clusters, OptionalDouble gamma, int starts, int maxRounds, Seed seed) {
    KPrototypesPlan {
        if (clusters < 1 || starts < 1 || maxRounds < 1 || !(gamma.orElse(0) >= 0)) {
            throw new IllegalArgumentException("At least one cluster, start and round, and gamma from 0");
        }
    }
}
