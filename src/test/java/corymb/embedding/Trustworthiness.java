package corymb.embedding;

import corymb.table.Matrix;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much the neighbours on a map can be trusted to be neighbours in all columns, by looking at all pairs.
 *
 * <p>Reference: J. Venna, S. Kaski, Neighborhood preservation in nonlinear projection methods (2001),
 * doi:10.1007/3-540-44668-0_68.
 */
final class Trustworthiness {
    private Trustworthiness() {}

    static double of(Matrix rows, Positions positions, int neighbours) {
        int count = rows.rowCount();
        double penalty = 0;
        for (int row = 0; row < count; row++) {
            var ranks = new int[count];
            var near = order(rows, row);
            for (int place = 0; place < count; place++) {
                ranks[near[place]] = place;
            }
            var onMap = order(positions.matrix(), row);
            for (int place = 1; place <= neighbours; place++) {
                penalty += Math.max(0, ranks[onMap[place]] - neighbours);
            }
        }
        return 1 - penalty * 2 / ((double) count * neighbours * (2.0 * count - 3.0 * neighbours - 1));
    }

    /** All rows by their distance from one, which comes first. */
    private static int[] order(Matrix rows, int row) {
        return IntStream.range(0, rows.rowCount())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> other == row ? -1 : square(rows, row, other)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double square(Matrix rows, int one, int other) {
        return IntStream.range(0, rows.columnCount())
                .mapToDouble(column -> rows.get(one, column) - rows.get(other, column))
                .map(off -> off * off)
                .sum();
    }
}
