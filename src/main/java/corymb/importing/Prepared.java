package corymb.importing;

import corymb.sql.DelimitedFile;
import corymb.table.ColumnType;
import java.util.Map;

/**
 * A file made ready for the engine: its whole rows in the scratch folder, its broken ones set aside.
 *
 * @param rows the rows with the right number of values
 * @param rowCount how many they are
 * @param broken the other rows: line, column, text, reason
 * @param brokenCount how many they are
 * @param hasOddBlanks whether tabs, line breaks or letters beyond ASCII stand in values, and so maybe blanks of other kinds
 * @param strayQuotes how many values hold a quote mark though they are not quoted, by the place of their column
 * @param lines where the rows began in the file
 * @param stamp the file's fingerprint
 */
record Prepared(
        DelimitedFile rows,
        long rowCount,
        DelimitedFile broken,
        long brokenCount,
        boolean hasOddBlanks,
        Map<Integer, Long> strayQuotes,
        LineMap lines,
        FileStamp stamp) {
    /** The SQL of a cell's text without blanks around it. */
    String text(String cell, ColumnType type) {
        return hasOddBlanks ? ValueReading.text(cell, type) : ValueReading.plainText(cell, type);
    }
}
