package corymb.ui.kit;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.XYItemEntity;

/**
 * The marks of a drawn chart, in order: where each is, what it says and what it is called.
 *
 * <p>Cost: each step from mark to mark looks at all of them.
 */
final class Marks {
    static final Marks NONE = new Marks(new ChartRenderingInfo());

    private static final double SAME = 0.5;

    private final ChartRenderingInfo info;
    private final List<Mark> all;

    Marks(ChartRenderingInfo info) {
        this.info = info;
        all = entities(info)
                .filter(entity -> entity.getToolTipText() != null)
                .map(Mark::of)
                .toList();
    }

    @SuppressWarnings("unchecked") // the library gives a raw collection of these
    private static Stream<ChartEntity> entities(ChartRenderingInfo info) {
        return info.getEntityCollection().getEntities().stream();
    }

    /** Where the data is drawn, without axes. */
    Rectangle2D area() {
        return info.getPlotInfo().getDataArea();
    }

    Optional<Mark> at(double x, double y) {
        return Optional.ofNullable(info.getEntityCollection().getEntity(x, y))
                .filter(entity -> entity.getToolTipText() != null)
                .map(Mark::of);
    }

    /** The same mark in a drawing that took the place of its own. */
    Optional<Mark> again(Mark mark) {
        return all.stream().filter(mark::isSame).findFirst();
    }

    Optional<Mark> first() {
        return all.stream().findFirst();
    }

    Optional<Mark> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The next mark in a direction; where there is none there, the next one of its series in order. */
    Optional<Mark> beside(Mark from, Direction direction) {
        var sameSeries = isGrid() ? nearest(from, direction, _ -> true) : inOrder(from, direction);
        return sameSeries.or(() -> nearest(from, direction, mark -> mark.series() != from.series()));
    }

    /** Marks of a heat map stand in rows and columns. */
    private boolean isGrid() {
        return all.size() > 1
                && all.stream().map(mark -> mark.bounds().getY()).distinct().count() > 1
                && all.stream().map(mark -> mark.bounds().getX()).distinct().count() > 1
                && all.stream()
                        .allMatch(mark -> Math.abs(mark.bounds().getWidth()
                                                - all.getFirst().bounds().getWidth())
                                        < SAME
                                && mark.bounds().getWidth() > GRID_CELL);
    }

    private static final double GRID_CELL = 20;

    /** The next or the one before of the same series; up and down also where there is one series alone. */
    private Optional<Mark> inOrder(Mark from, Direction direction) {
        boolean isAlone = all.stream().allMatch(mark -> mark.series() == from.series());
        if (direction.isUpright() && !isAlone) {
            return Optional.empty();
        }
        var series = all.stream().filter(mark -> mark.series() == from.series());
        ToDoubleFunction<Mark> place = direction.isForward() ? Mark::item : mark -> -mark.item();
        return series.filter(mark -> place.applyAsDouble(mark) > place.applyAsDouble(from))
                .min(Comparator.comparingDouble(place));
    }

    private Optional<Mark> nearest(Mark from, Direction direction, Predicate<Mark> wanted) {
        return all.stream()
                .filter(wanted)
                .filter(mark -> direction.along(from, mark) > SAME)
                .min(Comparator.comparingDouble(
                        mark -> direction.along(from, mark) + 3 * direction.across(from, mark)));
    }

    /** Where an arrow key leads. */
    enum Direction {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int right;
        private final int down;

        Direction(int right, int down) {
            this.right = right;
            this.down = down;
        }

        boolean isUpright() {
            return down != 0;
        }

        boolean isForward() {
            return right + down > 0;
        }

        private double along(Mark from, Mark to) {
            return right * (to.x() - from.x()) + down * (to.y() - from.y());
        }

        private double across(Mark from, Mark to) {
            return Math.abs(down * (to.x() - from.x()) + right * (to.y() - from.y()));
        }
    }

    /**
     * A bar, dot or cell.
     *
     * @param key what a click on it tells; empty for nothing
     * @param says its name and numbers, a line each
     * @param series which of several rows of marks it belongs to
     * @param item its place in that row
     * @param bounds where it is, in points
     */
    record Mark(String key, String says, int series, int item, Rectangle2D bounds) {
        private static Mark of(ChartEntity entity) {
            var key = Optional.ofNullable(entity.getURLText()).orElse("");
            var bounds = entity.getArea().getBounds2D();
            return entity instanceof XYItemEntity item
                    ? new Mark(key, entity.getToolTipText(), item.getSeriesIndex(), item.getItem(), bounds)
                    : new Mark(key, entity.getToolTipText(), 0, place(entity), bounds);
        }

        /** Of bars: the dataset has one row, its columns are in order. */
        private static int place(ChartEntity entity) {
            return entity instanceof org.jfree.chart.entity.CategoryItemEntity bar
                    ? bar.getDataset().getColumnIndex(bar.getColumnKey())
                    : 0;
        }

        boolean isSame(Mark other) {
            return series == other.series && item == other.item && key.equals(other.key);
        }

        double x() {
            return bounds.getCenterX();
        }

        double y() {
            return bounds.getCenterY();
        }
    }
}
