package corymb.chart;

import java.util.Collection;

/** Standard deviations as charts show them: beyond three all alike, so that one far out leaves the others neither grey nor flat. */
final class Deviations {
    private static final double FAR = 3;

    private Deviations() {}

    /** Where a deviation stands. */
    static double drawn(double deviation) {
        return Math.clamp(deviation, -FAR, FAR);
    }

    /** Whether it stands nearer than it lies. */
    static boolean isFar(double deviation) {
        return Math.abs(deviation) > FAR;
    }

    static boolean areFar(Collection<ChartSpec.Series> series) {
        return series.stream().flatMap(one -> one.points().stream()).anyMatch(point -> isFar(point.y()));
    }
}
