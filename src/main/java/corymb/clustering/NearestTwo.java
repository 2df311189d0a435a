package corymb.clustering;

import corymb.work.Progress;
import java.util.Arrays;

/**
 * Finds the nearest of some centres, and how far it and the second nearest are, for a few rows at a time.
 *
 * <p>The rows are copied side by side, so that any of them can be taken, and stay in the processor's own memory while one centre
 * after the other is compared.
 */
final class NearestTwo {
    /** How many rows it takes at a time. */
    static final int ROWS = 4096;

    /** The rows to be compared, as far as they are told to be. */
    final int[] rows = new int[ROWS];

    private final Points points;
    private final float[][] columns;
    private final float[] squares = new float[ROWS];
    private final float[] least = new float[ROWS];
    private final float[] second = new float[ROWS];
    private final float[] label = new float[ROWS];

    NearestTwo(Points points) {
        this.points = points;
        this.columns = points.space(ROWS);
    }

    /** Compares the first {@code count} rows with all centres; what is found is told by the place of a row among them. */
    void find(int count, double[][] centres, Progress progress) {
        points.copy(rows, count, columns);
        Arrays.fill(least, 0, count, Float.MAX_VALUE);
        Arrays.fill(second, 0, count, Float.MAX_VALUE);
        Arrays.fill(label, 0, count, 0);
        for (int cluster = 0; cluster < centres.length; cluster++) {
            // With many centres or columns one tile takes long.
            progress.check();
            Points.squaredDistances(columns, centres[cluster], squares, 0, count);
            keepNearer(cluster, count);
        }
    }

    /** Takes a cluster where it is nearer, without a branch, which the compiler could not turn into vector instructions. */
    private void keepNearer(float cluster, int count) {
        float[] distance = squares, first = least, next = second, nearest = label;
        for (int i = 0; i < count; i++) {
            float nearer = Math.min(first[i], distance[i]);
            float isNearer = Math.signum(first[i] - nearer);
            // The greater of the two, but for rounding, which is quicker so.
            next[i] = Math.min(next[i], first[i] + distance[i] - nearer);
            nearest[i] = nearest[i] + isNearer * (cluster - nearest[i]);
            first[i] = nearer;
        }
    }

    /** The number of the nearest centre; of equally near ones the first. */
    int nearest(int place) {
        return (int) label[place];
    }

    /** The squared distance to the nearest centre. */
    float least(int place) {
        return least[place];
    }

    /** The squared distance to the second nearest centre, very large where there is only one. */
    float second(int place) {
        return second[place];
    }
}
