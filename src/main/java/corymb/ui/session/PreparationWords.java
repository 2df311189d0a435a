package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.stats.Scaling;
import corymb.ui.kit.Texts;
import java.util.stream.Collectors;

/** What is done to features before groups are looked for, in words. */
public final class PreparationWords {
    private PreparationWords() {}

    /** The steps of a plan, one after the other. */
    static String of(PreparationPlan plan, Vocabulary words) {
        return plan.isNone()
                ? Texts.of("prepare.nothing")
                : plan.steps().stream().map(step -> of(step, words)).collect(Collectors.joining("; "));
    }

    /** A step, and the columns that it is done to where these are not all that it fits. */
    public static String of(Step step, Vocabulary words) {
        var what = what(step, words);
        return step.columns().isEmpty() ? what : Texts.of("prepare.of", what, words.titles(step.columns()));
    }

    private static String what(Step step, Vocabulary words) {
        var numbers = Numbers.local();
        return switch (step) {
            case Step.Impute impute -> Texts.of("prepare.said.impute", name(impute.fill()));
            case Step.Transform transform -> Texts.of("prepare.said.transform", name(transform.curve()));
            case Step.Scale scale -> Texts.of("prepare.said.scale", name(scale.scaling()));
            case Step.Winsorise ends ->
                Texts.of("prepare.said.winsorise", numbers.percent(ends.low()), numbers.percent(1 - ends.high()));
            case Step.GroupRare rare -> Texts.of("prepare.said.rare", numbers.percent(rare.share()));
            case Step.OneHot oneHot -> Texts.of("prepare.said.oneHot", oneHot.most());
            case Step.EncodeFrequency _ -> Texts.of("prepare.said.frequency");
            case Step.EncodeTarget target ->
                Texts.of(
                        target.folds() == 0 ? "prepare.said.target" : "prepare.said.targetFolds",
                        words.inSentence(target.target()),
                        numbers.exact(target.smoothing()),
                        target.folds());
            case Step.DropConstant constant ->
                constant.variance() == 0
                        ? Texts.of("prepare.said.constant")
                        : Texts.of("prepare.said.variance", numbers.exact(constant.variance()));
            case Step.DropCorrelated correlated ->
                Texts.of("prepare.said.correlated", numbers.exact(correlated.most()));
            case Step.Components components -> Texts.of("prepare.said.components", components.count());
        };
    }

    /** What stands for a gap. */
    public static String name(Step.Fill fill) {
        return switch (fill) {
            case MEAN -> Texts.of("prepare.fillMean");
            case MEDIAN -> Texts.of("prepare.fillMedian");
            case MODE -> Texts.of("prepare.fillMode");
        };
    }

    /** How a scale is bent. */
    public static String name(Step.Curve curve) {
        return switch (curve) {
            case LOG -> Texts.of("prepare.curveLog");
            case BOX_COX -> Texts.of("prepare.curveBoxCox");
            case YEO_JOHNSON -> Texts.of("prepare.curveYeoJohnson");
            case QUANTILE_UNIFORM -> Texts.of("prepare.curveUniform");
            case QUANTILE_NORMAL -> Texts.of("prepare.curveNormal");
        };
    }

    /** How numbers are brought to one scale. */
    public static String name(Scaling scaling) {
        return switch (scaling) {
            case STANDARD -> Texts.of("clusters.scalingStandard");
            case ROBUST -> Texts.of("clusters.scalingRobust");
            case MINMAX -> Texts.of("clusters.scalingMinmax");
            case NONE -> Texts.of("clusters.scalingNone");
        };
    }
}
