package corymb.chart;

import corymb.table.Matrix;
import corymb.table.Table;
import java.time.Instant;
import java.util.List;

/** What a chart shows, in plain data; {@link Charts} draws it and {@link #table} gives the same as numbers. */
public sealed interface ChartSpec {
    Caption caption();

    /** The data behind the marks. */
    default Table table() {
        return ChartTables.of(this);
    }

    /** Upright bars by category, such as customers by group. */
    record Bars(Caption caption, Axis category, Axis value, List<Mark> marks) implements ChartSpec {
        public Bars {
            marks = List.copyOf(marks);
        }
    }

    /** Lying bars with the longest names readable, the first mark on top. */
    record RankedBars(Caption caption, Axis value, List<Mark> marks) implements ChartSpec {
        public RankedBars {
            marks = List.copyOf(marks);
        }
    }

    /**
     * Lines over a number, such as inertia by number of clusters.
     *
     * @param chosen the x values to emphasise with a ring and a rule
     * @param errors how far a bar reaches up and down from each point of the first series; empty where there are no bars
     */
    record Lines(Caption caption, Axis x, Axis y, List<Series> series, List<Double> chosen, List<Double> errors)
            implements ChartSpec {
        public Lines {
            series = List.copyOf(series);
            chosen = List.copyOf(chosen);
            errors = List.copyOf(errors);
            if (!errors.isEmpty() && errors.size() != series.getFirst().points().size()) {
                throw new IllegalArgumentException(errors.size() + " bars for the points");
            }
        }

        public Lines(Caption caption, Axis x, Axis y, List<Series> series, List<Double> chosen) {
            this(caption, x, y, series, chosen, List.of());
        }
    }

    /** How often values fall into bins that touch. */
    record Histogram(Caption caption, Axis x, Axis count, List<Bin> bins) implements ChartSpec {
        public Histogram {
            bins = List.copyOf(bins);
        }
    }

    /**
     * A coloured cell for each row and column; the numbers stand in the cells where they fit. A click tells the {@link Cell}.
     *
     * @param notes what the tooltip of each cell says, row after row; empty where the number says it all
     * @param looks how sure each cell is, row after row; empty where all are
     * @param names what each cell is called, row after row, which stands below its number where there is room; empty where
     *     cells have no names
     */
    record HeatMap(
            Caption caption,
            List<String> rows,
            Matrix values,
            Scale scale,
            List<String> notes,
            List<Look> looks,
            List<String> names)
            implements ChartSpec {
        public HeatMap {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
            looks = List.copyOf(looks);
            names = List.copyOf(names);
            if (rows.size() != values.rowCount()) {
                throw new IllegalArgumentException(rows.size() + " names for " + values.rowCount() + " rows");
            }
            if (!notes.isEmpty() && notes.size() != values.rowCount() * values.columnCount()) {
                throw new IllegalArgumentException(notes.size() + " notes for the cells");
            }
        }

        public HeatMap(Caption caption, List<String> rows, Matrix values, Scale scale, List<String> notes) {
            this(caption, rows, values, scale, notes, List.of(), List.of());
        }

        public HeatMap(
                Caption caption, List<String> rows, Matrix values, Scale scale, List<String> notes, List<Look> looks) {
            this(caption, rows, values, scale, notes, looks, List.of());
        }

        /** The same with names of its cells. */
        public HeatMap named(List<String> others) {
            return new HeatMap(caption, rows, values, scale, notes, looks, others);
        }

        /** How sure a cell is, counted row after row. */
        Look look(int cell) {
            return looks.isEmpty() ? Look.WHOLE : looks.get(cell);
        }

        public HeatMap(Caption caption, List<String> rows, Matrix values, Scale scale) {
            this(caption, rows, values, scale, List.of(), List.of(), List.of());
        }
    }

    /** How sure a cell of a heat map is. */
    enum Look {
        WHOLE,
        /** Its number will still change: hatched. */
        UNFINISHED,
        /** It tells something else than the others: without a colour. */
        PLAIN,
        /** There is no such cell. */
        NONE
    }

    /** Which cell of a heat map was clicked. */
    record Cell(String row, String column) {
        private static final char BETWEEN = '\u001f';

        /** The cell that a key tells of. */
        public static Cell of(String key) {
            int between = key.indexOf(BETWEEN);
            return new Cell(key.substring(0, between), key.substring(between + 1));
        }

        public String key() {
            return row + BETWEEN + column;
        }
    }

