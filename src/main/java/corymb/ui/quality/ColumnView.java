package corymb.ui.quality;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.chart.Palette;
import corymb.quality.Check;
import corymb.quality.ColumnProfile;
import corymb.quality.Finding;
import corymb.quality.Histogram;
import corymb.quality.SourceQuality;
import corymb.quality.ValueCount;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one column of a source looks like: a chart of its values and its numbers.
 *
 * @param rows the rows of the source
 * @param far how many values lie far from the rest
 */
record ColumnView(ColumnProfile column, long rows, long far) {
    /** A number with at most so many different values is a name for something. */
    private static final int FEW = 10;

    /** Values that a smaller share of the rows hold say nothing. */
    static final double WORTH_NAMING = 0.01;

    static ColumnView of(ColumnProfile column, SourceQuality quality) {
        var view = new ColumnView(column, quality.rows(), 0);
        return new ColumnView(
                column,
                quality.rows(),
                quality.findings().stream()
                        .filter(finding -> view.isFarCheck(finding.check()))
                        .mapToLong(Finding::rows)
                        .sum());
    }

    boolean isFarCheck(Check check) {
        return check instanceof Check.Outlier outlier && outlier.column().equals(column.name());
    }

    /** The values that are hardly ever there, as bars; empty where all are shown elsewhere or most are rare. */
    Optional<ChartSpec> rare() {
        var bottom = column.detail().bottom();
        boolean areUsuallyRare =
                2 * column.detail().unique().values() > column.distinct().values();
        if (bottom.isEmpty() || areUsuallyRare) {
            return Optional.empty();
        }
        var marks = bottom.stream()
                .map(value -> new ChartSpec.Mark(
                        value.value(),
                        QualityWords.value(column, value.value()),
                        (double) value.rows(),
                        Palette.ACCENT))
                .toList();
        long unique = column.detail().unique().values();
        var finding = Texts.of(
                unique == 1 ? "quality.rareTitleOne" : "quality.rareTitle",
                Numbers.local().count(unique),
                column.name());
        return Optional.of(new ChartSpec.RankedBars(
                new Caption(finding, Texts.of("quality.rareDrawn", column.name())), Axis.of(""), marks));
    }

    /** How the values are spread; empty when there is nothing to see. */
    Optional<ChartSpec> chart() {
        var histogram = column.histogram();
        boolean isSpread = !histogram.counts().isEmpty() && column.distinct().values() > FEW;
        if (isSpread) {
            return Optional.of(column.type().isTemporal() ? times(histogram) : numbers(histogram));
        }
        return isWorthNaming() ? Optional.of(top()) : Optional.empty();
    }

    private boolean isWorthNaming() {
        return !column.top().isEmpty()
                && column.top().getFirst().rows() > 1
                && share(column.top().getFirst()) >= WORTH_NAMING;
    }

    private double share(ValueCount value) {
        return (double) value.rows() / Math.max(1, present());
    }

    private long present() {
        return rows - column.missing();
    }

    /** What is to be said where there is nothing to draw. */
    String plain() {
        var numbers = Numbers.local();
        long different = column.distinct().values();
        if (different == 0) {
            return Texts.of("quality.plainNone", column.name());
        }
        if (different == present()) {
            return Texts.of("quality.plainAll", numbers.count(different), column.name());
        }
        return Texts.of("quality.plainMany", numbers.count(different), column.name(), numbers.count(present()));
    }

    private ChartSpec numbers(Histogram histogram) {
        var numbers = Numbers.local();
        var bins = IntStream.range(0, histogram.counts().size())
                .mapToObj(bin -> new ChartSpec.Bin(
                        histogram.edge(bin),
                        histogram.edge(bin + 1),
                        histogram.counts().get(bin)))
                .toList();
        var finding = Texts.of(
                "quality.half",
                column.name(),
                numbers.prose(column.numbers().lowerQuartile()),
                numbers.prose(column.numbers().upperQuartile()));
        return new ChartSpec.Histogram(
                new Caption(finding, Texts.of("quality.valuesDrawn", column.name())),
                Axis.of(column.name()),
                Axis.of(Texts.of("quality.rows")),
                bins);
    }

    private ChartSpec times(Histogram histogram) {
        var moments = IntStream.range(0, histogram.counts().size())
                .mapToObj(bin -> new ChartSpec.Moment(
                        instant((histogram.edge(bin) + histogram.edge(bin + 1)) / 2),
                        histogram.counts().get(bin)))
                .toList();
        var half = densestHalf(histogram.counts());
        var finding = Texts.of("quality.halfTimes", day(histogram.edge(half.first())), day(histogram.edge(half.end())));
        var trend = new ChartSpec.Trend(Texts.of("quality.rows"), Palette.ACCENT, moments);
        return new ChartSpec.Times(
                new Caption(finding, Texts.of("quality.timeDrawn", column.name())),
                Axis.of(Texts.of("quality.rows")),
                List.of(trend),
                ChartSpec.Form.STACKED_AREA);
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochSecond((long) seconds);
    }

    private static String day(double seconds) {
        return Numbers.local().date(LocalDate.ofInstant(instant(seconds), ZoneOffset.UTC));
    }

    /** The shortest run of bins, from {@code first} to before {@code end}, that holds half of all values. */
    static Run densestHalf(List<Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        var best = new Run(0, counts.size());
        int first = 0;
        long inside = 0;
        for (int end = 1; end <= counts.size(); end++) {
            inside += counts.get(end - 1);
            while (2 * (inside - counts.get(first)) >= all && first < end - 1) {
                inside -= counts.get(first++);
            }
            if (2 * inside >= all && end - first < best.length()) {
                best = new Run(first, end);
            }
        }
        return best;
    }

    /** Bins that follow each other. */
    record Run(int first, int end) {
        int length() {
            return end - first;
        }
    }

    private ChartSpec top() {
        var first = column.top().getFirst();
        var finding = Texts.of(
                "quality.topTitle",
                QualityWords.value(column, first.value()),
                Numbers.local().percent(share(first)),
                Numbers.local().count(present()),
                column.name());
        var marks = column.top().stream()
                .map(value -> new ChartSpec.Mark(
                        value.value(),
                        QualityWords.value(column, value.value()),
                        (double) value.rows(),
                        value.equals(first) ? Palette.ACCENT : Palette.GREYED))
                .toList();
        return new ChartSpec.RankedBars(
                new Caption(finding, Texts.of("quality.topDrawn", column.name())), Axis.of(""), marks);
    }
}
