package corymb.project;

import corymb.importing.Source;
import corymb.importing.SourceRepair;
import corymb.repair.Lookup;
import corymb.repair.RepairList;
import corymb.repair.RepairOutcome;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.repair.Repairing.Preview;
import corymb.repair.SpellingPlan;
import corymb.repair.Spellings;
import corymb.repair.TextRepair;
import corymb.repair.Unmatched;
import corymb.repair.ValueCluster;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The repairs of one source.
 *
 * @param engine where it is
 * @param project the project it is in
 * @param source the source
 */
record Repairs(Engine engine, Project project, Source source) {
    /**
     * The source with a list of repairs in the place of its own.
     *
     * @throws corymb.work.Failure when one that is new in the list does not fit, or looks up in a source that looks up in this one
     */
    Source with(RepairList list, String relationName, Progress progress) {
        var known = source.repaired().steps();
        Lookups.requireNoCircle(project, source.name(), list.steps());
        return fitting(list.steps(), step -> !known.contains(step), relationName, progress);
    }

    /**
     * The source with the same repairs made again.
     *
     * @throws corymb.work.Failure when one that did fit does no longer
     */
    Source again(String relationName, Progress progress) {
        var fitted = source.repaired().outcomes().stream()
                .filter(RepairOutcome::fits)
                .map(RepairOutcome::step)
                .toList();
        return fitting(source.repaired().steps(), fitted::contains, relationName, progress);
    }

    /** Another state of the source with the repairs of this one. */
    Source of(Source other, String relationName, Progress progress) {
        return repair().run(other, source.repaired().steps(), relationName, progress);
    }

    private SourceRepair repair() {
        return new SourceRepair(engine, Lookups.others(project, source.name()));
    }

    private Source fitting(
            List<RepairStep> steps, Predicate<RepairStep> mustFit, String relationName, Progress progress) {
        var repaired = repair().run(source, steps, relationName, progress);
        var wrong = repaired.repaired().outcomes().stream()
                .filter(outcome -> !outcome.fits() && mustFit.test(outcome.step()))
                .findFirst();
        if (wrong.isPresent()) {
            repaired.repaired().raw().ifPresent(_ -> engine.drop(repaired.data().name()));
            throw problem(wrong.get());
        }
        return repaired;
    }

    private RuntimeException problem(RepairOutcome outcome) {
        return new Problem(
                        outcome.note(),
                        source.name() + ", " + outcome.step().repair().label(),
                        remedy(outcome))
                .asFailure();
    }

    private String remedy(RepairOutcome outcome) {
        var columns = "The columns are "
                + String.join(", ", source.unrepaired().data().schema().names()) + ".";
        if (!(outcome.step().repair() instanceof Lookup lookup)) {
            return columns;
        }
        return project.source(lookup.source())
                .map(made -> columns + " Those of " + lookup.source() + " are "
                        + String.join(", ", made.value().data().schema().names()) + ".")
                .orElse("Import " + lookup.source() + " again, or change, switch off or remove the repair.");
    }

    /** What a repair would do to the rows after other ones. */
    RepairPreview preview(List<RepairStep> before, Preview preview, String relationName, Progress progress) {
        Lookups.requireNoCircle(project, source.name(), List.of(new RepairStep(preview.repair(), true)));
        var outcome = repair().repairing(source.role())
                .preview(source.unrepaired().data(), before, preview, relationName, progress);
        if (!outcome.outcome().fits()) {
            throw problem(outcome.outcome());
        }
        return outcome;
    }

    /**
     * Rows that one of the repairs, which is a lookup, leaves without a match, in a table of that name.
     *
     * @param number which repair, counted from 1
     */
    Relation unmatched(int number, Unmatched which, String relationName, Progress progress) {
        var list = new RepairList(source.repaired().steps());
        if (!(list.step(number).repair() instanceof Lookup lookup)) {
            throw new Problem(
                            "This repair looks up in no other source.",
                            source.name() + ", repair " + number,
                            "Choose one that does.")
                    .asFailure();
        }
        return repair().repairing(source.role())
                .unmatched(
                        source.unrepaired().data(),
                        list.before(number),
                        new Repairing.Asked(lookup, which, relationName),
                        progress)
                .orElseThrow(() -> new Problem(
                                "The repair does not fit, so nothing was looked up.",
                                source.name() + ", " + lookup.label(),
                                "See corymb repairs.")
                        .asFailure());
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
