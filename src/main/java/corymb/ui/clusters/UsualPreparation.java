package corymb.ui.clusters;

import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.project.SavedPlans;
import corymb.ui.kit.Texts;
import java.util.Arrays;
import java.util.List;

/** What can be done to numbers before they are brought to one scale, as it is offered. */
enum UsualPreparation {
    NONE,
    TAILS,
    EXTREMES,
    RANKS;

    private PreparationPlan plan() {
        return switch (this) {
            case NONE -> PreparationPlan.USUAL;
            case TAILS -> PreparationPlan.around(new Step.Transform(List.of(), Step.Curve.YEO_JOHNSON));
            case EXTREMES -> PreparationPlan.around(new Step.Winsorise(List.of(), 0.01, 0.99));
            case RANKS -> PreparationPlan.around(new Step.Transform(List.of(), Step.Curve.QUANTILE_NORMAL));
        };
    }

    static List<PreparationPlan> plans() {
        return Arrays.stream(values()).map(UsualPreparation::plan).toList();
    }

    /** What a plan is offered as; those without a name come from the command line. */
    static String words(PreparationPlan plan, SavedPlans<PreparationPlan> saved) {
        return Arrays.stream(values())
                .filter(usual -> usual.plan().equals(plan))
                .map(UsualPreparation::words)
                .findFirst()
                .or(() -> saved.name(plan))
                .orElseGet(() -> Texts.of("clusters.preparationOwn"));
    }

    private String words() {
        return switch (this) {
            case NONE -> Texts.of("clusters.preparationNone");
            case TAILS -> Texts.of("clusters.preparationTails");
            case EXTREMES -> Texts.of("clusters.preparationExtremes");
            case RANKS -> Texts.of("clusters.preparationRanks");
        };
    }
}
