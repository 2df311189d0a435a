package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a sample of rows says of where rows belong.
 *
 * @param tree puts every row at one cluster
 * @param boxes one list a cluster; a row may lie in boxes of two clusters, or in none
 */
record Distilled(DecisionTree tree, List<List<Box>> boxes) {
    private static final int ROWS_A_LEAF = 1_000;

    Distilled {
        boxes = List.copyOf(boxes);
    }

    static Distilled of(TreeSample sample, int depth, Progress progress) {
        var grown = TreeGrowing.grow(sample, depth, fewestRows(sample), progress);
        var tree = TreeRounding.of(grown, sample, progress).simplified();
        return new Distilled(
                tree,
                IntStream.rangeClosed(1, sample.clusterCount())
                        .mapToObj(label -> BoxPruning.of(tree.boxes(label), sample, label, progress))
                        .toList());
    }

    /** No cluster is too small to be told. */
    private static int fewestRows(TreeSample sample) {
        int smallest =
                IntStream.of(sample.counts()).filter(size -> size > 0).min().orElse(1);
        return Math.max(1, Math.min(smallest, sample.size() / ROWS_A_LEAF));
    }

    boolean holds(int cluster, Matrix rows, int row) {
        return boxes.get(cluster).stream().anyMatch(box -> box.holds(rows, row));
    }
}
