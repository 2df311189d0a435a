package corymb.preparation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is done to columns before a model sees them, one after the other.
 *
 * @param steps each is done to what the steps before it left
 */
public record PreparationPlan(List<Step> steps) {
    private static final int USUAL_LEVELS = 12;

    /** Nothing is done. */
    public static final PreparationPlan NONE = new PreparationPlan(List.of());

    /** What is done where nothing else is said: gaps filled with medians, and texts as columns of 0 and 1. */
    public static final PreparationPlan USUAL = new PreparationPlan(
            List.of(new Step.Impute(List.of(), Step.Fill.MEDIAN), new Step.OneHot(List.of(), USUAL_LEVELS)));

    public PreparationPlan {
        steps = List.copyOf(steps);
    }

    public boolean isNone() {
        return steps.isEmpty();
    }

    public boolean isUsual() {
        return equals(USUAL);
    }

    /**
     * The usual plan around a step: gaps filled with medians and commonest texts, then the step, then texts as columns of 0 and 1, and nothing
     * that does not vary.
     */
    public static PreparationPlan around(Step step) {
        return new PreparationPlan(List.of(
                new Step.Impute(List.of(), Step.Fill.MEDIAN),
                new Step.Impute(List.of(), Step.Fill.MODE),
                step,
                new Step.OneHot(List.of(), USUAL_LEVELS),
                new Step.DropConstant(List.of(), 0)));
    }

    /** The steps in words. */
    public String words() {
        return steps.stream().map(PreparationPlan::words).collect(Collectors.joining("; "));
    }

    private static String words(Step step) {
        var what = switch (step) {
            case Step.Impute impute -> "impute " + lower(impute.fill());
            case Step.Transform transform -> "transform " + lower(transform.curve());
            case Step.Scale scale -> "scale " + lower(scale.scaling());
            case Step.Winsorise ends -> "winsorise " + ends.low() + " to " + ends.high();
            case Step.GroupRare rare -> "group values below a share of " + rare.share();
            case Step.OneHot oneHot -> "one column for each of " + oneHot.most() + " values";
            case Step.EncodeFrequency _ -> "encode by frequency";
            case Step.EncodeTarget target ->
                "encode by the mean of " + target.target()
                        + (target.folds() == 0 ? "" : " in " + target.folds() + " folds");
            case Step.DropConstant constant -> "drop a variance up to " + constant.variance();
            case Step.DropCorrelated correlated -> "drop a correlation above " + correlated.most();
            case Step.Components components -> components.count() + " principal components";
        };
        return step.columns().isEmpty() ? what : what + " of " + String.join(", ", step.columns());
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
