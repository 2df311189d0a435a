package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A file that is to come into a source that may have others already.
 *
 * @param before the source as it stands; empty for a new one
 * @param plan how the file is read
 * @param mode how its rows meet those that are there
 * @param at when it comes in
 */
public record SourceImport(Optional<Source> before, ImportPlan plan, Mode mode, Instant at) {
    private static final double READING_PART = 0.8;

    /**
     * Imports the file and puts its rows together with those that are there; the repairs of the source are made anew.
     *
     * @param relationName how the names of all new relations begin
     * @throws corymb.work.Failure when the file cannot be read, or the source is about something else
     */
    public Source run(Engine engine, String relationName, Progress progress) {
        before.filter(_ -> !(mode instanceof Mode.Replace)).ifPresent(this::requireRole);
        var read = FileImport.run(engine, suited(), relationName, progress.between(0, READING_PART))
                .newest();
        try {
            var whole = Combining.add(
                    engine, before, read.cameIn(mode, at), relationName, progress.between(READING_PART, 0.9));
            return before.filter(source -> source.role() == whole.role())
                    .map(source -> Combining.repaired(engine, whole, source, relationName, progress.between(0.9, 1)))
                    .orElse(whole);
        } catch (RuntimeException e) {
            read.relations().forEach(relation -> engine.drop(relation.name()));
            throw e;
        }
    }

    /** What it would give; new relations are described but not kept. */
    public Source dryRun(Engine engine, String relationName, Progress progress) {
        var source = run(engine, relationName, progress);
        drop(engine, source, before.map(Source::relations).orElse(List.of()));
        return source;
    }

    /** Takes back what came with a source, but for what is known from before. */
    private static void drop(Engine engine, Source source, List<Relation> known) {
        source.views().forEach(view -> engine.drop(view.name()));
        var others = new HashSet<>(source.relations());
        known.forEach(others::remove);
        others.forEach(relation -> engine.drop(relation.name()));
    }

    /** Rows that take each other's place by their key are told apart there, not by what stands in the file. */
    private ImportPlan suited() {
        return mode instanceof Mode.Upsert ? plan.skippingRepeatedRows(false) : plan;
    }

    private void requireRole(Source source) {
        if (source.role() != plan.role()) {
            throw new Problem(
                            "The source holds " + source.role().label() + ", the file is to be read as "
                                    + plan.role().label() + ".",
                            source.name(),
                            "Import the file as a source of its own, or as "
                                    + source.role().label() + ".")
                    .asFailure();
        }
    }
}
