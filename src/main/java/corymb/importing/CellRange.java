package corymb.importing;

import corymb.work.Problem;
import java.util.regex.Pattern;

/**
 * A table's place in a sheet, as spreadsheets write it: "Sales!B3:F" goes down to the last row, "Sales!B3:F20" to row 20.
 *
 * @param sheet the name of the sheet
 * @param firstRow its first row, counted from 1
 * @param lastRow its last row
 * @param firstColumn its first column, counted from 0
 * @param columns how many columns it has
 */
record CellRange(String sheet, int firstRow, int lastRow, int firstColumn, int columns) {
    static final int MOST_ROWS = 1 << 20;
    static final int MOST_COLUMNS = 1 << 14;
    private static final int LETTERS = 26;
    private static final Pattern WRITTEN =
            Pattern.compile("(?s)(.*)!([A-Za-z]{1,3})(\\d{1,7}):([A-Za-z]{1,3})(\\d{0,7})");

    /** Whether the words say which cells, and not just which sheet. */
    static boolean isWritten(String words) {
        return WRITTEN.matcher(words).matches();
    }

    static CellRange of(String words) {
        var parts = WRITTEN.matcher(words);
        if (!parts.matches()) {
            throw noRange(words);
        }
        int first = column(parts.group(2));
        int last = column(parts.group(4));
        int from = Integer.parseInt(parts.group(3));
        int to = parts.group(5).isEmpty() ? MOST_ROWS : Integer.parseInt(parts.group(5));
        if (first > last || from > to || from < 1 || last >= MOST_COLUMNS) {
            throw noRange(words);
        }
        return new CellRange(parts.group(1), from, to, first, last - first + 1);
    }

    private static RuntimeException noRange(String words) {
        return new Problem("This is no range of cells.", words, "Write it like Sales!B3:F20, or B3:F without an end.")
                .asFailure();
    }

    /** The sheet that words name, with or without a range of its cells. */
    static String sheet(String words) {
        return isWritten(words) ? of(words).sheet() : words;
    }

    private static int column(String letters) {
        int number = 0;
        for (char letter : letters.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            number = number * LETTERS + letter - 'A' + 1;
        }
        return number - 1;
    }

    private static String letters(int column) {
        return (column < LETTERS ? "" : letters(column / LETTERS - 1)) + (char) ('A' + column % LETTERS);
    }

    /** The range without its sheet. */
    String cells() {
        return letters(firstColumn) + firstRow + ":" + letters(firstColumn + columns - 1)
                + (lastRow >= MOST_ROWS ? "" : lastRow);
    }

    String words() {
        return sheet + "!" + cells();
    }
}
