package corymb.clustering;

import corymb.work.Progress;
import java.util.Arrays;

/**
 * Finds the nearest of some centres, and how much nearer it is than the second nearest, for a few rows at a time.
 *
 * <p>The rows are copied side by side, so that any of them can be taken, and stay in the processor's own memory while one centre
 * after the other is compared. The rounding of distances is allowed for: no comparison finds another centre nearest where the
 * lead says that none is.
 */
final class NearestTwo {
    /** How many rows it takes at a time. */
    static final int ROWS = 4_096;

    /** So many stay in the processor's nearest memory while one centre after the other is compared. */
    private static final int ABREAST = 1_024;

    /** More than the operations of one distance round wrong besides those of its columns, in units of the last place. */
    private static final int FEW = 16;

    /** The rows to be compared, as far as they are told to be. */
    final int[] rows = new int[ROWS];

    private final Points points;
    private final float[][] columns;
    private final float[] squares = new float[ROWS];
    private final float[] least = new float[ROWS];
    private final float[] second = new float[ROWS];
    private final float[] label = new float[ROWS];
    private final double wrong;

    NearestTwo(Points points) {
        this.points = points;
        this.wrong = (points.dimensions() + FEW) * Math.ulp(1f);
        this.columns = points.space(ROWS);
    }

    /** Compares the first {@code count} rows with all centres; what is found is told by the place of a row among them. */
    void find(int count, double[][] centres, Progress progress) {
        points.copy(rows, count, columns);
        for (int from = 0; from < count; from += ABREAST) {
            find(from, Math.min(count, from + ABREAST), centres, progress);
        }
    }

    private void find(int from, int to, double[][] centres, Progress progress) {
        Arrays.fill(least, from, to, Float.MAX_VALUE);
        Arrays.fill(second, from, to, Float.MAX_VALUE);
        Arrays.fill(label, from, to, 0);
        for (int cluster = 0; cluster < centres.length; cluster++) {
            // With many centres or columns a few rows take long.
            progress.check();
            Points.squaredDistances(columns, centres[cluster], squares, from, to);
            keepNearer(cluster, from, to);
        }
        float less = (float) (1 - wrong), more = (float) (1 + wrong);
        for (int i = from; i < to; i++) {
            second[i] = (float) Math.sqrt(second[i]) * less - (float) Math.sqrt(least[i]) * more;
        }
    }

    /** Takes a cluster where it is nearer, without a branch, which the compiler could not turn into vector instructions. */
    private void keepNearer(float cluster, int from, int to) {
        float[] distance = squares, first = least, next = second, nearest = label;
        for (int i = from; i < to; i++) {
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

    /** By how much the row is nearer to its centre than to any other at least, very large where there is no other. */
    float lead(int place) {
        return second[place];
    }
}
