package corymb.clustering;

import corymb.work.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * How rows find their cluster: what a method learnt of the rows it was given, enough to put these where they are, bit for bit, and
 * others where they go.
 *
 * <p>Numbers are in the scale that clusters were looked for in.
 */
public sealed interface Belonging {
    /** Not kept, as by earlier versions. */
    // Whoever makes another Unknown, a reader of files, has asked for this one before: no two threads wait for each
    // other.
    @SuppressWarnings("ClassInitializationDeadlock")
    Belonging NONE = new Unknown();

    /** The same for clusters that are numbered anew. */
    Belonging renumbered(IntUnaryOperator numbers);

    /** Whether the rows themselves have to be known for it. */
    default boolean needsRows() {
        return false;
    }

    /** The rule and its reason in a sentence. */
    default String words() {
        return switch (this) {
            case Unknown _ -> "How later customers find their group was not kept.";
            case NearestCentre _ ->
                "A customer goes to the group with the nearest centre, for so were the groups found.";
            case LikeliestCloud _ ->
                "A customer goes to the group they are most likely of, by the share, place and shape that each group had.";
            case WithinRadius by ->
                String.format(
                        Locale.ROOT,
                        "A customer goes to the group of the nearest dense place within %.3g, and to none where there is no such place.",
                        by.radius());
            case FirstReached _ ->
                "A customer goes to the group that they reach first as places get less dense, and to none where that group has ended by then.";
            case NearestPrototype _ ->
                "A customer goes to the group whose means and commonest values are nearest, for so were the groups found.";
            case MostAlike _ ->
                "A customer goes to the group of the one with whom they share the most, for groups that were merged step by step may have any form and no centre.";
            case NearestRow _ ->
                "A customer goes to the group of the one most like them, for groups that were merged step by step may have any form and no centre.";
        };
    }

