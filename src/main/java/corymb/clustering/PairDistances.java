package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** The distances of all pairs of clusters, kept: each slot's to those before it, slot after slot, in single precision. */
final class PairDistances implements NeighbourChain.Distances {
    private static final int ROWS_A_BLOCK = 64;

    private final float[] distances;
    private final int[] sizes;
    private final boolean isAverage;

    private PairDistances(float[] distances, int count, boolean isAverage) {
        this.distances = distances;
        this.sizes = new int[count];
        this.isAverage = isAverage;
        Arrays.fill(sizes, 1);
    }

    /** Between rows; between clusters either the mean of those between their rows or the largest. */
    static PairDistances of(Matrix rows, boolean isAverage, Progress progress) {
        int count = rows.rowCount();
        var distances = new float[count * (count - 1) / 2];
        var columns = new double[rows.columnCount()][];
        Arrays.setAll(columns, column -> Scaler.column(rows, column));
        Parallel.forBlocks(count, ROWS_A_BLOCK, progress, (_, from, to) -> {
            var squares = new double[to];
            for (int row = from; row < to; row++) {
                progress.check();
                fill(columns, row, squares, distances);
            }
        });
        return new PairDistances(distances, count, isAverage);
    }

    private static void fill(double[][] columns, int row, double[] squares, float[] distances) {
        Arrays.fill(squares, 0, row, 0);
        for (var column : columns) {
            double at = column[row];
            for (int other = 0; other < row; other++) {
                double off = column[other] - at;
                squares[other] += off * off;
            }
        }
        int first = at(row, 0);
        for (int other = 0; other < row; other++) {
            distances[first + other] = (float) Math.sqrt(squares[other]);
        }
    }

    /** Where the distance of a slot to one before it is. */
    private static int at(int slot, int before) {
        return slot * (slot - 1) / 2 + before;
    }

    private static int pair(int one, int other) {
        return one > other ? at(one, other) : at(other, one);
    }

    @Override
    public int nearest(int slot, int before, int left) {
        int nearest = before >= 0 ? before : slot == 0 ? 1 : 0;
        float least = distances[pair(slot, nearest)];
        int at = at(slot, 0);
        for (int other = 0; other < slot; other++) {
            if (distances[at + other] < least) {
                least = distances[at + other];
                nearest = other;
            }
        }
        for (int other = slot + 1; other < left; other++) {
            float distance = distances[at(other, slot)];
            if (distance < least) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    @Override
    public double between(int slot, int other) {
        return distances[pair(slot, other)];
    }

    @Override
    public void join(int kept, int freed, int left) {
        for (int other = 0; other < left; other++) {
            if (other != kept && other != freed) {
                int at = pair(kept, other);
                distances[at] = joined(distances[at], sizes[kept], distances[pair(freed, other)], sizes[freed]);
            }
        }
        sizes[kept] += sizes[freed];
    }

    private float joined(float one, int ofOne, float other, int ofOther) {
        return isAverage
                ? (float) (((double) one * ofOne + (double) other * ofOther) / (ofOne + ofOther))
                : Math.max(one, other);
    }

    @Override
    public void move(int last, int freed) {
        for (int other = 0; other < last; other++) {
            if (other != freed) {
                distances[pair(freed, other)] = distances[at(last, other)];
            }
        }
        sizes[freed] = sizes[last];
    }
}
