package corymb.repair;

/**
 * What came of a step.
 *
 * @param step the step
 * @param rows how many rows it changed
 * @param fits whether the columns it is about are there; one that does not fit changes nothing in those that are not
 * @param note what it left undone, in sentences; empty where nothing
 */
public record RepairOutcome(RepairStep step, long rows, boolean fits, String note) {
    static RepairOutcome off(RepairStep step) {
        return new RepairOutcome(step, 0, true, "");
    }
}