    /** It is not known. */
    record Unknown() implements Belonging {
        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return this;
        }
    }

    /**
     * A row goes to the nearest centre.
     *
     * @param middle what is taken off each column first, as by the kernel
     * @param unit what all are divided by then, above 0
     * @param centres where the centres were when the rows were put in clusters, in that form
     */
    record NearestCentre(List<Double> middle, double unit, List<Centre> centres) implements Belonging {
        /** The centre of a cluster. */
        public record Centre(int cluster, List<Double> place) {
            public Centre {
                place = List.copyOf(place);
                requireFinite(place);
            }
        }

        public NearestCentre {
            middle = List.copyOf(middle);
            centres = List.copyOf(centres);
            requireFinite(middle);
            int columns = middle.size();
            require(unit > 0 && unit < Double.POSITIVE_INFINITY && !centres.isEmpty());
            require(centres.stream().allMatch(centre -> centre.place().size() == columns));
        }

        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return new NearestCentre(
                    middle,
                    unit,
                    centres.stream()
                            .map(centre -> new Centre(numbers.applyAsInt(centre.cluster()), centre.place()))
                            .toList());
        }
    }

    /** A row goes to the normal cloud it is most likely of, the cloud's weight counted. */
    record LikeliestCloud(List<Cloud> clouds) implements Belonging {
        /**
         * A normal distribution.
         *
         * @param weight its share of all rows, above 0
         * @param factor the lower Cholesky factor of its covariances row after row, or of the variances alone where they are diagonal
         */
        public record Cloud(int cluster, double weight, List<Double> mean, List<Double> factor) {
            public Cloud {
                mean = List.copyOf(mean);
                factor = List.copyOf(factor);
                requireFinite(mean);
                requireFinite(factor);
                int columns = mean.size();
                boolean isDiagonal = factor.size() == columns;
                require(weight > 0 && weight <= 1 && (isDiagonal || factor.size() == columns * columns));
                for (int column = 0; column < columns; column++) {
                    require(factor.get(isDiagonal ? column : column * (columns + 1)) > 0);
                }
            }
        }

        public LikeliestCloud {
            clouds = List.copyOf(clouds);
            require(!clouds.isEmpty());
            var first = clouds.getFirst();
            require(clouds.stream()
                    .allMatch(cloud -> cloud.mean().size() == first.mean().size()
                            && cloud.factor().size() == first.factor().size()));
        }

        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return new LikeliestCloud(clouds.stream()
                    .map(cloud -> new Cloud(
                            numbers.applyAsInt(cloud.cluster()), cloud.weight(), cloud.mean(), cloud.factor()))
                    .toList());
        }
    }

    /**
     * A row goes with the nearest dense one within a radius, and is noise where there is none.
     *
     * @param radius above 0
     * @param minPoints how many rows within it make one dense, itself included
     */
    record WithinRadius(double radius, int minPoints) implements Belonging {
        public WithinRadius {
            require(radius > 0 && radius < Double.POSITIVE_INFINITY && minPoints > 0);
        }

        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return this;
        }

        @Override
        public boolean needsRows() {
            return true;
        }
    }

    /**
     * A row goes with the one it reaches first as density falls, and is noise where the cluster of that one has ended by then.
     *
     * <p>Reference: the approximate prediction of L. McInnes, J. Healy, S. Astels, hdbscan: Hierarchical density based clustering, Journal
     * of Open Source Software 2 (2017), doi:10.21105/joss.00205. A row reaches another at the distance between them, or at that to the
     * {@code minPoints}-th nearest of either, where this is larger.
     *
     * @param minPoints how many neighbours tell how dense a place is
     * @param densities one over the distance at which each cluster ends
     */
    record FirstReached(int minPoints, List<Double> densities) implements Belonging {
        public FirstReached {
            densities = List.copyOf(densities);
            require(minPoints > 0 && densities.stream().allMatch(density -> density >= 0));
        }

        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            var moved = new Double[densities.size()];
            for (int cluster = 0; cluster < moved.length; cluster++) {
                moved[numbers.applyAsInt(cluster)] = densities.get(cluster);
            }
            return new FirstReached(minPoints, List.of(moved));
        }

        @Override
        public boolean needsRows() {
            return true;
        }
    }

    /** A row goes with the nearest one: the clusters of a hierarchy may have any form, which centres would not tell. */
    record NearestRow() implements Belonging {
        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return this;
        }

        @Override
        public boolean needsRows() {
            return true;
        }
    }

    /**
     * A row goes to the nearest prototype; see {@link KPrototypes}.
     *
     * @param gamma how much a category that differs counts, from 0
     * @param prototypes where they were when the rows were put in clusters
     */
    record NearestPrototype(double gamma, List<Prototype> prototypes) implements Belonging {
        /**
         * What stands for a cluster.
         *
         * @param place the mean of each number
         * @param levels the commonest value of each category; empty where most are missing
         */
        public record Prototype(int cluster, List<Double> place, List<String> levels) {
            public Prototype {
                place = List.copyOf(place);
                levels = List.copyOf(levels);
                requireFinite(place);
            }
        }

        public NearestPrototype {
            prototypes = List.copyOf(prototypes);
            require(gamma >= 0 && gamma < Double.POSITIVE_INFINITY && !prototypes.isEmpty());
            var first = prototypes.getFirst();
            require(prototypes.stream()
                    .allMatch(one -> one.place().size() == first.place().size()
                            && one.levels().size() == first.levels().size()));
        }

        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return new NearestPrototype(
                    gamma,
                    prototypes.stream()
                            .map(one -> new Prototype(numbers.applyAsInt(one.cluster()), one.place(), one.levels()))
                            .toList());
        }
    }

    /**
     * A row goes with the one that is most like it; see {@link Gower}.
     *
     * @param ranges the range that each number had, from 0
     */
    record MostAlike(List<Double> ranges) implements Belonging {
        public MostAlike {
            ranges = List.copyOf(ranges);
            requireFinite(ranges);
            require(ranges.stream().allMatch(range -> range >= 0));
        }

        @Override
        public Belonging renumbered(IntUnaryOperator numbers) {
            return this;
        }

        @Override
        public boolean needsRows() {
            return true;
        }
    }

    private static void requireFinite(Collection<Double> values) {
        require(values.stream().allMatch(Double::isFinite));
    }

    /** Leaves with a problem where what was learnt makes no sense. */
    static void require(boolean isSound) {
        if (!isSound) {
            throw nonsense();
        }
    }

    /** What was learnt makes no sense. */
    static RuntimeException nonsense() {
        return new Problem("What was learnt of the groups makes no sense.", "", "Look for groups again.").asFailure();
    }

    /** Numbers as a list. */
    static List<Double> list(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
