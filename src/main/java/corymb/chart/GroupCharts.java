package corymb.chart;

import corymb.clustering.ClusterDetails;
import corymb.clustering.ClusterDetails.Spread;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.GapStatistic;
import corymb.clustering.NeighbourDistances;
import corymb.project.GroupDetails;
import corymb.table.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A closer look at groups: where the features of their customers lie, and how well each is set apart. */
public record GroupCharts(Clustering clustering, Vocabulary words) {
    private static final double HARDLY = 0.05;
    private static final int MOST_LINES = 8;
    private static final int MOST_POINTS = 400;
    private static final Axis DEVIATION = Axis.deviations("Standard deviations");

    /** How far the mean of each group lies from that of all, feature by feature. */
    public ChartSpec snake() {
        return new ChartSpec.Paths(
                new Caption(
                        ClusterCharts.centresFinding(clustering, words),
                        marked("Mean of each group, feature by feature, from the mean of all")),
                stops(),
                DEVIATION,
                means(),
                List.of());
    }

    /** The same over the lines of some customers. */
    public ChartSpec parallel(GroupDetails details) {
        var ground = details.details().rows().stream()
                .filter(row -> row.cluster() < MOST_LINES)
                .map(row -> new ChartSpec.Series(name(row.cluster()), row.cluster(), points(row.values())))
                .toList();
        return new ChartSpec.Paths(
                new Caption(
                        ClusterCharts.centresFinding(clustering, words),
                        marked("Each thin line is a customer, each thick one the mean of a group")),
                stops(),
                DEVIATION,
                means(),
                ground);
    }

    /** The means of the groups from the least to the most of them, round a centre. */
    public ChartSpec radar() {
        var telling = groups().stream()
                .max(Comparator.comparingDouble(GroupCharts::farthest))
                .orElseThrow();
        var series = groups().stream()
                .map(group -> new ChartSpec.Series(
                        group.name(),
                        group.cluster(),
                        points(IntStream.range(0, clustering.describedColumns().size())
                                .mapToObj(column -> between(group, column))
                                .toList())))
                .toList();
        return new ChartSpec.Radar(
                new Caption(
                        "“%s” stands out most".formatted(telling.name()),
                        drawn("Mean of each group: the centre is the least of all groups, the rim the most")),
                stops(),
                series);
    }

