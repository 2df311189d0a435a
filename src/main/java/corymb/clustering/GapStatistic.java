package corymb.clustering;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How much tighter the customers' clusters are than those of customers without any.
 *
 * @param points one for each number of clusters from 1 on
 * @param draws how many times customers without clusters were drawn
 * @param rows how many rows were looked at
 */
public record GapStatistic(List<Point> points, int draws, int rows) {
    /** Nothing was drawn. */
    public static final GapStatistic NONE = new GapStatistic(List.of(), 0, 0);

    /**
     * One number of clusters.
     *
     * @param gap how far the logarithm of the inertia falls below that of customers without clusters, on average
     * @param error the standard error of that
     */
    public record Point(int clusters, double gap, double error) {}

    public GapStatistic {
        points = List.copyOf(points);
    }

    /**
     * The fewest clusters that one more would not better beyond chance: the first whose gap is within one standard error of the next.
     * Empty where the gap still rises at the last.
     */
    public OptionalInt clusters() {
        return IntStream.range(0, points.size() - 1)
                .filter(at -> points.get(at).gap()
                        >= points.get(at + 1).gap() - points.get(at + 1).error())
                .map(at -> points.get(at).clusters())
                .findFirst();
    }
}
