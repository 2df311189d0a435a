package corymb.experiment;

import corymb.experiment.Analysis.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a test that ran has shown. */
final class AnalysisWords {
    private AnalysisWords() {}

    /** What is to be said, a sentence each. */
    static List<String> findings(Analysis analysis) {
        var sentences = new ArrayList<String>();
        var ratio = analysis.sampleRatio();
        var evidence = "(%s, threshold %s)".formatted(Words.pValue(ratio.pValue()), Words.number(ratio.threshold()));
        if (ratio.isMismatch()) {
            sentences.add("The groups do not have the sizes they should have " + evidence
                    + ": find out why before trusting any difference.");
        } else if (ratio.isUnusual()) {
            sentences.add("The sizes of the groups are unusual " + evidence
                    + ": look at how customers were assigned before trusting a small difference.");
        }
        analysis.metrics().forEach(comparison -> sentences.add(sentence(analysis, comparison)));
        sentences.addAll(untested(analysis));
        if (analysis.people().inSeveralVariants() > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Customers left out for having seen several variants: %,d.",
                    analysis.people().inSeveralVariants()));
        }
        return List.copyOf(sentences);
    }

    private static List<String> untested(Analysis analysis) {
        if (analysis.metrics().isEmpty() && analysis.untested().isEmpty()) {
            return List.of("There is no metric to compare.");
        }
        return analysis.untested().stream()
                .map(each ->
                        "%s of %s could not be compared: %s".formatted(each.metric(), each.variant(), each.reason()))
                .toList();
    }

    private static String sentence(Analysis analysis, Comparison comparison) {
        boolean isShown = comparison.adjustedPValue() < analysis.plan().alpha();
        var means = "%s against %s"
                .formatted(
                        amount(comparison, comparison.basis().variant().mean()),
                        amount(comparison, comparison.basis().control().mean()));
        var many = analysis.metrics().size() > 1
                ? " after adjusting for " + analysis.metrics().size() + " comparisons"
                : "";
        var evidence = Words.pValue(comparison.adjustedPValue()) + many;
        if (!isShown) {
            return "No difference in %s is shown between %s and %s: %s (%s)."
                    .formatted(comparison.name(), comparison.variant(), analysis.control(), means, evidence);
        }
        var direction = comparison.lift().absolute() > 0 ? "raises" : "lowers";
        return "%s %s %s: %s in %s, a difference of %s to %s (%s)."
                .formatted(
                        comparison.variant(),
                        direction,
                        comparison.name(),
                        means,
                        analysis.control(),
                        Words.number(scaled(comparison, comparison.interval().low())),
                        points(comparison, comparison.interval().high()),
                        evidence);
    }

    private static String amount(Comparison comparison, double value) {
        return comparison.basis().isRate() ? Words.percent(value) : Words.number(value);
    }

    private static double scaled(Comparison comparison, double value) {
        return comparison.basis().isRate() ? value * 100 : value;
    }

    private static String points(Comparison comparison, double value) {
        return comparison.basis().isRate()
                ? Words.number(scaled(comparison, value)) + " percentage points"
                : Words.number(value);
    }
}
