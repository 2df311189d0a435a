package corymb.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Folders for the engine's temporary files, which may hold personal data and must not outlive their process. */
final class ScratchFolder {
    private static final Pattern NAME = Pattern.compile("corymb-(\\d{1,18})-.*");

    private ScratchFolder() {}

    /** A new folder for this process; those that killed processes left behind are deleted first. */
    static Path create() throws IOException {
        var own = Files.createTempDirectory("corymb-" + ProcessHandle.current().pid() + "-");
        try (var siblings = Files.list(own.getParent())) {
            siblings.filter(ScratchFolder::isAbandoned).forEach(ScratchFolder::deleteIfOurs);
        }
        return own;
    }

    private static boolean isAbandoned(Path folder) {
        var name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void deleteIfOurs(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(ScratchFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "An abandoned folder of someone else stays", e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
