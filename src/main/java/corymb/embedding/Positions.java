package corymb.embedding;

import corymb.table.Matrix;
import java.util.List;

/** Where each row lies on a map, immutable. */
public final class Positions {
    private final double[] x;
    private final double[] y;

    /**
     * Takes the coordinates in row order.
     *
     * @param x finite numbers
     * @param y as many
     */
    public Positions(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " and " + y.length + " coordinates");
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    /** From single precision, in which kernels move them. */
    static Positions of(float[] x, float[] y) {
        var wideX = new double[x.length];
        var wideY = new double[y.length];
        for (int row = 0; row < x.length; row++) {
            wideX[row] = x[row];
            wideY[row] = y[row];
        }
        return new Positions(wideX, wideY);
    }

    public int count() {
        return x.length;
    }

    public double x(int row) {
        return x[row];
    }

    public double y(int row) {
        return y[row];
    }

    /** The same as a matrix of the columns x and y. */
    public Matrix matrix() {
        var values = new double[2 * x.length];
        for (int row = 0; row < x.length; row++) {
            values[2 * row] = x[row];
            values[2 * row + 1] = y[row];
        }
        return new Matrix(List.of("x", "y"), values);
    }
}
