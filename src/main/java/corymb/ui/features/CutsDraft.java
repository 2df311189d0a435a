package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.Cuts;
import corymb.ui.kit.Texts;
import corymb.work.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cuts of a score as far as they are said.
 *
 * @param values numbers as they are typed, percentages of buyers or values
 * @param ties what becomes of equal values where buyers are counted
 */
record CutsDraft(By by, String values, Cuts.Ties ties) {
    /** Equal parts of all buyers, as scores are where nobody says otherwise. */
    static final CutsDraft FIFTHS = like(Cuts.FIFTHS);

    /** What is cut at. */
    enum By {
        SHARES,
        VALUES;

        String words() {
            return Texts.of("features.cutBy." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What says the same as cuts. */
    static CutsDraft like(Cuts cuts) {
        return switch (cuts) {
            case Cuts.Quantiles(var shares, var ties) -> new CutsDraft(By.SHARES, listed(shares, 2), ties);
            case Cuts.Edges(var edges) -> new CutsDraft(By.VALUES, listed(edges, 0), Cuts.Ties.LOWEST);
        };
    }

    private static String listed(List<Double> values, int places) {
        return values.stream()
                .map(value -> BigDecimal.valueOf(value)
                        .movePointRight(places)
                        .stripTrailingZeros()
                        .toPlainString())
                .collect(Collectors.joining(", "));
    }

    /**
     * The cuts it says.
     *
     * @throws corymb.work.Failure while something that is no number stands there
     * @throws IllegalArgumentException while the numbers do not ascend or are no shares
     */
    Cuts cuts() {
        var numbers = Stream.of(values.split("[,;%\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .map(CutsDraft::number)
                .toList();
        return switch (by) {
            case SHARES ->
                new Cuts.Quantiles(numbers.stream().map(CutsDraft::share).toList(), ties);
            case VALUES -> new Cuts.Edges(numbers);
        };
    }

    private static double share(double percent) {
        if (percent <= 0 || percent >= 100) {
            throw new Problem(Texts.of("features.badPercent", Numbers.local().exact(percent)), "", "").asFailure();
        }
        return percent / 100;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new Problem(Texts.of("features.badCut", text), "", "").asFailure();
        }
    }
}
