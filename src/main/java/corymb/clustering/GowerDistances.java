package corymb.clustering;

import java.util.Arrays;

/** The distances of mixed rows; see {@link Gower}. */
record GowerDistances(MixedRows rows) implements RowDistances {
    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public Few few(int[] places, int from, int to) {
        var few = rows.rows(Arrays.copyOfRange(places, from, to));
        return (row, distances) ->
                System.arraycopy(rows.gower().distances(rows, row, few, to - from), 0, distances, 0, to - from);
    }
}
