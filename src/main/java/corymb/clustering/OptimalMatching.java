package corymb.clustering;

import java.util.Arrays;

/**
 * Pairs each row of a table of weights with a column of its own so that the weights of the pairs sum to the most.
 *
 * <p>Reference: H. W. Kuhn, The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2 (1955),
 * doi:10.1002/nav.3800020109, by shortest augmenting paths. Cost: O(rows² x columns).
 */
final class OptimalMatching {
    private final double[][] weights;
    private final int columns;
    private final double[] rowPrices;
    private final double[] columnPrices;
    /** The row of each column, both counted from 1; 0 for none. */
    private final int[] rowOf;

    private OptimalMatching(double[][] weights) {
        this.weights = weights;
        this.columns = weights.length == 0 ? 0 : weights[0].length;
        this.rowPrices = new double[weights.length + 1];
        this.columnPrices = new double[columns + 1];
        this.rowOf = new int[columns + 1];
    }

    /**
     * The column of each row.
     *
     * @param weights {@code rows x columns}, no more rows than columns
     */
    static int[] of(double[][] weights) {
        var matching = new OptimalMatching(weights);
        for (int row = 1; row <= weights.length; row++) {
            matching.place(row);
        }
        var columnOf = new int[weights.length];
        for (int column = 1; column <= matching.columns; column++) {
            if (matching.rowOf[column] > 0) {
                columnOf[matching.rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Finds the cheapest chain of moves that frees a column for the row, and makes them. */
    private void place(int row) {
        var slack = new double[columns + 1];
        var before = new int[columns + 1];
        var isSeen = new boolean[columns + 1];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int at = 0;
        while (rowOf[at] != 0) {
            isSeen[at] = true;
            lowerSlack(at, slack, before, isSeen);
            int next = nearest(slack, isSeen);
            adjust(slack[next], slack, isSeen);
            at = next;
        }
        while (at != 0) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }

    private void lowerSlack(int at, double[] slack, int[] before, boolean[] isSeen) {
        int row = rowOf[at];
        for (int column = 1; column <= columns; column++) {
            double reached = -weights[row - 1][column - 1] - rowPrices[row] - columnPrices[column];
            if (!isSeen[column] && reached < slack[column]) {
                slack[column] = reached;
                before[column] = at;
            }
        }
    }

    private int nearest(double[] slack, boolean[] isSeen) {
        int nearest = 0;
        for (int column = 1; column <= columns; column++) {
            if (!isSeen[column] && (nearest == 0 || slack[column] < slack[nearest])) {
                nearest = column;
            }
        }
        return nearest;
    }

    private void adjust(double by, double[] slack, boolean[] isSeen) {
        for (int column = 0; column <= columns; column++) {
            if (isSeen[column]) {
                rowPrices[rowOf[column]] += by;
                columnPrices[column] -= by;
            } else {
                slack[column] -= by;
            }
        }
    }
}
