package corymb.project;

import corymb.importing.Recipe;
import corymb.sql.Engine;
import corymb.sql.Stored;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An open project: its history, kept durably as it grows, and the engine that holds its rows.
 *
 * <p>Every step is on disk when the call returns, or has not happened. Calls from several threads take turns.
 */
public interface ProjectFile extends AutoCloseable {
    Path path();

    /** Who else has the file open for writing, such as "anna on studio-3"; then this one can only be looked at. */
    Optional<String> heldBy();

    Engine engine();

    History history();

    /** An id that no result of this project has or had, claimed for one to be made. */
    long claimId();

    /**
     * Takes a step and stores it with its rows.
     *
     * @throws corymb.work.Failure when the file is read-only or the disk is full; the project is then as before
     */
    History commit(Change change, Progress progress);

    /**
     * Brings the rows of an earlier result into the engine, where they are not there already: a project that is opened holds those of its
     * present results alone.
     *
     * @param result of a state that undo can lead to
     */
    void bring(Stored result, Progress progress);

    /** Lets go of the rows of a step that was computed and will not be taken. */
    void discard(Change change);

    /** Goes back one step; the same history when there is none. */
    History undo(Progress progress);

    /** Goes forward one step; the same history when there is none. */
    History redo(Progress progress);

    /** Puts something on record that is not a step: an export, for instance. */
    void record(AuditEntry entry);

    List<AuditEntry> audit();

    /** Writes the whole project to another file, which must not exist yet. */
    void saveCopy(Path copy, Progress progress);

    /**
     * Makes the file as small as the present project allows: forgets what only undo and redo need, and deletes the backups.
     *
     * <p>The history stays on record; its steps can no longer be undone.
     */
    void compact(Progress progress);

    /** Writes down how files of one shape are read, for this project or another. */
    void saveRecipe(Recipe recipe, Path file);

    /**
     * Reads such a file.
     *
     * @throws corymb.work.Failure when it is none
     */
    Recipe readRecipe(Path file);

    /** The size of the file, in bytes. */
    long bytes();

    @Override
    void close();
}
