package corymb.ui.segments;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.segment.Overlap;
import corymb.segment.Segment;
import corymb.table.Matrix;
import corymb.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How segments look side by side. */
public final class SegmentCharts {
    private static final int MOST = 12;

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
                .map(segment -> Texts.of(
                        "segments.sizesFinding",
                        segment.name(),
                        Numbers.local().percent(segment.share().value())))
                .orElse("");
        return new ChartSpec.RankedBars(
                new Caption(largest, Texts.of("segments.sizesDrawn")), Axis.of(Texts.of("segments.customers")), marks);
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
                names,
                new Matrix(names, cells),
                ChartSpec.Scale.SEQUENTIAL);
    }

    private static String finding(Overlap overlap) {
        return overlap.pairs().stream()
                .max(Comparator.comparingLong(Overlap.Pair::both))
                .filter(pair -> pair.both() > 0)
                .map(pair -> Texts.of(
                        "segments.overlapFinding",
                        pair.first(),
                        pair.second(),
                        Numbers.local().count(pair.both())))
                .orElse(Texts.of("segments.overlapNone"));
    }

    private static String drawn(Overlap overlap) {
        var numbers = Numbers.local();
        return Texts.of(
                "segments.overlapDrawn",
                numbers.count(overlap.sum()),
                numbers.count(overlap.repeats()),
                numbers.count(overlap.union()));
    }
}
