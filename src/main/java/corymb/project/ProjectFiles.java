package corymb.project;

import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where projects are kept. */
public interface ProjectFiles {
    /** A new, empty project; refuses to overwrite. */
    ProjectFile create(Path file);

    /**
     * Opens a project, read-only when someone else has it.
     *
     * @throws corymb.work.Failure when the file is missing, is not a project, is damaged or comes from a newer version; it is
     *     then not touched
     */
    ProjectFile open(Path file, Progress progress);

    /**
     * Gives a file that cannot be read as a project another name beside its own, so that its place is free.
     *
     * @return where it is now; empty when the file is sound, comes from a newer version or is in use, and stays
     */
    Optional<Path> setAside(Path file, Progress progress);

    /** Everything that is wrong with a project file; empty when it is sound. */
    List<Problem> check(Path file, Progress progress);
}
