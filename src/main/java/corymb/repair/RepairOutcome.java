package corymb.repair;

import java.util.Optional;

/**
 * What came of a step.
 *
 * @param step the step
 * @param rows how many rows it changed
 * @param fits whether the columns it is about are there; one that does not fit changes nothing in those that are not
 * @param note what it left undone, or what came of a lookup, in sentences; empty where nothing
 * @param matches how the rows of a lookup were matched; empty of other repairs
 */
public record RepairOutcome(RepairStep step, long rows, boolean fits, String note, Optional<Matches> matches) {
    static RepairOutcome off(RepairStep step) {
        return new RepairOutcome(step, 0, true, "", Optional.empty());
    }
}
