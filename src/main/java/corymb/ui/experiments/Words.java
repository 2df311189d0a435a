package corymb.ui.experiments;

import corymb.chart.Numbers;
import corymb.experiment.Analysis;
import corymb.experiment.Effect;
import corymb.experiment.Study;
import corymb.ui.kit.Texts;
import java.math.BigDecimal;
import java.math.MathContext;

/** What the page says of tests. */
final class Words {
    private Words() {}

    /** A number as a person would type it, without the dust of binary fractions. */
    static String typed(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String kind(Study study) {
        return switch (study) {
            case Study.PlannedTest _ -> Texts.of("experiments.kindPlanned");
            case Study.SimulatedTest _ -> Texts.of("experiments.kindSimulated");
            case Study.AnalysedTest _ -> Texts.of("experiments.kindAnalysed");
        };
    }

    static String result(Study study) {
        var numbers = Numbers.local();
        return switch (study) {
            case Study.PlannedTest(var _, var size) ->
                Texts.of("experiments.plannedResult", numbers.count(size.perVariant()), numbers.count(size.total()));
            case Study.SimulatedTest(var _, var simulation) ->
                Texts.of(
                        "experiments.simulatedResult",
                        numbers.percent(simulation.power().value()));
            case Study.AnalysedTest(var analysis) -> result(analysis);
        };
    }

    private static String result(Analysis analysis) {
        if (analysis.sampleRatio().isMismatch()) {
            return Texts.of("experiments.ratioWrong");
        }
        long shown = analysis.metrics().stream()
                .filter(each -> each.adjustedPValue() < analysis.plan().alpha())
                .count();
        return Texts.of("experiments.analysedResult", shown, analysis.metrics().size());
    }

    /** "2.8 percentage points", "28 % of today's value" or "12.5". */
    static String effect(Effect effect, boolean isRate) {
        var numbers = Numbers.local();
        if (effect.isRelative()) {
            return Texts.of("experiments.ofToday", numbers.prose(effect.size() * 100));
        }
        return isRate
                ? Texts.of("experiments.pointsLong", numbers.prose(effect.size() * 100))
                : numbers.prose(effect.size());
    }

    /** A p value as reports print it. */
    static String pValue(double p) {
        return p < 0.0001
                ? Texts.of("experiments.pTiny")
                : Texts.of("experiments.p", Numbers.local().prose(p));
    }
}
