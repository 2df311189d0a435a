package corymb.repair;

import corymb.sql.Relation;
import java.util.List;

/**
 * The rows after a list of steps.
 *
 * @param rows the rows in their order; the very relation that was repaired where nothing changed
 * @param outcomes what came of each step
 */
public record RepairedRows(Relation rows, List<RepairOutcome> outcomes) {
    public RepairedRows {
        outcomes = List.copyOf(outcomes);
    }
}
