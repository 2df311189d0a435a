package corymb.embedding;

import corymb.clustering.KdTree;
import corymb.clustering.Rows;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/**
 * The rows nearest to each row, without itself, the nearest first.
 *
 * <p>Exactly, by boxes within boxes, where few columns or few rows make that quick; else nearly all of them, by
 * {@link NeighbourForest}. Distances are in units of the largest value's distance from its column's mean, so that no square is
 * too large or too small for single precision.
 */
final class Neighbours {
    /** With more columns than these, boxes keep too little apart. */
    private static final int FEW_COLUMNS = 16;

    private static final int FEW_ROWS = 8_192;
    private static final int BLOCK = 256;

    final int rows;
    /** How many of each row. */
    final int count;
    /** Row after row. */
    final int[] others;
    /** Their squared distances, likewise. */
    final float[] squares;

    Neighbours(int rows, int count) {
        this.rows = rows;
        this.count = count;
        this.others = new int[Math.multiplyExact(rows, count)];
        this.squares = new float[others.length];
    }

    /**
     * Finds them.
     *
     * @param count how many of each row, fewer than there are rows
     * @throws corymb.work.Failure when a value is missing or too large
     */
    static Neighbours of(Matrix rows, int count, Seed seed, Progress progress) {
        Rows.requireFinite(rows);
        progress.report(0, "Finding neighbours");
        var values = shrunk(rows);
        return rows.columnCount() <= FEW_COLUMNS || rows.rowCount() <= FEW_ROWS
                ? exact(values, rows.columnCount(), count, progress)
                : NeighbourForest.neighbours(values, rows.columnCount(), count, seed, progress);
    }

    static Neighbours exact(double[] values, int columns, int count, Progress progress) {
        var tree = new KdTree(values, columns, progress);
        var found = new Neighbours(tree.count(), count);
        Parallel.forBlocks(found.rows, BLOCK, progress, "Finding neighbours", (_, from, to) -> {
            var squares = new float[count + 1];
            var places = new int[count + 1];
            for (int place = from; place < to; place++) {
                progress.check();
                tree.nearest(place, squares, places);
                found.take(tree, place, squares, places);
            }
        });
        return found;
    }

    private void take(KdTree tree, int place, float[] nearest, int[] places) {
        int at = tree.row(place) * count;
        int end = at + count;
        for (int i = 0; at < end; i++) {
            if (places[i] != place) {
                others[at] = tree.row(places[i]);
                squares[at++] = nearest[i];
            }
        }
    }

    private static double[] shrunk(Matrix rows) {
        var values = rows.toArray();
        int columns = rows.columnCount();
        double unit = 0;
        for (int column = 0; column < columns; column++) {
            double mean = 0;
            for (int i = column; i < values.length; i += columns) {
                mean += values[i] / rows.rowCount();
            }
            for (int i = column; i < values.length; i += columns) {
                values[i] -= mean;
                unit = Math.max(unit, Math.abs(values[i]));
            }
        }
        double largest = unit > 0 ? unit : 1;
        Arrays.setAll(values, i -> values[i] / largest);
        return values;
    }
}
