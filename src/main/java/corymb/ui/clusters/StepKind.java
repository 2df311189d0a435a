package corymb.ui.clusters;

import corymb.preparation.Step;
import corymb.stats.Scaling;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;

/** A kind of step that a preparation can have, as it is offered. */
enum StepKind {
    IMPUTE,
    WINSORISE,
    TRANSFORM,
    SCALE,
    RARE,
    ONE_HOT,
    FREQUENCY,
    TARGET,
    CONSTANT,
    CORRELATED,
    COMPONENTS;

    static StepKind of(Step step) {
        return switch (step) {
            case Step.Impute _ -> IMPUTE;
            case Step.Winsorise _ -> WINSORISE;
            case Step.Transform _ -> TRANSFORM;
            case Step.Scale _ -> SCALE;
            case Step.GroupRare _ -> RARE;
            case Step.OneHot _ -> ONE_HOT;
            case Step.EncodeFrequency _ -> FREQUENCY;
            case Step.EncodeTarget _ -> TARGET;
            case Step.DropConstant _ -> CONSTANT;
            case Step.DropCorrelated _ -> CORRELATED;
            case Step.Components _ -> COMPONENTS;
        };
    }

    /**
     * Such a step as it begins, for all columns that it fits.
     *
     * @param number a column of numbers
     */
    Step usual(String number) {
        var all = List.<String>of();
        return switch (this) {
            case IMPUTE -> new Step.Impute(all, Step.Fill.MEDIAN);
            case WINSORISE -> new Step.Winsorise(all, 0.01, 0.99);
            case TRANSFORM -> new Step.Transform(all, Step.Curve.YEO_JOHNSON);
            case SCALE -> new Step.Scale(all, Scaling.STANDARD);
            case RARE -> new Step.GroupRare(all, 0.01);
            case ONE_HOT -> new Step.OneHot(all, 12);
            case FREQUENCY -> new Step.EncodeFrequency(all);
            case TARGET -> new Step.EncodeTarget(all, number, 10);
            case CONSTANT -> new Step.DropConstant(all, 0);
            case CORRELATED -> new Step.DropCorrelated(all, 0.95);
            case COMPONENTS -> new Step.Components(all, 2);
        };
    }

    String words() {
        return Texts.of("prepare.kind." + key());
    }

    /** What it is good for, in a sentence. */
    String sentence() {
        return Texts.of("prepare.why." + key());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
