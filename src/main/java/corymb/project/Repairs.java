package corymb.project;

import corymb.importing.Source;
import corymb.importing.SourceRepair;
import corymb.repair.RepairList;
import corymb.repair.RepairOutcome;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.repair.Repairing.Preview;
import corymb.repair.SpellingPlan;
import corymb.repair.Spellings;
import corymb.repair.TextRepair;
import corymb.repair.ValueCluster;
import corymb.sql.Engine;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The repairs of one source.
 *
 * @param engine where it is
 * @param source the source
 */
record Repairs(Engine engine, Source source) {
    /**
     * The source with a list of repairs in the place of its own.
     *
     * @throws corymb.work.Failure when one that is new in the list has no column to work on
     */
    Source with(RepairList list, String relationName, Progress progress) {
        var known = source.repaired().steps();
        var repaired = SourceRepair.run(engine, source, list.steps(), relationName, progress);
        var wrong = repaired.repaired().outcomes().stream()
                .filter(outcome -> !outcome.fits() && !known.contains(outcome.step()))
                .findFirst();
        if (wrong.isPresent()) {
            repaired.repaired().raw().ifPresent(_ -> engine.drop(repaired.data().name()));
            throw problem(wrong.get());
        }
        return repaired;
    }

    private RuntimeException problem(RepairOutcome outcome) {
        var columns = source.columns().stream().map(column -> column.name()).toList();
        return new Problem(
                        outcome.note(),
                        source.name() + ", " + outcome.step().repair().label(),
                        "The columns are " + String.join(", ", columns) + ".")
                .asFailure();
    }

    /** What a repair would do to the rows after other ones. */
    RepairPreview preview(List<RepairStep> before, Preview preview, Progress progress) {
        var outcome = Repairing.preview(engine, source.unrepaired().data(), before, preview, progress);
        if (!outcome.outcome().fits()) {
            throw problem(outcome.outcome());
        }
        return outcome;
    }

    /** Values that are likely spellings of the same, but for those that were decided to stay. */
    List<ValueCluster> spellings(SpellingPlan plan, Progress progress) {
        var kept = source.repaired().steps().stream()
                .filter(step -> step.repair() instanceof TextRepair.Dictionary dictionary
                        && dictionary.column().equalsIgnoreCase(plan.column()))
                .flatMap(step -> ((TextRepair.Dictionary) step.repair()).entries().stream())
                .filter(entry -> entry.decision() == TextRepair.Decision.KEEP)
                .map(TextRepair.Entry::value)
                .collect(Collectors.toSet());
        return Spellings.find(engine, source.data(), plan, kept, progress);
    }
}
