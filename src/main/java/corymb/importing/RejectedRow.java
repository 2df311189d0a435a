package corymb.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of an import that was not taken, as its cells.
 *
 * @param number the import of its source, counted from 1
 * @param line where it stands in the file
 * @param entry the file it stands in, where the import was read from several; else empty
 * @param column the column that is to blame; empty where none is
 * @param reason why it was not taken
 * @param cells its values, in the order of the columns of the file; of a broken row there may be more or fewer
 */
public record RejectedRow(int number, long line, String entry, String column, String reason, List<String> cells) {
    public RejectedRow {
        cells = List.copyOf(cells);
    }

    public RejectedRow with(List<String> others) {
        return new RejectedRow(number, line, entry, column, reason, others);
    }

    /** The character between the cells of a rejected row's text. */
    static char delimiter(ImportPlan plan) {
        var delimiter = plan.dialect().delimiter();
        boolean isPlain = plan.format() == FileFormat.CSV && delimiter.length() == 1 && delimiter.charAt(0) < 128;
        return isPlain ? delimiter.charAt(0) : ',';
    }

    /** The cells of a text; a quote mark that is never closed is one like any other. */
    public static List<String> cells(String text, ImportPlan plan) {
        char delimiter = delimiter(plan);
        var cells = new ArrayList<String>();
        int at = 0;
        while (at <= text.length()) {
            int closing = at < text.length() && text.charAt(at) == '"' ? closing(text, at, delimiter) : -1;
            int end = closing < 0 ? text.indexOf(delimiter, at) : closing + 1;
            end = end < 0 ? text.length() : end;
            cells.add(
                    closing < 0
                            ? text.substring(at, end)
                            : text.substring(at + 1, closing).replace("\"\"", "\""));
            at = end + 1;
        }
        return cells;
    }

    /** Where the quoted cell that begins at {@code from} is closed; -1 when it is not. */
    private static int closing(String text, int from, char delimiter) {
        for (int at = from + 1; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                if (at + 1 == text.length() || text.charAt(at + 1) == delimiter) {
                    return at;
                }
                if (text.charAt(at + 1) != '"') {
                    return -1;
                }
                at++;
            }
        }
        return -1;
    }

    /** Its cells as one text again. */
    public String text(ImportPlan plan) {
        return text(cells, String.valueOf(delimiter(plan)));
    }

    static String text(List<String> cells, String mark) {
        return cells.stream()
                .map(cell -> cell.contains(mark) || cell.contains("\"") || cell.contains("\n")
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(mark));
    }
}
