package corymb.ui.features;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.chart.Palette;
import corymb.chart.Vocabulary;
import corymb.feature.FeatureCorrelations;
import corymb.feature.FeatureSummary;
import corymb.feature.Features;
import corymb.feature.Histogram;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Features as tables and charts. */
final class FeatureCharts {
    private static final int MOST_TOGETHER = 12;

    private FeatureCharts() {}

    /** One row a feature: what marketers ask first, then what its name is in rules and how far it moved as a number. */
    static Table table(Features features, Vocabulary naming, FeatureInsights insights) {
        var summaries = features.summaries();
        long customers = features.table().rows();
        return new Table(List.of(
                text("features.feature", summaries, summary -> naming.title(summary.name())),
                number("features.median", summaries, FeatureSummary::median),
                number("features.minimum", summaries, FeatureSummary::minimum),
                number("features.maximum", summaries, FeatureSummary::maximum),
                number("features.missing", summaries, summary -> missing(summary, customers)),
                text("features.sinceLast", summaries, summary -> insights.change(summary.name())),
                text("features.unit", summaries, FeatureSummary::unit),
                text("features.name", summaries, FeatureSummary::name),
                number("features.mean", summaries, summary -> Math.rint(summary.mean() * 1000) / 1000),
                number(
                        "features.shift",
                        summaries,
                        summary -> insights.shift(summary.name()).orElse(Double.NaN)),
                text("features.meaning", summaries, summary -> naming.sentence(summary.name()))));
    }

    private static double missing(FeatureSummary summary, long customers) {
        return customers == 0 ? Double.NaN : Math.rint(1000.0 * summary.missing() / customers) / 10;
    }

    private static Column text(String key, List<FeatureSummary> rows, Function<FeatureSummary, String> value) {
        return new TextColumn(Texts.of(key), rows.stream().map(value).toList());
    }

    private static Column number(String key, List<FeatureSummary> rows, ToDoubleFunction<FeatureSummary> value) {
        return new NumberColumn(
                Texts.of(key),
                ColumnType.DECIMAL,
                rows.stream().mapToDouble(value).toArray());
    }

    /**
     * How the values of a feature spread.
     *
     * @param customers how many there are, those without a value included
     */
    static ChartSpec values(FeatureSummary summary, Vocabulary naming, long customers) {
        var title = naming.title(summary.name());
        var drawn = Texts.of("features.drawn", title) + without(summary) + others(summary, customers) + farOut(summary);
        return values(summary, title, new Caption(finding(summary, customers), drawn));
    }

    private static String without(FeatureSummary summary) {
        return summary.missing() == 0
                ? ""
                : " · " + Texts.of("features.haveNone", Numbers.local().count(summary.missing()));
    }

    /** Whom the bars at the ends hold that stand for more than the others, where they do not say it themselves. */
    private static String farOut(FeatureSummary summary) {
        var histogram = summary.histogram();
        if (histogram.isCounted()) {
            return "";
        }
        return (histogram.beginsFarOut()
                        ? ends("features.firstBar", histogram.bins().getFirst())
                        : "")
                + (histogram.endsFarOut()
                        ? ends("features.lastBar", histogram.bins().getLast())
                        : "");
    }

    private static String ends(String key, Histogram.Bin bin) {
        var numbers = Numbers.local();
        return " · " + Texts.of(key, numbers.count(bin.count()), numbers.prose(bin.from()), numbers.prose(bin.to()));
    }

    /** Of texts only the commonest have a bar. */
    private static String others(FeatureSummary summary, long customers) {
        long drawn = summary.histogram().bins().stream()
                .mapToLong(Histogram.Bin::count)
                .sum();
        long others = customers - summary.missing() - drawn;
        return others <= 0
                ? ""
                : " · " + Texts.of("features.haveOthers", Numbers.local().count(others));
    }

    /**
     * The same over the customers that a feature in the making is tried on.
     *
     * @param tried how many these are
     */
    static ChartSpec preview(FeatureSummary summary, String title, long tried) {
        var drawn = Texts.of("features.previewDrawn", Numbers.local().count(tried))
                + without(summary)
                + others(summary, tried);
        return values(summary, title, new Caption(finding(summary, tried), drawn));
    }

