package corymb.embedding;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/**
 * Which rows hold on to each other and how strongly, the same in both directions: row after row in flat arrays.
 *
 * <p>The neighbours of row {@code i} stand from {@code starts[i]} to before {@code starts[i + 1]}, in ascending order.
 */
final class Graph {
    private static final int BLOCK = 1_024;

    final int[] starts;
    final int[] others;
    final float[] weights;

    private Graph(int[] starts, int[] others, float[] weights) {
        this.starts = starts;
        this.others = others;
        this.weights = weights;
    }

    int rows() {
        return starts.length - 1;
    }

    /** What two one-sided weights, each 0 where the side does not know the other, come to. */
    @FunctionalInterface
    interface Union {
        float of(float there, float back);
    }

    /**
     * Both sides of one-sided weights.
     *
     * @param weights one for each of the neighbours
     */
    static Graph of(Neighbours neighbours, float[] weights, Union union, Progress progress) {
        var there = sorted(neighbours, weights, progress);
        var back = there.turned();
        var loose =
                new Graph(sums(there.starts, back.starts), new int[2 * weights.length], new float[2 * weights.length]);
        var counts = new int[neighbours.rows];
        Parallel.forBlocks(neighbours.rows, BLOCK, progress, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                counts[row] = loose.merge(there, back, row, union);
            }
        });
        return loose.tight(counts);
    }

    private static int[] sums(int[] some, int[] others) {
        var sums = new int[some.length];
        Arrays.setAll(sums, i -> some[i] + others[i]);
        return sums;
    }

    /** The same without the places that were kept free. */
    private Graph tight(int[] counts) {
        var tight = new int[starts.length];
        for (int row = 0; row < counts.length; row++) {
            tight[row + 1] = tight[row] + counts[row];
        }
        var graph = new Graph(tight, new int[tight[counts.length]], new float[tight[counts.length]]);
        for (int row = 0; row < counts.length; row++) {
            System.arraycopy(others, starts[row], graph.others, tight[row], counts[row]);
            System.arraycopy(weights, starts[row], graph.weights, tight[row], counts[row]);
        }
        return graph;
    }

    /** Each row's neighbours in ascending order: turned twice, since turning sorts. */
    private static Graph sorted(Neighbours neighbours, float[] weights, Progress progress) {
        progress.check();
        var starts = new int[neighbours.rows + 1];
        for (int row = 0; row <= neighbours.rows; row++) {
            starts[row] = row * neighbours.count;
        }
        return new Graph(starts, neighbours.others, weights).turned().turned();
    }

    private Graph turned() {
        var into = new int[starts.length];
        for (int other : others) {
            into[other + 1]++;
        }
        for (int row = 1; row < into.length; row++) {
            into[row] += into[row - 1];
        }
        var next = into.clone();
        var turned = new Graph(into, new int[others.length], new float[others.length]);
        for (int row = 0; row < rows(); row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                int at = next[others[i]]++;
                turned.others[at] = row;
                turned.weights[at] = weights[i];
            }
        }
        return turned;
    }

    /** Writes the neighbours that a row has on either side, and tells how many they are. */
    private int merge(Graph there, Graph back, int row, Union union) {
        int i = there.starts[row];
        int j = back.starts[row];
        int at = starts[row];
        while (i < there.starts[row + 1] || j < back.starts[row + 1]) {
            int one = i < there.starts[row + 1] ? there.others[i] : Integer.MAX_VALUE;
            int other = j < back.starts[row + 1] ? back.others[j] : Integer.MAX_VALUE;
            others[at] = Math.min(one, other);
            weights[at++] = union.of(one <= other ? there.weights[i] : 0, other <= one ? back.weights[j] : 0);
            i += one <= other ? 1 : 0;
            j += other <= one ? 1 : 0;
        }
        return at - starts[row];
    }
}
