package corymb.recommend;

import java.util.Arrays;

/** A sparse matrix in flat arrays: (column, weight) pairs row after row, columns ascending within a row. */
final class SparseRows {
    private final int[] starts;
    private final int[] columns;
    private final float[] weights;

    /**
     * Takes the arrays as they are.
     *
     * @param starts where each row starts, and at last where the last one ends
     */
    SparseRows(int[] starts, int[] columns, float[] weights) {
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
    }

    int rows() {
        return starts.length - 1;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    int length(int row) {
        return starts[row + 1] - starts[row];
    }

    int column(int place) {
        return columns[place];
    }

    float weight(int place) {
        return weights[place];
    }

    /** The same matrix with rows for columns. */
    SparseRows transposed(int columnCount) {
        var turnedStarts = new int[columnCount + 1];
        for (int column : columns) {
            turnedStarts[column + 1]++;
        }
        Arrays.parallelPrefix(turnedStarts, Integer::sum);
        var next = turnedStarts.clone();
        var turnedColumns = new int[columns.length];
        var turnedWeights = new float[columns.length];
        for (int row = 0; row < rows(); row++) {
            for (int place = starts[row]; place < starts[row + 1]; place++) {
                int to = next[columns[place]]++;
                turnedColumns[to] = row;
                turnedWeights[to] = weights[place];
            }
        }
        return new SparseRows(turnedStarts, turnedColumns, turnedWeights);
    }
}
