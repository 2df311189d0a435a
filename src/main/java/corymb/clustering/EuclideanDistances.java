package corymb.clustering;

import corymb.table.Matrix;

/**
 * The distances of rows of numbers.
 *
 * <p>The rows that are looked at are taken column by column and filled up with zeros to a multiple of four columns, so that the inner loops turn
 * into vector instructions.
 */
final class EuclideanDistances implements RowDistances {
    private final Matrix rows;

    EuclideanDistances(Matrix rows) {
        this.rows = rows;
    }

    @Override
    public int count() {
        return rows.rowCount();
    }

    @Override
    public Few few(int[] places, int from, int to) {
        var block = new double[Math.ceilDiv(rows.columnCount(), 4) * 4][to - from];
        for (int column = 0; column < rows.columnCount(); column++) {
            for (int i = from; i < to; i++) {
                block[column][i - from] = rows.get(places[i], column);
            }
        }
        var row = new double[block.length];
        return (other, distances) -> distances(other, row, block, distances);
    }

    private void distances(int other, double[] row, double[][] block, double[] distances) {
        for (int column = 0; column < rows.columnCount(); column++) {
            row[column] = rows.get(other, column);
        }
        setSquares(block, row, distances);
        for (int column = 4; column < block.length; column += 4) {
            addSquares(block, column, row, distances);
        }
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.sqrt(distances[i]);
        }
    }

    private static void setSquares(double[][] block, double[] row, double[] squares) {
        double[] a = block[0], b = block[1], c = block[2], d = block[3];
        double atA = row[0], atB = row[1], atC = row[2], atD = row[3];
        for (int i = 0; i < squares.length; i++) {
            double offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = (offA * offA + offB * offB) + (offC * offC + offD * offD);
        }
    }

    private static void addSquares(double[][] block, int column, double[] row, double[] squares) {
        double[] a = block[column], b = block[column + 1], c = block[column + 2], d = block[column + 3];
        double atA = row[column], atB = row[column + 1], atC = row[column + 2], atD = row[column + 3];
        for (int i = 0; i < squares.length; i++) {
            double offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = squares[i] + ((offA * offA + offB * offB) + (offC * offC + offD * offD));
        }
    }
}
