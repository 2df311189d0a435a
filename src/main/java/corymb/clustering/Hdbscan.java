package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;

/**
 * Clusters of any shape and of different density, and noise, without a radius to choose.
 *
 * <p>Rows are merged in the order of the distance at which both are in a dense place; of the clusters that come and go on the way
 * those are kept that last longest (excess of mass). All rows together are never a cluster. Where merges are at the same height,
 * the outcome depends on their order, so another program may give a few rows differently.
 *
 * <p>Reference: R. J. G. B. Campello, D. Moulavi, J. Sander, Density-based clustering based on hierarchical density estimates,
 * PAKDD (2013), doi:10.1007/978-3-642-37456-2_14. Cost: O(rows x log² rows x columns) where few columns tell the rows apart,
 * O(rows²) at worst; memory O(rows). Assumes: features on comparable scales.
 */
public final class Hdbscan {
    private static final double DISTANCES_PART = 0.3;
    private static final double TREE_PART = 0.95;

    private Hdbscan() {}

    /**
     * The clusters, the same on any number of threads.
     *
     * @throws corymb.work.Failure when there are fewer rows than points asked for, all rows are the same, or a value is missing or
     *     too large
     */
    public static StableClusters run(Matrix rows, HdbscanPlan plan, Progress progress) {
        progress.report(0, "Preparing the rows");
        var values = Rows.values(rows);
        NeighbourDistances.requireRows(rows.rowCount(), plan.minPoints());
        var points = new KdTree(values, rows.columnCount(), progress);
        var reach = NeighbourDistances.squares(points, plan.minPoints(), progress.between(0, DISTANCES_PART));
        var tree = SpanningTree.of(points, reach, progress.between(DISTANCES_PART, TREE_PART))
                .dendrogram(progress);
        if (tree.rows() > 1 && points.diagonal(0) == 0) {
            throw Rows.allAlike();
        }
        var clusters = new CondensedTree(tree, plan.minClusterSize()).clusters();
        progress.report(1, "Choosing clusters");
        return clusters;
    }
}
