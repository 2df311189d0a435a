package corymb.project;

import corymb.preparation.PreparationPlan;

/** The steps about plans of preparation that are kept under names. */
public final class PreparationSteps {
    private final ProjectFile file;

    PreparationSteps(ProjectFile file) {
        this.file = file;
    }

    /**
     * Keeps a plan under a name, in the place of another of that name.
     *
     * @throws corymb.work.Failure when the name is empty or too long
     */
    public Change save(String name, PreparationPlan plan) {
        var saved = file.history().present().preparations().with(name, plan);
        return new Change.PreparationsSaved(saved, "Saved preparation " + name.strip());
    }

    /**
     * Forgets the plan of that name; groups that were found by it keep it.
     *
     * @throws corymb.work.Failure when there is none
     */
    public Change remove(String name) {
        var saved = file.history().present().preparations().without(name);
        return new Change.PreparationsSaved(saved, "Removed preparation " + name);
    }
}
