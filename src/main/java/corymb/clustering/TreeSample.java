package corymb.clustering;

import corymb.table.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows that a tree is grown on, and where the clustering has them. */
final class TreeSample {
    private final Matrix rows;
    private final Assignments clusters;
    private final int[] places;

    TreeSample(Matrix rows, Assignments clusters, int[] places) {
        this.rows = rows;
        this.clusters = clusters;
        this.places = places.clone();
        Arrays.sort(this.places);
    }

    Matrix rows() {
        return rows;
    }

    /** Which rows of the matrix, ascending. */
    IntStream places() {
        return Arrays.stream(places);
    }

    int size() {
        return places.length;
    }

    int clusterCount() {
        return clusters.clusterCount();
    }

    /** The cluster of a row of the matrix, counted from 1; 0 for none. */
    int label(int row) {
        return clusters.get(row) - Assignments.NOISE;
    }

    /** How many rows each cluster has, those of none first. */
    int[] counts() {
        var counts = new int[clusterCount() + 1];
        for (int row : places) {
            counts[label(row)]++;
        }
        return counts;
    }

    /** The rows with a value no larger than a threshold, or the others. */
    TreeSample part(int column, double threshold, boolean isLow) {
        return new TreeSample(
                rows,
                clusters,
                places().filter(row -> rows.get(row, column) <= threshold == isLow)
                        .toArray());
    }
}
