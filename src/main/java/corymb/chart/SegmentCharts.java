package corymb.chart;

import corymb.project.Made;
import corymb.project.SegmentFlows;
import corymb.project.SegmentLedger;
import corymb.segment.Intersections;
import corymb.segment.LookAlikes;
import corymb.segment.Overlap;
import corymb.segment.Segment;
import corymb.table.Matrix;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The charts of segments side by side. */
public final class SegmentCharts {
    private static final int MOST = 12;
    private static final int MOST_LETTERS = 32;
    private static final int MOST_COMBINATIONS = 20;

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

    /**
     * How many were in a segment by the moment that its features described, or each time it was found where that is one moment.
     *
     * <p>Where several versions describe the same moment the last found counts: it is what is known of it now.
     */
    public static ChartSpec sizesOverTime(SegmentLedger ledger) {
        var described = sizes(ledger, made -> made.value().asOf());
        boolean isDescribed = described.size() > 1;
        var moments = isDescribed ? described : sizes(ledger, Made::at);
        var numbers = Numbers.local();
        var name = ledger.now().value().name();
        return new ChartSpec.Times(
                new Caption(
                        "“%s” went from %s to %s customers"
                                .formatted(
                                        name,
                                        numbers.count((long) moments.getFirst().value()),
                                        numbers.count((long) moments.getLast().value())),
                        isDescribed
                                ? "Customers in the segment by the day that their features describe, as last found"
                                : "Customers in the segment each time it was found"),
                Axis.of("Customers"),
                List.of(new ChartSpec.Trend(name, Palette.ACCENT, moments)),
                ChartSpec.Form.LINE);
    }

    private static List<ChartSpec.Moment> sizes(SegmentLedger ledger, Function<Made<Segment>, Instant> when) {
        var sizes = new TreeMap<Instant, Long>();
        ledger.versions()
                .forEach(made -> sizes.put(when.apply(made), made.value().count()));
        return sizes.entrySet().stream()
                .map(size -> new ChartSpec.Moment(size.getKey(), (double) size.getValue()))
                .toList();
    }

    /** Who left which segment and came into which; the twelve largest flows. */
    public static ChartSpec flows(SegmentFlows flows, String none) {
        var drawn = flows.flows().stream().limit(MOST).toList();
        var finding = drawn.stream()
                .findFirst()
                .map(flow -> "Most went from %s to %s: %s"
                        .formatted(
                                flow.from().orElse(none),
                                flow.to().orElse(none),
                                Numbers.local().count(flow.people())))
                .orElse("");
        return new ChartSpec.Flows(
                new Caption(finding, "Customers who moved since then, by the segment left and the segment come into"),
                drawn.stream()
                        .map(flow -> new ChartSpec.Flow(
                                flow.from().orElse(none),
                                flow.to().orElse(none),
                                (double) flow.people(),
                                colour(flows, flow.from()),
                                colour(flows, flow.to())))
                        .toList());
    }

    private static int colour(SegmentFlows flows, Optional<String> name) {
        return name.map(flows.names()::indexOf).map(Palette::ofOne).orElse(Palette.GREYED);
    }

    private static ChartSpec.Mark mark(Segment segment, int place) {
        return new ChartSpec.Mark(segment.name(), segment.name(), (double) segment.count(), Palette.ofOne(place));
    }