    /** Dots by two measures; from 200,000 on they are binned to density. */
    record Scatter(Caption caption, Axis x, Axis y, List<Series> groups) implements ChartSpec {
        public Scatter {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Estimates with their intervals, such as the lift of each variant.
     *
     * @param reference the value of no difference, drawn as a rule
     */
    record Intervals(Caption caption, Axis value, List<Estimate> estimates, double reference) implements ChartSpec {
        public Intervals {
            estimates = List.copyOf(estimates);
        }
    }

    /**
     * Lines over named stops, such as features; the x of a point is the place of its stop.
     *
     * @param series the ones to name, drawn strongly
     * @param ground more of them, drawn faintly behind
     */
    record Paths(Caption caption, List<String> stops, Axis value, List<Series> series, List<Series> ground)
            implements ChartSpec {
        public Paths {
            stops = List.copyOf(stops);
            series = List.copyOf(series);
            ground = List.copyOf(ground);
        }
    }

    /** The same as closed lines round a centre, for values from 0 to 1. */
    record Radar(Caption caption, List<String> spokes, List<Series> series) implements ChartSpec {
        public Radar {
            spokes = List.copyOf(spokes);
            series = List.copyOf(series);
        }
    }

    /** Where the values of several groups lie: the middle half as a box, a line at the median, whiskers to the ends. */
    record Boxes(Caption caption, Axis value, List<Box> boxes) implements ChartSpec {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    /** Values as areas from nought, side by side along the x axis, such as the silhouettes of each group. */
    record Areas(Caption caption, Axis value, List<Series> series) implements ChartSpec {
        public Areas {
            series = List.copyOf(series);
        }
    }

    /** How much goes from each of some places at the left to those at the right. */
    record Flows(Caption caption, List<Flow> flows) implements ChartSpec {
        public Flows {
            flows = List.copyOf(flows);
        }
    }

    /**
     * What merges at which height, from leaves at the bottom; the x of a merge lies midway between what it merges.
     *
     * @param groups what the colours stand for, without points
     * @param cuts the heights to rule
     */
    record Branches(Caption caption, Axis height, List<Branch> branches, List<Series> groups, List<Double> cuts)
            implements ChartSpec {
        public Branches {
            branches = List.copyOf(branches);
            groups = List.copyOf(groups);
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * How much falls to each combination of sets: bars over a grid of dots that say which sets a bar is of.
     *
     * <p>Reference: A. Lex et al., UpSet: Visualization of Intersecting Sets, 2014, doi:10.1109/TVCG.2014.2346248.
     *
     * @param sets the rows of the grid, from the top
     */
    record Combinations(Caption caption, Axis value, List<Mark> sets, List<Combination> combinations)
            implements ChartSpec {
        public Combinations {
            sets = List.copyOf(sets);
            combinations = List.copyOf(combinations);
        }
    }

    /** Measures over time, as lines, as stacked areas or as bars. */
    record Times(Caption caption, Axis value, List<Trend> trends, Form form) implements ChartSpec {
        public Times {
            trends = List.copyOf(trends);
        }
    }

    /**
     * A bar.
     *
     * @param key what a click on it tells
     * @param colour a category of the palette, {@link Palette#ACCENT} or {@link Palette#GREYED}
     */
    record Mark(String key, String label, double value, int colour) {
        public static Mark of(String label, double value) {
            return new Mark(label, label, value, Palette.ACCENT);
        }
    }

    /** A named row of points in a colour of the palette; a click on a point tells {@code name}. */
    record Series(String name, int colour, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A place on both axes. */
    record Point(double x, double y) {}

    /** Values from {@code from} to before {@code to}. */
    record Bin(double from, double to, double count) {}

    /** An estimate and the interval it lies in. */
    record Estimate(String key, String label, double value, double low, double high) {}

    /** A box and its whiskers; a click on it tells {@code key}. */
    record Box(String key, String label, int colour, Five values) {}

    /** Five numbers that say where values lie. */
    record Five(double low, double lowerQuartile, double median, double upperQuartile, double high) {}

    /** What goes from one place to another, each in its own colour. */
    record Flow(String from, String to, double amount, int colour, int toColour) {}

    /** Two things that merge at a height; its tooltip says {@code note}. */
    record Branch(Leg one, Leg other, double height, int colour, String note) {}

    /** One of two that merge: at a place along the x axis, from its own height, in its own colour. */
    record Leg(double x, double from, int colour) {}

    /**
     * A bar over the sets it is of.
     *
     * @param key what a click on it or its dots tells
     * @param sets the places of the sets, from 0
     */
    record Combination(String key, String label, double value, List<Integer> sets) {
        public Combination {
            sets = List.copyOf(sets);
        }
    }

    /** A named measure over time. */
    record Trend(String name, int colour, List<Moment> moments) {
        public Trend {
            moments = List.copyOf(moments);
        }
    }

    /** A value at a time. */
    record Moment(Instant at, double value) {}

    /** How the cells of a heat map are coloured. */
    enum Scale {
        /** From least to most. */
        SEQUENTIAL,
        /** Around nought, such as standard deviations from the mean. */
        DIVERGING
    }

    /** How a trend is drawn. */
    enum Form {
        LINE,
        STACKED_AREA,
        /** A bar from each moment to the next, for counts by period; a click on one tells its moment. */
        BARS
    }
}
