package corymb.repair;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs repairs over rows; the rows they start from stay as they are.
 *
 * <p>Cost: one copy of the rows; for each step a pass over its columns, and work outside the engine for each different value.
 *
 * @param engine where the rows are
 * @param context what the repairs know beyond them
 */
public record Repairing(Engine engine, Context context) {
    /**
     * The rows after all steps that are on, in the order of the list. A step whose column is not there changes nothing and says so.
     *
     * @param name how the names of all new relations begin
     */
    public RepairedRows run(Relation rows, List<RepairStep> steps, String name, Progress progress) {
        if (steps.stream().noneMatch(RepairStep::isOn)) {
            return new RepairedRows(rows, steps.stream().map(RepairOutcome::off).toList());
        }
        try (var bench = Workbench.open(engine, context, Sample.whole(rows), name, progress.between(0, 0.2))) {
            var outcomes = new ArrayList<RepairOutcome>();
            for (var step : steps) {
                double from = 0.2 + 0.6 * outcomes.size() / steps.size();
                outcomes.add(bench.take(step, progress.between(from, from + 0.6 / steps.size())));
            }
            return new RepairedRows(bench.isChanged() ? bench.rows(progress.between(0.8, 1)) : rows, outcomes);
        }
    }

    /**
     * What a repair would do to the rows after other steps; nothing is kept of it.
     *
     * @param before the steps before it
     * @param name how the names of all relations begin that are needed meanwhile
     */
    public RepairPreview preview(
            Relation rows, List<RepairStep> before, Preview preview, String name, Progress progress) {
        try (var bench = Workbench.open(engine, context, preview.of(rows), name, progress.between(0, 0.3))) {
            for (var step : before) {
                bench.take(step, progress.between(0.3, 0.3));
            }
            return bench.preview(new RepairStep(preview.repair(), true), preview.examples(), progress.between(0.6, 1));
        }
    }

    /**
     * The rows that a lookup after other steps leaves without a match, as a table of its own; nothing where it does not fit.
     *
     * @param before the steps before it
     */
    public Optional<Relation> unmatched(Relation rows, List<RepairStep> before, Asked asked, Progress progress) {
        try (var bench = Workbench.open(engine, context, Sample.whole(rows), asked.name(), progress.between(0, 0.2))) {
            for (var step : before) {
                bench.take(step, progress.between(0.3, 0.3));
            }
            bench.settle(progress);
            return LookingUp.rows(asked.lookup(), bench, asked.which(), progress.between(0.4, 0.8))
                    .map(query -> engine.create(asked.name(), query, progress.between(0.8, 1)));
        }
    }

    /**
     * Rows to be listed.
     *
     * @param lookup of which lookup
     * @param which which of them
     * @param name the name of the table
     */
    public record Asked(Lookup lookup, Unmatched which, String name) {}

    /**
     * What is to be previewed.
     *
     * @param repair the repair
     * @param examples how many examples to give at most
     * @param rows about how many rows to look at where there are more, spread over all
     */
    public record Preview(Repair repair, int examples, long rows) {
        /** Of all rows. */
        public static Preview whole(Repair repair, int examples) {
            return new Preview(repair, examples, Long.MAX_VALUE);
        }

        /** What tells visitors that are no people is how close their rows are, which single ones do not show. */
        private Sample of(Relation all) {
            return repair instanceof Repair.Bots ? Sample.whole(all) : new Sample(all, rows);
        }
    }
}
