package corymb.importing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file, or the files in a folder whose names match a pattern, as a person writes them in one word.
 *
 * @param path the file or folder
 * @param entries the pattern; empty for the file itself, or for all in the folder
 */
public record FilePattern(Path path, String entries) {
    public static FilePattern of(String word) {
        int slash = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
        var last = word.substring(slash + 1);
        boolean isPattern = (last.contains("*") || last.contains("?")) && !exists(word);
        if (!isPattern) {
            return new FilePattern(Path.of(word), "");
        }
        return new FilePattern(Path.of(slash < 0 ? "." : word.substring(0, slash + 1)), last);
    }

    /** Some systems allow no such letters in names. */
    private static boolean exists(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
