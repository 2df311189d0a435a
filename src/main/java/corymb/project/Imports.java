package corymb.project;

import corymb.importing.Batch;
import corymb.importing.ImportPlan;
import corymb.importing.Mode;
import corymb.importing.Source;
import corymb.importing.SourceImport;
import corymb.work.Problem;
import java.time.Instant;

/**
 * The imports of a project as they stand.
 *
 * @param project the project
 * @param now the time
 */
record Imports(Project project, Instant now) {
    /** A file that is to come into the source its plan names. */
    SourceImport of(ImportPlan plan, Mode mode) {
        return new SourceImport(project.source(plan.source()).map(Made::value), plan, mode, now);
    }

    Source source(String name) {
        return project.source(name)
                .orElseThrow(
                        () -> new Problem("There is no source of that name.", name, "See corymb info.").asFailure())
                .value();
    }

    /** That import of a source, counted from 1, the oldest first. */
    Batch batch(String name, int number) {
        var batches = source(name).batches();
        if (number < 1 || number > batches.size()) {
            throw new Problem(
                            "The source has no such import.",
                            name + ", import " + number,
                            "It has " + batches.size() + "; see corymb batches.")
                    .asFailure();
        }
        return batches.get(number - 1);
    }
}