    /** How alike people are to the members of a segment the more of them are taken, with the number a rule takes. */
    public static ChartSpec alike(LookAlikes.Curve curve, String segment, int taken) {
        var numbers = Numbers.local();
        long count = Math.min(taken, curve.others());
        var finding = curve.points().isEmpty()
                ? "There is nobody beside the customers of “%s”".formatted(segment)
                : "The last of %s is %s as near to “%s” as its middle customer; %s are at least half as near"
                        .formatted(
                                numbers.count(count),
                                numbers.percent(curve.nearness(count)),
                                segment,
                                numbers.count(curve.half()));
        var points = curve.points().stream()
                .map(point -> new ChartSpec.Point(point.count(), point.nearness()))
                .toList();
        return new ChartSpec.Lines(
                new Caption(
                        finding,
                        "How near the last of those taken is: 100 % as near as half of the segment’s own customers, 50 % twice as far"),
                Axis.of("Customers taken, of %s".formatted(numbers.count(curve.others()))),
                Axis.percent("Nearness"),
                List.of(new ChartSpec.Series(segment, Palette.ACCENT, points)),
                List.of((double) count));
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

    /**
     * How many customers belong to each combination of segments, the largest {@value #MOST_COMBINATIONS} of them.
     *
     * @param segments all segments of the project, which give the colours
     */
    public static ChartSpec combinations(Intersections found, Intersections.Counting counting, List<Segment> segments) {
        var names = segments.stream().map(Segment::name).toList();
        var parts = found.parts(counting);
        var sets = IntStream.range(0, found.names().size())
                .mapToObj(place -> new ChartSpec.Mark(
                        found.names().get(place),
                        brief(found.names().get(place)),
                        (double) found.counts().get(place),
                        Palette.ofOne(names.indexOf(found.names().get(place)))))
                .toList();
        var shown = parts.stream()
                .limit(MOST_COMBINATIONS)
                .map(part -> new ChartSpec.Combination(
                        Integer.toString(part.mask()),
                        words(found, part, counting),
                        (double) part.count(),
                        part.places()))
                .toList();
        return new ChartSpec.Combinations(
                new Caption(finding(found), drawn(found, counting, parts.size())), Axis.of("Customers"), sets, shown);
    }

    /** The combination that a click tells of. */
    public static Intersections.Part part(Intersections found, Intersections.Counting counting, String key) {
        int mask = Integer.parseInt(key);
        return found.parts(counting).stream()
                .filter(part -> part.mask() == mask)
                .findFirst()
                .orElseThrow();
    }

    /** Who is counted in a combination. */
    public static String words(Intersections found, Intersections.Part part, Intersections.Counting counting) {
        var named = found.names(part).stream().map(name -> "“" + name + "”").collect(Collectors.joining(" and "));
        boolean isExclusive = counting == Intersections.Counting.EXCLUSIVE
                && found.names().size() > part.places().size();
        return isExclusive ? "Only " + named : named;
    }

    private static String finding(Intersections found) {
        var numbers = Numbers.local();
        long single = found.parts().stream()
                .filter(part -> part.places().size() == 1)
                .mapToLong(Intersections.Part::count)
                .sum();
        if (found.union() == 0) {
            return "These segments have no customers";
        }
        var share = numbers.percent((double) single / found.union());
        return found.parts().stream()
                .filter(part -> part.places().size() > 1)
                .findFirst()
                .map(part -> "%s of those in a segment are in no other; %s share the most: %s"
                        .formatted(
                                share,
                                found.names(part).stream()
                                        .map(name -> "“" + name + "”")
                                        .collect(Collectors.joining(" and ")),
                                numbers.count(part.count())))
                .orElse("Every customer is in one segment only");
    }

    private static String drawn(Intersections found, Intersections.Counting counting, int combinations) {
        var numbers = Numbers.local();
        var counted = switch (counting) {
            case EXCLUSIVE ->
                "Customers in just these segments (exclusive): together %s customers"
                        .formatted(numbers.count(found.union()));
            case INCLUSIVE -> "Customers in these segments, whatever else they are in (inclusive)";
        };
        var segments = found.names().size() < found.outOf()
                ? " · the %d largest of %d segments".formatted(found.names().size(), found.outOf())
                : "";
        return counted
                + segments
                + (combinations > MOST_COMBINATIONS
                        ? " · the %d largest of %s combinations"
                                .formatted(MOST_COMBINATIONS, numbers.count(combinations))
                        : "");
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
