package corymb.project;

import corymb.project.SourceChange.SourceRepaired;
import corymb.repair.RepairList;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.repair.SpellingPlan;
import corymb.repair.Unmatched;
import corymb.repair.ValueCluster;
import corymb.sql.Relation;
import corymb.work.Progress;
import java.util.List;

/** The steps of the journey about repairs of the sources. */
public final class RepairSteps {
    private final Journey journey;
    private final ProjectFile file;

    RepairSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    /**
     * Makes a list of repairs the one of a source, and its rows what the list makes of those that were imported.
     *
     * @param what what is new in the list, for the history
     */
    public Change mend(String name, RepairList list, String what, Progress progress) {
        return new SourceRepaired(journey.source(relation -> of(name).with(list, relation, progress)), what);
    }

    /**
     * Rows that a lookup among the repairs of a source leaves without a match, in a table that is to be dropped after use.
     *
     * @param number which repair, counted from 1
     */
    public Relation unmatched(String name, int number, Unmatched which, Progress progress) {
        return of(name).unmatched(number, which, "trial_" + file.claimId(), progress);
    }

    /** What a repair would do to the rows of a source after other ones; nothing is kept of it. */
    public RepairPreview tried(String name, List<RepairStep> before, Repairing.Preview preview, Progress progress) {
        return of(name).preview(before, preview, "trial_" + file.claimId(), progress);
    }

    /** Values of a source's column that are likely spellings of the same, to make a dictionary of. */
    public List<ValueCluster> spellings(String name, SpellingPlan plan, Progress progress) {
        return of(name).spellings(plan, progress);
    }

    /** Makes the repairs of a source again. */
    Change again(String name, Progress progress) {
        return new SourceRepaired(journey.source(relation -> of(name).again(relation, progress)), "made again");
    }

    private Repairs of(String name) {
        return new Repairs(
                file.engine(), file.history().present(), journey.imports().source(name));
    }
}
