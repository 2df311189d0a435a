package corymb.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text files of rows in the engine's scratch folder, as something to select from; its columns are c0, c1 and so on.
 *
 * @param files files of ours that follow each other, without a header, in UTF-8, quoted by double quotes
 * @param delimiter the character between two values
 * @param newline the text that ends each row
 * @param longestRow an upper bound of the bytes of a row
 */
public record DelimitedText(List<Path> files, char delimiter, String newline, int longestRow) {
    private static final int USUAL_LONGEST_ROW = 2_000_000;
    private static final long USUAL_BUFFER = 32_000_000;

    /** All rows of texts written in the same way, which are at least one. */
    public static DelimitedText joined(List<DelimitedText> texts) {
        var first = texts.getFirst();
        return new DelimitedText(
                texts.stream().flatMap(text -> text.files.stream()).toList(),
                first.delimiter,
                first.newline,
                texts.stream().mapToInt(DelimitedText::longestRow).max().orElse(0));
    }

    /** The rows, each value as text. */
    public Sql texts(int columns) {
        return typed(java.util.Collections.nCopies(columns, "VARCHAR"));
    }

    /** The rows, read as these engine types at once; the statement fails at the first value that is none. */
    public Sql typed(List<String> types) {
        var columns = new java.util.StringJoiner(", ", "{", "}");
        for (int i = 0; i < types.size(); i++) {
            columns.add("'c" + i + "': '" + types.get(i) + "'");
        }
        int longest = Math.max(USUAL_LONGEST_ROW, longestRow + 16);
        var names = files.stream().map(file -> literal(file.toString())).collect(Collectors.joining(", ", "[", "]"));
        return Sql.of("read_csv(" + names + ", columns = " + columns + ", delim = "
                + literal(String.valueOf(delimiter)) + ", new_line = '" + escaped(newline)
                + "', quote = '\"', escape = '\"', comment = '', header = false, skip = 0, auto_detect = false, max_line_size = "
                + longest + ", buffer_size = " + Math.max(USUAL_BUFFER, 4L * longest) + ")");
    }

    private static String escaped(String newline) {
        return newline.replace("\r", "\\r").replace("\n", "\\n");
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
