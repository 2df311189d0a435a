package corymb.importing;

import corymb.repair.RepairOutcome;
import corymb.repair.RepairStep;
import corymb.sql.Relation;
import java.util.List;
import java.util.Optional;

/**
 * The repairs of a source and what it was before them.
 *
 * @param outcomes the steps in their order, and what came of each
 * @param raw the source before them; empty where they changed nothing
 */
public record Repaired(List<RepairOutcome> outcomes, Optional<Raw> raw) {
    public static final Repaired NONE = new Repaired(List.of(), Optional.empty());

    public Repaired {
        outcomes = List.copyOf(outcomes);
    }

    /** The steps, to be taken again. */
    public List<RepairStep> steps() {
        return outcomes.stream().map(RepairOutcome::step).toList();
    }

    /**
     * A source before its repairs.
     *
     * @param columns its columns
     * @param data its rows
     */
    public record Raw(List<ImportedColumn> columns, Relation data) {
        public Raw {
            columns = List.copyOf(columns);
        }
    }
}
