package corymb.chart;

import corymb.segment.Overlap;
import corymb.segment.Segment;
import corymb.table.Matrix;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The charts of segments side by side. */
public final class SegmentCharts {
    private static final int MOST = 12;
    private static final int MOST_LETTERS = 32;

    private SegmentCharts() {}

    /** The sizes of the segments, the largest on top; each has the colour of its place in the project. */
    public static ChartSpec sizes(List<Segment> segments) {
        var marks = IntStream.range(0, segments.size())
                .mapToObj(i -> mark(segments.get(i), i))
                .sorted(Comparator.comparingDouble(ChartSpec.Mark::value).reversed())
                .limit(MOST)
                .toList();
        var largest = segments.stream()
                .max(Comparator.comparingLong(Segment::count))
                .map(segment -> "“%s” is the largest, %s of all customers"
                        .formatted(
                                segment.name(),
                                Numbers.local().percent(segment.share().value())))
                .orElse("");
        return new ChartSpec.RankedBars(new Caption(largest, "Customers in each segment"), Axis.of("Customers"), marks);
    }

    private static ChartSpec.Mark mark(Segment segment, int place) {
        return new ChartSpec.Mark(segment.name(), segment.name(), (double) segment.count(), place);
    }

    /** How many customers every two of the first twelve segments share. */
    public static ChartSpec overlap(Overlap overlap) {
        var names = overlap.names().stream().limit(MOST).toList();
        var cells = new double[names.size() * names.size()];
        for (int i = 0; i < names.size(); i++) {
            cells[i * names.size() + i] = (double) overlap.counts().get(i);
        }
        for (var pair : overlap.pairs()) {
            int first = names.indexOf(pair.first());
            int second = names.indexOf(pair.second());
            if (first >= 0 && second >= 0) {
                cells[first * names.size() + second] = (double) pair.both();
                cells[second * names.size() + first] = (double) pair.both();
            }
        }
        return new ChartSpec.HeatMap(
                new Caption(finding(overlap), drawn(overlap)),
                IntStream.range(0, names.size())
                        .mapToObj(i -> (i + 1) + "  " + brief(names.get(i)))
                        .toList(),
                new Matrix(
                        IntStream.rangeClosed(1, names.size())
                                .mapToObj(Integer::toString)
                                .toList(),
                        cells),
                ChartSpec.Scale.SEQUENTIAL,
                notes(names, cells));
    }

    private static List<String> notes(List<String> names, double[] cells) {
        int count = names.size();
        return IntStream.range(0, cells.length)
                .mapToObj(cell -> "“%s” and “%s”: %s customers"
                        .formatted(
                                names.get(cell / count),
                                names.get(cell % count),
                                Numbers.local().count((long) cells[cell])))
                .toList();
    }

    /** A name that leaves room for the cells. */
    private static String brief(String name) {
        return name.length() <= MOST_LETTERS
                ? name
                : name.substring(0, MOST_LETTERS - 1).strip() + "…";
    }

    /** The place of the segment, from 0, that a row or column of the overlap names by its number. */
    public static int place(String label) {
        return Integer.parseInt(label.split(" ", 2)[0]) - 1;
    }

    private static String finding(Overlap overlap) {
        return overlap.pairs().stream()
                .max(Comparator.comparingLong(Overlap.Pair::both))
                .filter(pair -> pair.both() > 0)
                .map(pair -> "“%s” and “%s” share the most customers: %s"
                        .formatted(pair.first(), pair.second(), Numbers.local().count(pair.both())))
                .orElse("No customer belongs to two segments");
    }

    private static String drawn(Overlap overlap) {
        var numbers = Numbers.local();
        return "Customers in both segments, numbered as in the rows · %s memberships less %s repeats are %s customers"
                .formatted(
                        numbers.count(overlap.sum()), numbers.count(overlap.repeats()), numbers.count(overlap.union()));
    }
}
