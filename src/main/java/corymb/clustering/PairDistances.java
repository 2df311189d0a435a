package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** The distances of all pairs of clusters, kept: each slot's to those before it, in single precision. */
final class PairDistances implements NeighbourChain.Distances {
    private static final int ROWS_A_BLOCK = 64;

    private final float[][] distances;
    private final int[] sizes;
    private final Linkage linkage;

    /**
     * Of rows that count several times.
     *
     * @param distances each row's to those before it; taken over
     * @param sizes how many times each row is there; taken over
     * @param linkage average, complete or single
     */
    PairDistances(float[][] distances, int[] sizes, Linkage linkage) {
        this.distances = distances;
        this.sizes = sizes;
        this.linkage = linkage;
    }

    /** Between rows; between clusters the mean of those between their rows, the largest or the least. */
    static PairDistances of(Matrix rows, Linkage linkage, Progress progress) {
        int count = rows.rowCount();
        var distances = new float[count][];
        var columns = new double[rows.columnCount()][];
        Arrays.setAll(columns, column -> Scaler.column(rows, column));
        Parallel.forBlocks(count, ROWS_A_BLOCK, progress, (_, from, to) -> {
            var squares = new double[to];
            for (int row = from; row < to; row++) {
                progress.check();
                distances[row] = distances(columns, row, squares);
            }
        });
        var sizes = new int[count];
        Arrays.fill(sizes, 1);
        return new PairDistances(distances, sizes, linkage);
    }

    private static float[] distances(double[][] columns, int row, double[] squares) {
        Arrays.fill(squares, 0, row, 0);
        for (var column : columns) {
            double at = column[row];
            for (int other = 0; other < row; other++) {
                double off = column[other] - at;
                squares[other] += off * off;
            }
        }
        var distances = new float[row];
        for (int other = 0; other < row; other++) {
            distances[other] = (float) Math.sqrt(squares[other]);
        }
        return distances;
    }

    private float distance(int one, int other) {
        return one > other ? distances[one][other] : distances[other][one];
    }

    private void set(int one, int other, float distance) {
        distances[Math.max(one, other)][Math.min(one, other)] = distance;
    }

    @Override
    public int nearest(int slot, int before, int left) {
        int nearest = before >= 0 ? before : slot == 0 ? 1 : 0;
        float least = distance(slot, nearest);
        var toEarlier = distances[slot];
        for (int other = 0; other < slot; other++) {
            if (toEarlier[other] < least) {
                least = toEarlier[other];
                nearest = other;
            }
        }
        for (int other = slot + 1; other < left; other++) {
            float distance = distances[other][slot];
            if (distance < least) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    @Override
    public double between(int slot, int other) {
        return distance(slot, other);
    }

    @Override
    public void join(int kept, int freed, int left) {
        for (int other = 0; other < left; other++) {
            if (other != kept && other != freed) {
                set(kept, other, joined(distance(kept, other), sizes[kept], distance(freed, other), sizes[freed]));
            }
        }
        sizes[kept] += sizes[freed];
    }

    private float joined(float one, int ofOne, float other, int ofOther) {
        return switch (linkage) {
            case AVERAGE -> (float) (((double) one * ofOne + (double) other * ofOther) / (ofOne + ofOther));
            case COMPLETE -> Math.max(one, other);
            case SINGLE -> Math.min(one, other);
            case WARD -> throw new IllegalArgumentException("Ward's linkage goes by means");
        };
    }

    @Override
    public void move(int last, int freed) {
        for (int other = 0; other < last; other++) {
            if (other != freed) {
                set(freed, other, distances[last][other]);
            }
        }
        sizes[freed] = sizes[last];
    }
}
