package corymb.clustering;

import java.util.Arrays;

/**
 * Which rows may be nearer to another centre than to their own since they were compared with all centres.
 *
 * <p>A row keeps by how much it was nearer to its own centre than to any other. Centres that move use this lead up, at most by
 * the way of its own and the longest way of another; until it is used up the row needs no comparison. What clusters have lost is
 * summed from the beginning on, so that a row is written to only where it was compared.
 *
 * <p>Reference: G. Hamerly, Making k-means even faster, SDM (2010), doi:10.1137/1.9781611972801.12, with one bound a row in the place
 * of two.
 */
final class Leads {
    /** More than the sums of ways are rounded wrong by, as a part of them. */
    private static final double WRONG = 1e-9;

    /** What a row's cluster has lost when the row has to be compared again. */
    private final float[] ends;

    private final double[] lost;

    Leads(Points points, int clusters) {
        this.ends = new float[points.count()];
        this.lost = new double[clusters];
    }

    /** Takes note that centres have moved. */
    void move(double[][] from, double[][] to) {
        var ways = new double[lost.length];
        Arrays.setAll(ways, cluster -> way(from[cluster], to[cluster]));
        int farthest = 0;
        for (int cluster = 1; cluster < ways.length; cluster++) {
            farthest = ways[cluster] > ways[farthest] ? cluster : farthest;
        }
        double next = 0;
        for (int cluster = 0; cluster < ways.length; cluster++) {
            next = cluster == farthest ? next : Math.max(next, ways[cluster]);
        }
        for (int cluster = 0; cluster < ways.length; cluster++) {
            lost[cluster] += (ways[cluster] + (cluster == farthest ? next : ways[farthest])) * (1 + WRONG);
        }
    }

    /** How far a centre has moved, as single precision sees it. */
    private static double way(double[] from, double... to) {
        double sum = 0;
        for (int column = 0; column < from.length; column++) {
            double off = (float) to[column] - (double) (float) from[column];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }

    /** Lists the rows {@code from} to before {@code to} that have to be compared, all in the first round; how many they are. */
    int doubtful(char[] clusters, int from, int to, int[] into) {
        int count = 0;
        for (int row = from; row < to; row++) {
            into[count] = row;
            count += lost[clusters[row]] >= ends[row] ? 1 : 0;
        }
        return count;
    }

    /** Takes note of how much nearer a row is to its centre than to any other. */
    void set(int row, int cluster, float lead) {
        ends[row] = Math.nextDown((float) (lost[cluster] + lead));
    }

    /** Lets a row be compared in the next round. */
    void forget(int row) {
        ends[row] = 0;
    }
}