    private static double farthest(ClusterProfile group) {
        return group.deviation().stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private double between(ClusterProfile group, int column) {
        var means = clustering.described().stream()
                .mapToDouble(other -> other.centre().get(column))
                .summaryStatistics();
        double width = means.getMax() - means.getMin();
        return width == 0 ? 0.5 : (group.centre().get(column) - means.getMin()) / width;
    }

    /** Where the values of a feature lie in each group; of one value of a text, how many have it. */
    public ChartSpec boxes(GroupDetails details, int column) {
        var feature = details.columns().get(column);
        if (words.text(feature).isPresent()) {
            return shares(feature);
        }
        var spreads = details.details().spreads().stream()
                .filter(spread -> spread.column() == column)
                .toList();
        var most =
                spreads.stream().max(Comparator.comparingDouble(Spread::median)).orElseThrow();
        var numbers = Numbers.local();
        var low = numbers.prose(most.lowerQuartile());
        var high = numbers.prose(most.upperQuartile());
        var finding = (low.equals(high)
                        ? "Highest in “%s”: half of them or more have %s"
                        : "Highest in “%s”: half of them lie between %s and %s")
                .formatted(name(most.cluster()), low, high);
        var boxes = spreads.stream()
                .map(spread -> new ChartSpec.Box(
                        Integer.toString(spread.cluster()), name(spread.cluster()), spread.cluster(), five(spread)))
                .toList();
        return new ChartSpec.Boxes(
                new Caption(
                        finding,
                        "%s: the box holds the middle half of a group, the line its median, the whiskers nine tenths"
                                .formatted(words.title(feature))),
                Axis.of(words.measured(feature)),
                boxes);
    }

    private ChartSpec shares(String level) {
        int at = clustering.describedColumns().indexOf(level);
        var marks = clustering.described().stream()
                .map(group -> new ChartSpec.Mark(
                        Integer.toString(group.cluster()),
                        group.name(),
                        group.centre().get(at),
                        group.cluster()))
                .toList();
        var most = marks.stream()
                .max(Comparator.comparingDouble(ChartSpec.Mark::value))
                .orElseThrow();
        return new ChartSpec.RankedBars(
                new Caption(
                        "Most in “%s”: %s"
                                .formatted(most.label(), Numbers.local().percent(most.value())),
                        "%s: how many of each group".formatted(words.title(level))),
                Axis.percent(""),
                marks);
    }

    private static ChartSpec.Five five(Spread spread) {
        return new ChartSpec.Five(
                spread.low(), spread.lowerQuartile(), spread.median(), spread.upperQuartile(), spread.high());
    }

    /** The silhouettes of customers, group by group. */
    public ChartSpec silhouettes(GroupDetails details) {
        var silhouettes = details.details().silhouettes();
        var groups = IntStream.range(0, silhouettes.size())
                .boxed()
                .filter(cluster -> !silhouettes.get(cluster).isEmpty())
                .sorted(Comparator.comparingDouble(cluster -> -mean(silhouettes.get(cluster))))
                .toList();
        int best = groups.getFirst();
        int worst = groups.getLast();
        var numbers = Numbers.local();
        var finding = "“%s” is set apart best (%s), “%s” least (%s)"
                .formatted(
                        name(best),
                        numbers.prose(mean(silhouettes.get(best))),
                        name(worst),
                        numbers.prose(mean(silhouettes.get(worst))));
        return new ChartSpec.Areas(
                new Caption(finding, "Silhouette of each customer: 1 is apart, below 0 is nearer another group"),
                Axis.of("Silhouette"),
                fringes(silhouettes));
    }

    private List<ChartSpec.Series> fringes(List<List<Double>> silhouettes) {
        double all = silhouettes.stream().mapToInt(List::size).sum();
        double from = 0;
        var series = new ArrayList<ChartSpec.Series>();
        for (int cluster = 0; cluster < silhouettes.size(); cluster++) {
            var values = silhouettes.get(cluster);
            double start = from;
            int step = Math.max(1, values.size() / MOST_POINTS);
            series.add(new ChartSpec.Series(
                    name(cluster),
                    cluster,
                    IntStream.iterate(0, at -> at < values.size(), at -> at + step)
                            .mapToObj(at -> new ChartSpec.Point(start + at, values.get(at)))
                            .toList()));
            from += values.size() + all / 100;
        }
        return series;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** How often customers of two groups end together when the customers are drawn and grouped anew. */
    public ChartSpec together() {
        var together = clustering.soundness().stability().together();
        int count = together.size();
        int most = IntStream.range(0, count * count)
                .filter(at -> at / count < at % count)
                .boxed()
                .max(Comparator.comparingDouble(at -> together.get(at / count).get(at % count)))
                .orElseThrow();
        double share = together.get(most / count).get(most % count);
        var finding = share < HARDLY
                ? "The groups hardly mix: of no two do more than %s of the pairs end in one group"
                        .formatted(Numbers.local().percent(share))
                : "“%s” and “%s” mix most: %s of their pairs end in one group"
                        .formatted(
                                name(most / count),
                                name(most % count),
                                Numbers.local().percent(share));
        var numbers = IntStream.range(0, count).mapToObj(Integer::toString).toList();
        var names = numbers.stream()
                .map(number -> number + "  " + name(Integer.parseInt(number)))
                .toList();
        return new ChartSpec.HeatMap(
                new Caption(
                        finding,
                        "How often two customers end in one group when all are drawn and grouped anew: 1 is always"),
                names,
                new Matrix(
                        numbers,
                        together.stream()
                                .flatMap(List::stream)
                                .mapToDouble(value -> Math.rint(value * 100) / 100)
                                .toArray()),
                ChartSpec.Scale.SEQUENTIAL);
    }

    /** How much tighter each number of groups is than chance makes it. */
    public ChartSpec gap() {
        var gap = clustering.soundness().gap();
        var chosen = gap.clusters();
        var finding = switch (chosen.orElse(0)) {
            case 0 -> "Every further group is tighter than chance makes it";
            case 1 -> "Already two groups are no tighter than chance makes them";
            default -> "Beyond %d groups, one more is no tighter than chance makes it".formatted(chosen.getAsInt());
        };
        return new ChartSpec.Lines(
                new Caption(
                        finding,
                        "Gap: how far the logarithm of the inertia falls below that of customers without groups; bars reach one standard error up and down"),
                Axis.of("Number of groups"),
                Axis.of("Gap"),
                List.of(new ChartSpec.Series(
                        "Gap",
                        Palette.ACCENT,
                        gap.points().stream()
                                .map(point -> new ChartSpec.Point(point.clusters(), point.gap()))
                                .toList())),
                chosen.stream().mapToObj(number -> (double) number).toList(),
                gap.points().stream().map(GapStatistic.Point::error).toList());
    }

    /** How groups merge into larger ones. */
    public ChartSpec tree(ClusterDetails.Tree tree) {
        return new TreeChart(tree, clustering.clusters()).spec();
    }

    /** The distances of neighbours, and where they begin to grow. */
    public ChartSpec neighbours(NeighbourDistances neighbours) {
        var sorted = neighbours.distances();
        int last = sorted.rowCount() - 1;
        int step = Math.max(1, last / MOST_POINTS);
        var points = IntStream.rangeClosed(0, last / step)
                .mapToObj(at -> new ChartSpec.Point(at * step, sorted.get(at * step, 0)))
                .toList();
        double bend = points.stream()
                .filter(point -> point.y() >= neighbours.suggestedRadius())
                .mapToDouble(ChartSpec.Point::x)
                .findFirst()
                .orElse(last);
        return new ChartSpec.Lines(
                new Caption(
                        "Distances grow fast beyond %s: a radius for dense places"
                                .formatted(Numbers.local().prose(neighbours.suggestedRadius())),
                        "How far the %d nearest of each customer reach, in scaled units"
                                .formatted(neighbours.minPoints())),
                Axis.of("Customers, the closest first"),
                Axis.of("Distance"),
                List.of(new ChartSpec.Series("Distance", Palette.ACCENT, points)),
                List.of(bend));
    }

    private List<ClusterProfile> groups() {
        return clustering.described().stream().limit(MOST_LINES).toList();
    }

    private String drawn(String what) {
        int more = clustering.clusters().size() - MOST_LINES;
        return more > 0 ? what + "; the %d largest".formatted(MOST_LINES) : what;
    }

    private String marked(String what) {
        return drawn(what)
                + (Deviations.areFar(means()) ? "; a triangle lies farther out, by the number beside it" : "");
    }

    private List<ChartSpec.Series> means() {
        return groups().stream()
                .map(group -> new ChartSpec.Series(group.name(), group.cluster(), points(group.deviation())))
                .toList();
    }

    private static List<ChartSpec.Point> points(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToObj(at -> new ChartSpec.Point(at, values.get(at)))
                .toList();
    }

    private List<String> stops() {
        return clustering.describedColumns().stream().map(words::brief).toList();
    }

    private String name(int cluster) {
        return clustering.clusters().get(cluster).name();
    }
}
