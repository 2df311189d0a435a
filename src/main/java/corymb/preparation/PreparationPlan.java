package corymb.preparation;

import java.util.List;

/**
 * What is done to columns before a model sees them, one after the other.
 *
 * @param steps each is done to what the steps before it left
 */
public record PreparationPlan(List<Step> steps) {
    /** Nothing is done. */
    public static final PreparationPlan NONE = new PreparationPlan(List.of());

    public PreparationPlan {
        steps = List.copyOf(steps);
    }

    public boolean isNone() {
        return steps.isEmpty();
    }
}
