package corymb.ui.history;

import corymb.project.Change;
import corymb.project.Made;
import java.util.Optional;

/**
 * A step with its place in time.
 *
 * @param place from 1; the project as it stands is after the step whose place is the number of steps not undone
 * @param change what was done
 * @param state how it stands to the project now
 */
record HistoryStep(int place, Change change, State state) {
    Optional<Made<?>> made() {
        return change.made();
    }

    /** How a step stands to the project now. */
    enum State {
        /** It led here. */
        TAKEN,
        /** It led here, and what was before it is no longer kept: it cannot be undone. */
        SETTLED,
        /** The project is as this step left it. */
        PRESENT,
        /** It led here, and what it was made of has changed since. */
        STALE,
        /** It was undone and can be redone. */
        UNDONE
    }
}
