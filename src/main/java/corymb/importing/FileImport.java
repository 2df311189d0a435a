package corymb.importing;

import corymb.sql.Engine;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Reads a file into typed rows, and keeps what it could not take with line and reason.
 *
 * <p>Accepted, rejected and repeated rows add up to the rows of the file. Nothing stays behind when it fails or is cancelled.
 *
 * <p>Cost: one pass over the file and, only where values are written in ways the engine does not know by itself, one or two
 * over the copy in the scratch folder; memory for a few chunks of it, however large the file.
 */
public final class FileImport {
    private FileImport() {}

    /**
     * Imports a file as the table {@code relationName} (with {@code _rejects} and {@code _unreadable} beside it).
     *
     * @throws corymb.work.Failure when the file cannot be read, the plan does not fit it, or no row could be taken
     */
    public static Source run(Engine target, ImportPlan plan, String relationName, Progress progress) {
        return read(target, plan, relationName, false, progress);
    }

    /** Imports rows that were not taken before: none of them may be, and no column changes its type for them. */
    static Source again(Engine target, ImportPlan plan, String relationName, Progress progress) {
        return read(target, plan, relationName, true, progress);
    }

    private static Source read(
            Engine target, ImportPlan plan, String relationName, boolean isAgain, Progress progress) {
        PlanCheck.check(plan);
        var tables = new ImportTables(relationName);
        var texts = target.newFolder("import");
        try (var engine = target.beside();
                var preparation = new Preparation(plan, texts, progress)) {
            var source = new Loading(target, engine, plan, tables, new Chunks(preparation)).run(isAgain, progress);
            progress.report(1, "Imported");
            return source;
        } catch (RuntimeException e) {
            tables.dropAll(target);
            throw e;
        } finally {
            delete(texts);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete temporary files", e);
        }
    }
}
