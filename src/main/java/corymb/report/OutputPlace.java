package corymb.report;

import corymb.project.Made;
import corymb.project.Project;
import corymb.work.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files that are taken away may go. */
public final class OutputPlace {
    private OutputPlace() {}

    /**
     * Keeps what is taken away from landing on a file that was brought in, and from being made for a place where it cannot be.
     *
     * @throws corymb.work.Failure when one of the project's sources was read from that file, or from the folder it is in, or when no
     *     file of that name can be written
     */
    public static void require(Project project, Path file) {
        AtomicFile.require(file);
        if (Files.exists(file)
                && project.sources().stream()
                        .map(Made::value)
                        .flatMap(source -> source.batches().stream())
                        .anyMatch(batch -> isSame(batch.plan().file(), file))) {
            throw new Problem(
                            "A source of the project was read from this file.",
                            file.toString(),
                            "Choose another file name.")
                    .asFailure();
        }
    }

    private static boolean isSame(Path source, Path file) {
        try {
            if (Files.isDirectory(source)) {
                return Files.isSameFile(source, file.toRealPath().getParent());
            }
            return Files.exists(source) && Files.isSameFile(source, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
