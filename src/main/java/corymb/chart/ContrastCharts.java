package corymb.chart;

import corymb.segment.Contrast;
import corymb.segment.Contrast.Difference;
import corymb.segment.Contrast.Pair;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** In what two segments differ, as dots with their intervals. */
public final class ContrastCharts {
    private static final int MOST = 10;

    private ContrastCharts() {}

    /** The largest differences of means, in standard deviations; empty where no number was compared. */
    public static Optional<ChartSpec> means(Contrast contrast, Pair pair, Vocabulary words) {
        return chart(
                largest(contrast, pair, each -> each.effect() instanceof Contrast.Means),
                new Look(
                        pair,
                        words,
                        "Differences of means in standard deviations (Hedges’ g), the %d largest, with %s intervals",
                        Axis.of("Standard deviations")),
                contrast);
    }

    /** The largest differences of shares; empty where none was compared. */
    public static Optional<ChartSpec> shares(Contrast contrast, Pair pair, Vocabulary words) {
        return chart(
                largest(contrast, pair, each -> !(each.effect() instanceof Contrast.Means)),
                new Look(
                        pair,
                        words,
                        "Differences of shares, the %d largest, with %s intervals",
                        Axis.percent("Difference of shares")),
                contrast);
    }

    private static List<Difference> largest(Contrast contrast, Pair pair, Predicate<Difference> wanted) {
        return contrast.of(pair).stream().filter(wanted).limit(MOST).toList();
    }

    private static Optional<ChartSpec> chart(List<Difference> shown, Look look, Contrast contrast) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        double alpha = 1 - contrast.plan().confidence();
        var finding = shown.stream()
                .filter(each -> each.isSignificant(alpha))
                .findFirst()
                .map(each -> ContrastWords.finding(look.pair(), each, look.words()))
                .orElse("No difference here is more than chance may bring");
        var drawn = look.drawn()
                .formatted(shown.size(), Numbers.local().percent(contrast.plan().confidence()));
        return Optional.of(new ChartSpec.Intervals(
                new Caption(finding, drawn),
                look.axis(),
                shown.stream().map(each -> estimate(each, look.words())).toList(),
                0));
    }

    private static ChartSpec.Estimate estimate(Difference difference, Vocabulary words) {
        var title = words.brief(difference.feature());
        return switch (difference.effect()) {
            case Contrast.Levels levels ->
                estimate(difference, title + ": " + ListValues.inWords(levels.level()), levels.most());
            case Contrast.Effect effect -> estimate(difference, title, effect);
        };
    }

    private static ChartSpec.Estimate estimate(Difference difference, String label, Contrast.Effect effect) {
        return new ChartSpec.Estimate(
                difference.feature(),
                label,
                effect.value(),
                effect.interval().low(),
                effect.interval().high());
    }

    /** What a chart is of and how it is drawn. */
    private record Look(Pair pair, Vocabulary words, String drawn, Axis axis) {}
}
