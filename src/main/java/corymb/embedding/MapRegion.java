package corymb.embedding;

import corymb.sql.Sql;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a map. */
public sealed interface MapRegion {
    boolean holds(double x, double y);

    /** The same asked of the columns x and y. */
    Sql condition();

    /** What lies between two sides and two heights, these with it. */
    record Rectangle(double left, double right, double bottom, double top) implements MapRegion {
        @Override
        public boolean holds(double x, double y) {
            return x >= left && x <= right && y >= bottom && y <= top;
        }

        @Override
        public Sql condition() {
            return Sql.of("x between ? and ? and y between ? and ?", left, right, bottom, top);
        }
    }

    /**
     * What a line drawn by hand goes round; where it crosses itself, what it goes round an odd number of times.
     *
     * @param corners in the order they were drawn, the last joined to the first
     */
    record Lasso(List<Corner> corners) implements MapRegion {
        public Lasso {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("A line round something has three corners at least");
            }
        }

        /** Counts the sides that a ray to the right crosses. */
        @Override
        public boolean holds(double x, double y) {
            return sides().filter(side -> side.isCrossed(x, y)).count() % 2 == 1;
        }

        @Override
        public Sql condition() {
            return Sql.of("(")
                    .then(Sql.join(" + ", sides().map(Side::crossing).toList()))
                    .then(") % 2 = 1");
        }

        private Stream<Side> sides() {
            return IntStream.range(0, corners.size())
                    .mapToObj(at -> new Side(corners.get(at), corners.get((at + 1) % corners.size())));
        }
    }

    /** A place where a line turns. */
    record Corner(double x, double y) {}

    /** A straight piece of a line. */
    record Side(Corner from, Corner to) {
        private double slope() {
            return (to.x() - from.x()) / (to.y() - from.y());
        }

        boolean isCrossed(double x, double y) {
            return from.y() > y != to.y() > y && x < from.x() + slope() * (y - from.y());
        }

        /** 1 where it is crossed, else 0; level sides never are. */
        Sql crossing() {
            return from.y() == to.y()
                    ? Sql.of("0")
                    : Sql.of(
                            "case when (? > y) <> (? > y) and x < ? + ? * (y - ?) then 1 else 0 end",
                            from.y(),
                            to.y(),
                            from.x(),
                            slope(),
                            from.y());
        }
    }
}
