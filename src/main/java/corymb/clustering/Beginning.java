package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Problem;
import java.util.List;
import java.util.stream.IntStream;

/** Where groups round centres begin to be looked for. */
public sealed interface Beginning {
    /** Nothing was said, as by earlier versions: the usual. */
    // Whoever makes another, a reader of files, has asked for this one before: no two threads wait for each other.
    @SuppressWarnings("ClassInitializationDeadlock")
    Beginning NONE = new PlusPlus();

    /** Whether it can begin with so many groups. */
    default boolean fits(int clusters) {
        return switch (this) {
            case PlusPlus _, Oversampled _ -> true;
            case Groups groups -> groups.centres().size() == clusters;
        };
    }

    /** At customers far from each other, drawn from some of them; see {@link GreedySeeding}. */
    record PlusPlus() implements Beginning {}

    /** At customers far from each other, found in a few rounds over all of them; see {@link OversampledSeeding}. */
    record Oversampled() implements Beginning {}

    /**
     * At the centres of groups that were found before: one start, there.
     *
     * @param columns what the numbers are
     * @param centres the centre of each group
     */
    record Groups(List<String> columns, List<List<Double>> centres) implements Beginning {
        public Groups {
            columns = List.copyOf(columns);
            centres = centres.stream().map(List::copyOf).toList();
            int width = columns.size();
            Belonging.require(width > 0
                    && !centres.isEmpty()
                    && centres.stream()
                            .allMatch(centre ->
                                    centre.size() == width && centre.stream().allMatch(Double::isFinite)));
        }

        /** Those of a clustering. */
        public static Groups of(Clustering clustering) {
            return new Groups(
                    clustering.columns(),
                    clustering.clusters().stream().map(ClusterProfile::centre).toList());
        }

        /** The same on the scale of other rows; a problem where these have other columns. */
        Groups scaled(ScaledMatrix to) {
            if (!to.matrix().columnNames().equals(columns)) {
                throw new Problem(
                                "The groups to start from were found in other features, or these were prepared in another way.",
                                "beginning",
                                "Choose the same features, or start anew.")
                        .asFailure();
            }
            return new Groups(
                    columns,
                    centres.stream()
                            .map(centre -> IntStream.range(0, centre.size())
                                    .mapToObj(column ->
                                            (centre.get(column) - to.shift().get(column))
                                                    / to.scale().get(column))
                                    .toList())
                            .toList());
        }

        /** The centres as rows. */
        Matrix matrix() {
            return new Matrix(
                    columns,
                    centres.stream()
                            .flatMap(List::stream)
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
    }
}
