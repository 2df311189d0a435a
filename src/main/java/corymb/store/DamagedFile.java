package corymb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A project file that cannot be read any more, kept for whoever can save something from it. */
final class DamagedFile {
    private static final String ENDING = ".corymb";

    private DamagedFile() {}

    /** Renames the file, with what SQLite keeps beside it, to the first name that is free. */
    static Path setAside(Path file) throws IOException {
        var aside = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> named(file, number))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
        for (var suffix : List.of("-wal", "-shm", "-journal", "")) {
            var part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, aside.resolveSibling(aside.getFileName() + suffix));
            }
        }
        return aside;
    }

    private static Path named(Path file, int number) {
        var name = file.getFileName().toString();
        var stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return file.resolveSibling(stem + "-damaged-" + number + ENDING);
    }
}
