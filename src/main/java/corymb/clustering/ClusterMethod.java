package corymb.clustering;

import java.util.Optional;

/** A way to split customers into groups, with all that decides its outcome but the seed. */
public sealed interface ClusterMethod {
    /** The numbers of clusters to try; empty where the method finds the number itself. */
    Optional<Counts> counts();

    /** The same way with other numbers of clusters; as it is where the method finds the number itself. */
    ClusterMethod trying(Counts counts);

    /**
     * Groups round their means; see {@link corymb.clustering.KMeans}.
     *
     * @param starts how many times each number of clusters is started anew, at least 1
     * @param maxRounds when a start gives up, at least 1
     */
    record KMeans(Counts range, int starts, int maxRounds) implements ClusterMethod {
        public KMeans {
            requirePositive(starts, maxRounds);
        }

        @Override
        public Optional<Counts> counts() {
            return Optional.of(range);
        }

        @Override
        public ClusterMethod trying(Counts counts) {
            return new KMeans(counts, starts, maxRounds);
        }
    }

    private static void requirePositive(int starts, int maxRounds) {
        if (starts < 1 || maxRounds < 1) {
            throw new IllegalArgumentException("At least one start and one round, not " + starts + " and " + maxRounds);
        }
    }
}
