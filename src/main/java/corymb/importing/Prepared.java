package corymb.importing;

import corymb.sql.DelimitedText;
import java.util.Map;

/**
 * What is known of a file once all its chunks are made.
 *
 * @param rowCount how many rows the chunks have
 * @param broken the other rows: line, column, text, reason
 * @param brokenCount how many they are
 * @param strayQuotes how many values hold a quote mark though they are not quoted, by the place of their column
 * @param lines where the rows began in the file
 * @param stamp the file's fingerprint
 */
record Prepared(
        long rowCount,
        DelimitedText broken,
        long brokenCount,
        Map<Integer, Long> strayQuotes,
        LineMap lines,
        FileStamp stamp) {}
