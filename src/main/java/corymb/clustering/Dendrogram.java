package corymb.clustering;

import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * How rows merge step by step into one cluster.
 *
 * @param rows how many rows there are, at least 1
 * @param merges one fewer than rows, the lowest first; the {@code i}-th makes the cluster {@code rows + i}
 */
public record Dendrogram(int rows, List<Merge> merges) {
    private static final int MERGES_A_LOOK = 1 << 16;

    /**
     * Two clusters become one.
     *
     * @param one a row (below the number of rows) or the cluster that an earlier merge made
     * @param other the other, larger in number
     * @param height how far apart they are by the linkage
     * @param size how many rows the merged cluster has
     */
    public record Merge(int one, int other, double height, int size) {}

    public Dendrogram {
        merges = List.copyOf(merges);
        if (rows < 1 || merges.size() != rows - 1) {
            throw new IllegalArgumentException(merges.size() + " merges of " + rows + " rows");
        }
    }

    /** Brings edges of a tree over the rows into the order of their height and numbers what they merge. */
    static Dendrogram of(int[] ones, int[] others, double[] heights, Progress progress) {
        int rows = heights.length + 1;
        int[] order = Sorting.places(heights, progress);
        var clusters = new UnionFind(rows);
        var numbers = new int[rows];
        var sizes = new int[rows];
        Arrays.setAll(numbers, row -> row);
        Arrays.fill(sizes, 1);
        var merges = new Merge[rows - 1];
        for (int i = 0; i < merges.length; i++) {
            if (i % MERGES_A_LOOK == 0) {
                progress.check();
            }
            int one = clusters.find(ones[order[i]]);
            int other = clusters.find(others[order[i]]);
            int size = sizes[one] + sizes[other];
            merges[i] = new Merge(
                    Math.min(numbers[one], numbers[other]),
                    Math.max(numbers[one], numbers[other]),
                    heights[order[i]],
                    size);
            clusters.unite(one, other);
            numbers[Math.min(one, other)] = rows + i;
            sizes[Math.min(one, other)] = size;
        }
        return new Dendrogram(rows, List.of(merges));
    }

    /**
     * The clusters before the last merges, the largest first.
     *
     * @param clusters how many, from 1 to the number of rows
     */
    public Assignments cut(int clusters) {
        if (clusters < 1 || clusters > rows) {
            throw new IllegalArgumentException("No " + clusters + " clusters of " + rows + " rows");
        }
        var parents = new int[2 * rows - 1];
        Arrays.setAll(parents, node -> node);
        for (int i = 0; i < rows - clusters; i++) {
            parents[merges.get(i).one()] = rows + i;
            parents[merges.get(i).other()] = rows + i;
        }
        return numbered(parents, clusters);
    }

    /** From the top down, so that each node's parent already knows its cluster. */
    private Assignments numbered(int[] parents, int clusters) {
        var labels = new int[parents.length];
        int next = 0;
        for (int node = parents.length - clusters; node >= 0; node--) {
            labels[node] = parents[node] == node ? next++ : labels[parents[node]];
        }
        return Assignments.largestFirst(clusters, Arrays.copyOf(labels, rows));
    }
}
