package corymb.importing;

import corymb.sql.Engine;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
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
     * Imports the file and puts its rows together with those that are there; the repairs of the source are to be made anew.
     *
     * @param relationName how the names of all new relations begin
     * @throws corymb.work.Failure when the file cannot be read, or the source is about something else
     */
    public Source run(Engine engine, String relationName, Progress progress) {
        before.filter(_ -> !(mode instanceof Mode.Replace)).ifPresent(this::requireRole);
        var read = FileImport.run(engine, suited(engine), relationName, progress.between(0, READING_PART))
                .newest();
        try {
            return Combining.add(
                    engine, before, read.cameIn(mode, at), relationName, progress.between(READING_PART, 1));
        } catch (RuntimeException e) {
            read.relations().forEach(relation -> engine.drop(relation.name()));
            throw e;
        }
    }

    /**
     * Rows that take each other's place by their key are told apart there, not by what stands in the file; numbers of appended
     * rows go on.
     */
    private ImportPlan suited(Engine engine) {
        return switch (mode) {
            case Mode.Replace _ -> plan;
            case Mode.Append _ ->
                before.map(source -> RowNumbers.following(engine, source.data(), plan))
                        .orElse(plan);
            case Mode.Upsert _ -> plan.skippingRepeatedRows(false);
        };
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
