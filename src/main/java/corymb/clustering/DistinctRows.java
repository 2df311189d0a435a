package corymb.clustering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of mixed rows are the same. */
final class DistinctRows {
    private final int[] places;
    private final int[] rows;
    private final int[] counts;

    private DistinctRows(int[] places, int[] rows, int[] counts) {
        this.places = places;
        this.rows = rows;
        this.counts = counts;
    }

    static DistinctRows of(MixedRows all) {
        Map<List<Object>, Integer> known = new HashMap<>();
        var places = new int[all.count()];
        Arrays.setAll(places, row -> known.computeIfAbsent(all.key(row), _ -> known.size()));
        var counts = new int[known.size()];
        var rows = new int[known.size()];
        for (int row = places.length - 1; row >= 0; row--) {
            counts[places[row]]++;
            rows[places[row]] = row;
        }
        return new DistinctRows(places, rows, counts);
    }

    /** How many differ. */
    int size() {
        return rows.length;
    }

    /** Of each distinct one the first that is like it; not to be written to, nor are the others. */
    int[] rows() {
        return rows;
    }

    /** Of each distinct one how many are like it. */
    int[] counts() {
        return counts;
    }

    /** Of every row which of the distinct ones it is like. */
    int[] places() {
        return places;
    }
}
