package corymb.clustering;

import corymb.table.Matrix;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Customers as a method sees them.
 *
 * @param scaled their numbers on one scale, one row each
 * @param weights how much each counts
 * @param mixed their numbers and categories, for a method that compares these
 */
record Subjects(Matrix scaled, Weights weights, Optional<MixedRows> mixed) {
    /** Who all count alike, and are numbers alone. */
    static Subjects of(Matrix scaled) {
        return new Subjects(scaled, Weights.EVEN, Optional.empty());
    }

    /** Customers for a method; where it compares categories and there are none, numbers alone. */
    static Subjects of(Matrix scaled, Weights weights, Optional<MixedRows> mixed, ClusterMethod method) {
        return new Subjects(
                scaled,
                weights,
                switch (method) {
                    case ClusterMethod.KPrototypes _ ->
                        Optional.of(mixed.orElseGet(() -> MixedRows.of(scaled)).onScale(scaled));
                    case ClusterMethod.Gower _ -> Optional.of(mixed.orElseGet(() -> MixedRows.of(scaled)));
                    case ClusterMethod.Moving _, ClusterMethod.Merging _, ClusterMethod.Dense _ -> Optional.empty();
                });
    }

    int count() {
        return scaled.rowCount();
    }

    /** How many of them differ, {@code most} where there are as many or more; numbers as finely as kernels take them. */
    int different(int most) {
        return mixed.map(rows -> Rows.distinct(count(), most, rows::key))
                .orElseGet(() -> Rows.distinct(
                        count(),
                        most,
                        row -> IntStream.range(0, scaled.columnCount())
                                .mapToObj(column -> (float) scaled.get(row, column) + 0f)
                                .toList()));
    }

    /** Their numbers and categories; numbers alone where there are no others. */
    MixedRows mixedRows() {
        return mixed.orElseGet(() -> MixedRows.of(scaled));
    }

    /** How far they are from each other: by what they share where they are mixed. */
    RowDistances distances() {
        return mixed.<RowDistances>map(GowerDistances::new).orElseGet(() -> new EuclideanDistances(scaled));
    }

    /** Those at these places, in their order; a place may come several times. */
    Subjects rows(int... places) {
        return new Subjects(scaled.rows(places), weights.rows(places), mixed.map(rows -> rows.rows(places)));
    }

    /** Those who count at all. */
    Subjects counting() {
        int[] places = weights.counting(count());
        return places.length == count() ? this : rows(places);
    }

    /** Others in their place who count as much. */
    Subjects with(Matrix others) {
        return new Subjects(others, weights, Optional.empty());
    }

    /** Others in their place who count as much. */
    Subjects with(MixedRows others) {
        return new Subjects(scaled, weights, Optional.of(others));
    }
}
