package corymb.chart;

import java.util.Collection;

/**
 * Standard deviations as charts show them: beyond three all alike, so that one far out leaves the others neither grey nor flat,
 * and within a half none in full colour, so that next to nothing looks like it.
 */
final class Deviations {
    private static final double FAR = 3;
    private static final double NEAR = 0.5;

    private Deviations() {}

    /** Where a deviation stands. */
    static double drawn(double deviation) {
        return Math.clamp(deviation, -FAR, FAR);
    }

    /** What has the full colour where the largest lies so far out. */
    static double reach(double largest) {
        return Math.clamp(largest, NEAR, FAR);
    }

    /** Whether it stands nearer than it lies. */
    static boolean isFar(double deviation) {
        return Math.abs(deviation) > FAR;
    }

    static boolean areFar(Collection<ChartSpec.Series> series) {
        return series.stream().flatMap(one -> one.points().stream()).anyMatch(point -> isFar(point.y()));
    }
}
