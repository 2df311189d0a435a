package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.stream.IntStream;

/**
 * Merges the most alike two clusters of mixed rows until all are one; see {@link Gower} and {@link Hierarchical}.
 *
 * <p>Rows that are the same are one from the start, and count as many. Cost: O(distinct rows² x columns); memory four bytes a pair of
 * distinct rows, 0.8 GB for {@value #MOST_ROWS}.
 */
final class GowerMerging {
    /** As many distinct rows as it takes. */
    static final int MOST_ROWS = 20_000;

    private static final int ROWS_A_BLOCK = 16;

    private final Dendrogram dendrogram;
    private final DistinctRows distinct;

    private GowerMerging(Dendrogram dendrogram, DistinctRows distinct) {
        this.dendrogram = dendrogram;
        this.distinct = distinct;
    }

    /**
     * The merges of all rows.
     *
     * @throws corymb.work.Failure when there are no rows, or too many distinct ones
     */
    static GowerMerging run(MixedRows rows, Linkage linkage, Progress progress) {
        progress.report(0, "Comparing the rows");
        if (rows.count() == 0) {
            throw Rows.noCustomers();
        }
        var distinct = DistinctRows.of(rows);
        requireFewRows(distinct.size());
        var distances = distances(rows.rows(distinct.rows()), progress.between(0, 0.5));
        var pairs = new PairDistances(distances, distinct.counts(), linkage);
        var dendrogram = NeighbourChain.merge(distinct.size(), pairs, progress.between(0.5, 1));
        progress.report(1, "Merging clusters");
        return new GowerMerging(dendrogram, distinct);
    }

    private static void requireFewRows(int rows) {
        if (rows > MOST_ROWS) {
            throw new Problem(
                            "There are %,d customers who differ; by Gower's distance at most %,d can be compared."
                                    .formatted(rows, MOST_ROWS),
                            "method",
                            "Choose k-prototypes, or features in which more customers are the same.")
                    .asFailure();
        }
    }

    private static float[][] distances(MixedRows rows, Progress progress) {
        var distances = new float[rows.count()][];
        Parallel.forBlocks(rows.count(), ROWS_A_BLOCK, progress, "Comparing the rows", (_, from, to) -> {
            for (int row = from; row < to; row++) {
                progress.check();
                distances[row] = single(rows.gower().distances(rows, row, rows, row));
            }
        });
        return distances;
    }

    private static float[] single(double... values) {
        var single = new float[values.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }

    /** The merges of the distinct rows. */
    Dendrogram dendrogram() {
        return dendrogram;
    }

    /** Which rows these are. */
    int[] distinct() {
        return distinct.rows();
    }

    /**
     * The clusters before the last merges, the largest first.
     *
     * @param clusters how many, from 1 to the number of distinct rows
     */
    Assignments cut(int clusters) {
        var found = dendrogram.cut(clusters);
        return Assignments.largestFirst(
                clusters, IntStream.of(distinct.places()).map(found::get).toArray());
    }
}
