package corymb.ui.kit;

import java.util.Arrays;

/** Points in the plane, each in a colour of the charts, immutable. */
public final class PointCloud {
    /** No points. */
    public static final PointCloud NONE = new PointCloud(new double[0], new double[0], new int[0]);

    private final double[] x;
    private final double[] y;
    private final int[] places;

    /**
     * Takes the points in the order in which they are drawn.
     *
     * @param x finite numbers
     * @param y as many, upwards
     * @param places the place of each point's colour in the palette
     */
    public PointCloud(double[] x, double[] y, int[] places) {
        if (x.length != y.length || x.length != places.length) {
            throw new IllegalArgumentException("Points need x, y and a colour each");
        }
        this.x = x.clone();
        this.y = y.clone();
        this.places = places.clone();
    }

    public int count() {
        return x.length;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    public int place(int point) {
        return places[point];
    }

    Extent extent() {
        return new Extent(
                Arrays.stream(x).min().orElse(0),
                Arrays.stream(x).max().orElse(1),
                Arrays.stream(y).min().orElse(0),
                Arrays.stream(y).max().orElse(1));
    }

    /** A rectangle around points. */
    record Extent(double left, double right, double bottom, double top) {}
}
