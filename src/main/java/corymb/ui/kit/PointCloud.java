package corymb.ui.kit;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Points in the plane, each in a colour of the charts, immutable. */
public final class PointCloud {
    /** No points. */
    public static final PointCloud NONE = new PointCloud(new double[0], new double[0], new int[0]);

    private static final double OUTMOST = 0.01;

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

    /**
     * Where nearly all points are: beyond the innermost 99 % of either direction as far again as these reach. That of all where the rest lies
     * no farther, so that a few far points do not make a dot of the others.
     */
    Extent bulk() {
        var wide = bulk(x);
        var high = bulk(y);
        return new Extent(wide.low(), wide.high(), high.low(), high.high());
    }

    private static Bounds bulk(double... values) {
        if (values.length == 0) {
            return new Bounds(0, 1);
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        int out = Math.min((int) Math.ceil(sorted.length * OUTMOST / 2), (sorted.length - 1) / 4);
        double low = sorted[out];
        double high = sorted[sorted.length - 1 - out];
        double reach = Math.max(high - low, Double.MIN_NORMAL);
        return new Bounds(Math.max(sorted[0], low - reach), Math.min(sorted[sorted.length - 1], high + reach));
    }

    private record Bounds(double low, double high) {}

    /** How many points lie outside a rectangle. */
    int outside(Extent extent) {
        return (int) IntStream.range(0, count())
                .filter(point -> !extent.holds(x[point], y[point]))
                .count();
    }

    /** A rectangle around points. */
    record Extent(double left, double right, double bottom, double top) {
        private boolean holds(double x, double y) {
            return x >= left && x <= right && y >= bottom && y <= top;
        }
    }
}
