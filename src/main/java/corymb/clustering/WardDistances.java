package corymb.clustering;

import corymb.table.Matrix;
import java.util.Arrays;

/**
 * Ward's distances, worked out from the clusters' centres and sizes when they are asked for: no pair is kept.
 *
 * <p>Centres lie column by column, filled up with zeros to a multiple of four columns, so that the loops run along the clusters
 * and turn into vector instructions.
 */
final class WardDistances implements NeighbourChain.Distances {
    private final double[][] centres;
    private final double[] sizes;
    private final double[] rises;

    WardDistances(Matrix rows) {
        this.centres = new double[Math.ceilDiv(rows.columnCount(), 4) * 4][rows.rowCount()];
        for (int column = 0; column < rows.columnCount(); column++) {
            centres[column] = Scaler.column(rows, column);
        }
        this.sizes = new double[rows.rowCount()];
        this.rises = new double[rows.rowCount()];
        Arrays.fill(sizes, 1);
    }

    @Override
    public int nearest(int slot, int before, int left) {
        Arrays.fill(rises, 0, left, 0);
        for (int column = 0; column < centres.length; column += 4) {
            addSquares(column, slot, left);
        }
        weigh(sizes[slot], left);
        rises[slot] = Double.POSITIVE_INFINITY;
        int nearest = before;
        double least = before < 0 ? Double.POSITIVE_INFINITY : rises[before];
        for (int other = 0; other < left; other++) {
            if (rises[other] < least) {
                least = rises[other];
                nearest = other;
            }
        }
        return nearest < 0 ? any(slot) : nearest;
    }

    /** Where all distances are infinite. */
    private static int any(int slot) {
        return slot == 0 ? 1 : 0;
    }

    private void addSquares(int column, int slot, int left) {
        double[] a = centres[column], b = centres[column + 1], c = centres[column + 2], d = centres[column + 3];
        double atA = a[slot], atB = b[slot], atC = c[slot], atD = d[slot];
        var squares = rises;
        for (int i = 0; i < left; i++) {
            double offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = squares[i] + ((offA * offA + offB * offB) + (offC * offC + offD * offD));
        }
    }

    private void weigh(double size, int left) {
        double[] squares = rises, counts = sizes;
        for (int i = 0; i < left; i++) {
            squares[i] = squares[i] * (size * counts[i] / (size + counts[i]));
        }
    }

    @Override
    public double between(int slot, int other) {
        return Math.sqrt(2 * rises[other]);
    }

    @Override
    public void join(int kept, int freed, int left) {
        double size = sizes[kept] + sizes[freed];
        for (var column : centres) {
            column[kept] = (sizes[kept] * column[kept] + sizes[freed] * column[freed]) / size;
        }
        sizes[kept] = size;
    }

    @Override
    public void move(int last, int freed) {
        for (var column : centres) {
            column[freed] = column[last];
        }
        sizes[freed] = sizes[last];
    }
}
