package corymb.experiment;

import java.util.List;

/** The power of a plan at growing sizes, in order, to draw. */
public record PowerCurve(SizePlan plan, List<Point> points) {
    public PowerCurve {
        points = List.copyOf(points);
    }

    /** The power with that many people in each group. */
    public record Point(long perVariant, double power) {}
}
