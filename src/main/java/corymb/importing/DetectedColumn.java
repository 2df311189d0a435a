package corymb.importing;

import corymb.stats.Share;
import corymb.table.ColumnType;
import java.util.List;

/**
 * What the first rows of a file say about one column.
 *
 * @param name its name in the header, made unique; "column_1" and so on without a header
 * @param type what nearly all its values are
 * @param isTyped whether the file itself says so, and it is not guessed from how the values are written
 * @param examples some of its different values
 * @param missing the part of the rows without a value
 * @param guesses how sure that is, and what its values stand for
 */
public record DetectedColumn(
        String name, ColumnType type, boolean isTyped, List<String> examples, Share missing, ColumnGuesses guesses) {
    public DetectedColumn {
        examples = List.copyOf(examples);
    }
}
