package corymb.importing;

import corymb.table.Table;
import java.nio.file.Path;
import java.util.List;

/**
 * What a look at a file found.
 *
 * @param file the file
 * @param inside which part of it was looked at
 * @param choices what else it offers
 * @param format how it holds its rows
 * @param dialect how it is written
 * @param guesses how sure that is
 * @param passed the first of the lines that are no rows
 * @param columns its columns in order
 * @param preview its first rows, as text
 * @param likelyRoles what the rows may be about, likeliest first
 */
public record Detected(
        Path file,
        Inside inside,
        Choices choices,
        FileFormat format,
        CsvDialect dialect,
        DialectGuesses guesses,
        List<PassedLine> passed,
        List<DetectedColumn> columns,
        Table preview,
        List<Role> likelyRoles) {
    public Detected {
        passed = List.copyOf(passed);
        columns = List.copyOf(columns);
        likelyRoles = List.copyOf(likelyRoles);
    }

    /** What the source may be called: the name of the file without its endings. */
    public String proposedName() {
        return String.valueOf(file.getFileName())
                .replaceFirst("(?i)\\.(gz|bz2|zip)$", "")
                .replaceFirst("(?<=.)\\.[^.]+$", "");
    }
}
