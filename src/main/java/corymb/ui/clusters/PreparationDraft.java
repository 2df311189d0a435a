package corymb.ui.clusters;

import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The steps of a preparation while a person puts them together. */
final class PreparationDraft {
    private final List<Step> steps;
    private final ObservableSet<String> wrong = FXCollections.observableSet();
    private final BooleanBinding isSound = Bindings.isEmpty(wrong);

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

    /** Marks a field in which something else stands than its step holds. */
    void mark(String field, boolean isWrong) {
        if (isWrong) {
            wrong.add(field);
        } else {
            wrong.remove(field);
        }
    }

    /** No field is marked any more, since all are made anew from what the steps hold. */
    void unmark() {
        wrong.clear();
    }

    /** Whether every field says what its step holds. */
    ObservableBooleanValue isSoundProperty() {
        return isSound;
    }

    PreparationPlan plan() {
        return new PreparationPlan(steps);
    }
}
