package corymb.project;

import corymb.importing.Batch;
import corymb.importing.Combining;
import corymb.importing.ImportPlan;
import corymb.importing.Mode;
import corymb.importing.RejectedRow;
import corymb.importing.Rejects;
import corymb.importing.Source;
import corymb.importing.SourceImport;
import corymb.sql.Engine;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;

/**
 * The imports of a project as they stand. Whatever changes the imported rows of a source makes its repairs anew.
 *
 * @param engine where the rows are
 * @param project the project
 * @param now the time
 */
record Imports(Engine engine, Project project, Instant now) {
    private static final double REPAIRING = 0.8;

    /** The source that a plan names, with a file in it. */
    Source with(ImportPlan plan, Mode mode, String relationName, Progress progress) {
        var before = project.source(plan.source()).map(Made::value);
        var whole = new SourceImport(before, plan, mode, now).run(engine, relationName, progress.between(0, REPAIRING));
        return before.filter(source -> source.role() == whole.role())
                .map(source -> repaired(whole, source, relationName, progress.between(REPAIRING, 1)))
                .orElse(whole);
    }

    /** The same; new relations are described but not kept. */
    Source tried(ImportPlan plan, Mode mode, String relationName, Progress progress) {
        var source = with(plan, mode, relationName, progress);
        source.drop(
                engine,
                project.source(plan.source())
                        .map(before -> before.value().relations())
                        .orElse(List.of()));
        return source;
    }

    /** A source without one of its imports, of which it has several. */
    Source without(Source source, int number, String relationName, Progress progress) {
        var rest = Combining.without(engine, source, number - 1, relationName, progress.between(0, REPAIRING));
        return repaired(rest, source, relationName, progress.between(REPAIRING, 1));
    }

    /** A source with those of its rejected rows that can be taken by now. */
    Source resubmitted(Source source, List<RejectedRow> rows, String relationName, Progress progress) {
        var more = Rejects.resubmit(engine, source, rows, relationName, progress.between(0, REPAIRING));
        return repaired(more, source, relationName, progress.between(REPAIRING, 1));
    }

    /** The source with the repairs of the one before it; what came with it is taken back when they are not made to their end. */
    private Source repaired(Source whole, Source before, String relationName, Progress progress) {
        try {
            return new Repairs(engine, project, before).of(whole, relationName, progress);
        } catch (RuntimeException e) {
            whole.drop(engine, before.relations());
            throw e;
        }
    }

    Source source(String name) {
        return new Named(project).source(name);
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
