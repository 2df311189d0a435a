package corymb.clustering;

import java.util.Optional;
import java.util.OptionalDouble;

/** A way to split customers into groups, with all that decides its outcome but the seed. */
public sealed interface ClusterMethod {
    /** The numbers of clusters to try; empty where the method finds the number itself. */
    Optional<Counts> counts();

    /** The same way with other numbers of clusters; as it is where the method finds the number itself. */
    ClusterMethod trying(Counts counts);

    /** What is measured otherwise than of numbers, or not at all, in plain words; empty where all is as usual. */
    default String measured() {
        return "";
    }

    /** A way that is told how many clusters to look for. */
    sealed interface Numbered extends ClusterMethod {
        /** The numbers to try. */
        Counts range();

        @Override
        default Optional<Counts> counts() {
            return Optional.of(range());
        }
    }

    /** A way that moves the centres of groups: it can begin in several places, and customers may count more or less. */
    sealed interface Moving extends Numbered {}

    /** A way that compares categories as they are, beside numbers. */
    sealed interface Mixed extends Numbered {}

    /** A way that looks for dense places, as many as there are, and leaves lone customers in none. */
    sealed interface Dense extends ClusterMethod {
        /** What to ask for where all customers fall into one group, as the end of a sentence. */
        String closer();

        @Override
        default Optional<Counts> counts() {
            return Optional.empty();
        }

        @Override
        default ClusterMethod trying(Counts counts) {
            return this;
        }
    }

    /**
     * Groups round their means; see {@link corymb.clustering.KMeans}.
     *
     * @param starts how many times each number of clusters is started anew, at least 1
     * @param maxRounds when a start gives up, at least 1
     */
    record KMeans(Counts range, int starts, int maxRounds) implements Moving {
        public KMeans {
            requirePositive(starts, maxRounds);
        }

        @Override
        public ClusterMethod trying(Counts counts) {
            return new KMeans(counts, starts, maxRounds);
        }
    }

    /**
     * Groups round their means, moved by a few rows at a time; see {@link MiniBatchKMeans}.
     *
     * @param batchRows how many rows move the means at a time, at least 1
     * @param batches how many times, at least 1
     */
    record MiniBatch(Counts range, int batchRows, int batches) implements Moving {
        public MiniBatch {
            requirePositive(batchRows, batches);
        }

        @Override
        public ClusterMethod trying(Counts counts) {
            return new MiniBatch(counts, batchRows, batches);
        }
    }

    /**
     * Groups as normal clouds of customers, each with a shape of its own; see {@link GaussianMixture}.
     *
     * @param starts how many times each number of clouds is started anew, at least 1
     * @param maxRounds when a start gives up, at least 1
     * @param tolerance a start rests when a round raises the mean log-likelihood by less, above 0
     */
    record Mixture(Counts range, Covariance covariance, int starts, int maxRounds, double tolerance) implements Moving {
        public Mixture {
            requirePositive(starts, maxRounds);
            if (!(tolerance > 0)) {
                throw new IllegalArgumentException("A tolerance above 0, not " + tolerance);
            }
        }

        @Override
        public ClusterMethod trying(Counts counts) {
            return new Mixture(counts, covariance, starts, maxRounds, tolerance);
        }

        @Override
        public String measured() {
            return "There is no gap: mixtures are compared by what they say for what they take to describe (BIC and AIC).";
        }

        /** The same with one start. */
        Mixture once() {
            return new Mixture(range, covariance, 1, maxRounds, tolerance);
        }
    }

    /** Groups merged from smaller ones step by step, the nearest first; see {@link Hierarchical}. */
    record Merging(Counts range, Linkage linkage) implements Numbered {
        @Override
        public ClusterMethod trying(Counts counts) {
            return new Merging(counts, linkage);
        }
    }

    /**
     * Groups round a mean of each number and the commonest value of each category; see {@link corymb.clustering.KPrototypes}.
     *
     * @param gamma how much a category that differs counts beside the squares of numbers, from 0; none for half the mean standard deviation of
     *     the numbers
     * @param starts how many times each number of clusters is started anew, at least 1
     * @param maxRounds when a start gives up, at least 1
     */
    record KPrototypes(Counts range, OptionalDouble gamma, int starts, int maxRounds) implements Mixed {
        public KPrototypes {
            requirePositive(starts, maxRounds);
            if (!(gamma.orElse(0) >= 0 && gamma.orElse(0) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Gamma is from 0, not " + gamma.orElse(0));
            }
        }

        @Override
        public ClusterMethod trying(Counts counts) {
            return new KPrototypes(counts, gamma, starts, maxRounds);
        }

        @Override
        public String measured() {
            return "Silhouettes go by Gower’s distance; Calinski–Harabasz, Davies–Bouldin and the gap by how far customers are from the"
                    + " prototype of their group, which of numbers alone is as usual. The gap is to customers whose numbers are spread evenly"
                    + " and whose categories are drawn each by itself.";
        }

        /** The same with so much for a category that differs. */
        KPrototypes weighing(double categories) {
            return new KPrototypes(range, OptionalDouble.of(categories), starts, maxRounds);
        }
    }

    /** Groups merged step by step by how many of their attributes are alike; see {@link corymb.clustering.Gower}. */
    record Gower(Counts range, Linkage linkage) implements Mixed {
        public Gower {
            if (linkage == Linkage.WARD) {
                throw new IllegalArgumentException("Ward's linkage needs means, which categories have not");
            }
        }

        @Override
        public ClusterMethod trying(Counts counts) {
            return new Gower(counts, linkage);
        }

        @Override
        public String measured() {
            return "Silhouettes, the gap and Calinski–Harabasz go by Gower’s distance. There is no Davies–Bouldin:"
                    + " it compares the centres of groups, and this distance has none.";
        }
    }

    /**
     * Groups as dense places of any form; see {@link corymb.clustering.Dbscan}.
     *
     * @param radius how near a neighbour is, above 0, in scaled units; none to take it from the distances of neighbours
     * @param minPoints how many neighbours make a place dense, itself included, at least 1
     */
    record Dbscan(OptionalDouble radius, int minPoints) implements Dense {
        public Dbscan {
            requirePositive(minPoints, 1);
            if (radius.isPresent() && !(radius.getAsDouble() > 0)) {
                throw new IllegalArgumentException("A radius above 0, not " + radius.getAsDouble());
            }
        }

        @Override
        public String closer() {
            return "ask for a smaller radius, or for more neighbours than " + minPoints + ".";
        }
    }

    /**
     * Groups as dense places of any form and density; see {@link corymb.clustering.Hdbscan}.
     *
     * @param minClusterSize the fewest customers that make a group, at least 2
     * @param minPoints how many neighbours tell how dense a place is, itself included, at least 1
     */
    record Hdbscan(int minClusterSize, int minPoints) implements Dense {
        public Hdbscan {
            requirePositive(minClusterSize - 1, minPoints);
        }

        @Override
        public String closer() {
            return minClusterSize > 2
                    ? "let groups be smaller than " + minClusterSize + " customers."
                    : "choose other features.";
        }
    }

    private static void requirePositive(int one, int other) {
        if (one < 1 || other < 1) {
            throw new IllegalArgumentException("A number of a method is too small: " + one + " or " + other);
        }
    }
}