    private static ChartSpec values(FeatureSummary summary, String title, Caption caption) {
        var count = Axis.of(Texts.of("features.customers"));
        var value = Axis.of(Vocabulary.measured(title, summary.unit()));
        if (summary.histogram().isCounted() || summary.minimum() == summary.maximum()) {
            return new ChartSpec.Bars(caption, value, count, periods(summary.histogram()));
        }
        if (summary.type().isNumeric()) {
            return new ChartSpec.Histogram(
                    caption,
                    value,
                    count,
                    summary.histogram().bins().stream()
                            .map(bin -> new ChartSpec.Bin(bin.from(), bin.to(), bin.count()))
                            .toList());
        }
        return summary.type().isTemporal()
                ? new ChartSpec.Bars(caption, Axis.of(""), count, periods(summary.histogram()))
                : new ChartSpec.RankedBars(
                        caption,
                        count,
                        summary.histogram().bins().stream()
                                .map(bin -> ChartSpec.Mark.of(bin.label(), (double) bin.count()))
                                .toList());
    }

    /** Several ranges may have the same label, such as periods of one day, so a click tells the place. */
    private static List<ChartSpec.Mark> periods(Histogram histogram) {
        var bins = histogram.bins();
        return IntStream.range(0, bins.size())
                .mapToObj(place -> new ChartSpec.Mark(
                        Integer.toString(place),
                        bins.get(place).label(),
                        bins.get(place).count(),
                        Palette.ACCENT))
                .toList();
    }

    /** What a value is counted in; that values are values, or between which they lie, need not be said. */
    private static String unit(FeatureSummary summary) {
        return summary.unit().equals("value") || summary.unit().contains(" to ") ? "" : summary.unit();
    }

    private static String finding(FeatureSummary summary, long customers) {
        var top = summary.histogram().bins().stream().max(Comparator.comparingLong(Histogram.Bin::count));
        if (top.isEmpty()) {
            return Texts.of("features.allMissing");
        }
        long present = customers - summary.missing();
        if (summary.type().isNumeric()) {
            // Units are plural.
            var unit = unit(summary).isEmpty() || summary.median() == 1 ? "" : " " + unit(summary);
            boolean isSame = summary.minimum() == summary.maximum();
            var whom = present == 1 ? "OfOne" : summary.missing() == 0 ? "OfAll" : "";
            return Texts.of(
                    (isSame ? "features.same" : "features.half") + whom,
                    (isSame
                                    ? Numbers.local().exact(summary.median())
                                    : Numbers.local().prose(summary.median()))
                            + unit,
                    Numbers.local().count(present));
        }
        if (summary.type().isTemporal()) {
            return Texts.of("features.times", top.get().label());
        }
        return top.get().count() == 1 && present > 1
                ? Texts.of("features.allDiffer", Numbers.local().count(present))
                : Texts.of(
                        "features.commonest",
                        top.get().label(),
                        Numbers.local().count(top.get().count()),
                        Numbers.local().count(present));
    }

    /** Which features go together. */
    static ChartSpec together(FeatureCorrelations all, Vocabulary naming) {
        var closest = all.closest(MOST_TOGETHER);
        var titles =
                closest.coefficients().columnNames().stream().map(naming::title).toList();
        var strongest = closest.strongest().getFirst();
        return new ChartSpec.HeatMap(
                new Caption(
                        Texts.of(
                                "features.togetherFinding",
                                naming.title(strongest.one()),
                                naming.title(strongest.other()),
                                FeatureInsights.closeness(strongest)),
                        Texts.of(
                                all.isCutShort() ? "features.togetherFirst" : "features.togetherDrawn",
                                Numbers.local().count(all.customers()),
                                FeatureCorrelations.MOST_FEATURES)),
                titles,
                new Matrix(titles, closest.coefficients().toArray()),
                ChartSpec.Scale.DIVERGING);
    }
}
