package corymb.ui.clusters;

import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The steps of a preparation while a person puts them together. */
final class PreparationDraft {
    private final List<Step> steps;

    PreparationDraft(PreparationPlan begun) {
        steps = new ArrayList<>(begun.steps());
    }

    int size() {
        return steps.size();
    }

    Step at(int place) {
        return steps.get(place);
    }

    void add(Step step) {
        steps.add(step);
    }

    /** Does the step at that place in another way. */
    void put(int place, Step step) {
        steps.set(place, step);
    }

    void remove(int place) {
        steps.remove(place);
    }

    /** Does a step before the one before it. */
    void moveUp(int place) {
        Collections.swap(steps, place, place - 1);
    }

    PreparationPlan plan() {
        return new PreparationPlan(steps);
    }
}
