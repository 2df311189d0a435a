package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Problem;
import corymb.work.Progress;

/**
 * Merges the nearest two clusters until all rows are one, from which any number of clusters can be cut.
 *
 * <p>Ward's linkage needs the clusters' centres alone and single linkage the shortest tree over the rows; average and complete
 * linkage keep the distances of all pairs, in single precision.
 *
 * <p>Reference: F. Murtagh, P. Contreras, Algorithms for hierarchical clustering: an overview, WIREs Data Mining and Knowledge
 * Discovery 2 (2012), doi:10.1002/widm.53; heights as SciPy's. Cost: O(rows² x columns); memory O(rows x columns), for average and
 * complete linkage O(rows²): 0.8 GB for 20,000 rows. Assumes: features on comparable scales.
 */
public final class Hierarchical {
    /** As many rows average and complete linkage take: their pairs fill 0.8 GB. */
    public static final int MOST_ROWS_IN_PAIRS = 20_000;

    /** As many rows Ward's linkage takes: some minutes. */
    public static final int MOST_ROWS = 200_000;

    private Hierarchical() {}

    /**
     * The merges of all rows.
     *
     * @throws corymb.work.Failure when there are no rows or too many, or a value is missing or too large
     */
    public static Dendrogram run(Matrix rows, HierarchicalPlan plan, Progress progress) {
        progress.report(0, "Preparing the rows");
        var values = Rows.values(rows);
        requireFewRows(rows.rowCount(), plan.linkage());
        var dendrogram = switch (plan.linkage()) {
            case WARD -> NeighbourChain.merge(rows.rowCount(), new WardDistances(rows), progress);
            case AVERAGE, COMPLETE ->
                NeighbourChain.merge(rows.rowCount(), PairDistances.of(rows, plan.linkage(), progress), progress);
            case SINGLE ->
                SpanningTree.of(new KdTree(values, rows.columnCount(), progress), progress)
                        .dendrogram(progress);
        };
        progress.report(1, "Merging clusters");
        return dendrogram;
    }

    private static void requireFewRows(int rows, Linkage linkage) {
        int most = switch (linkage) {
            case AVERAGE, COMPLETE -> MOST_ROWS_IN_PAIRS;
            case WARD -> MOST_ROWS;
            case SINGLE -> Integer.MAX_VALUE;
        };
        if (rows > most) {
            throw new Problem(
                            "There are " + rows + " customers; this linkage takes at most " + most + ".",
                            "linkage",
                            "Cluster a random sample of them or choose another linkage or method.")
                    .asFailure();
        }
    }
}
