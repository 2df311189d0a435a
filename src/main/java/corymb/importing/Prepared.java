package corymb.importing;

import java.util.Map;

/**
 * What is known of a file once all its chunks are made.
 *
 * @param account where its rows were, and those that could not be read
 * @param strays how many values hold a quote mark though they are not quoted, or letters behind them that belong to no column, by
 *     its place
 * @param stamp the file's fingerprint
 */
record Prepared(RowAccount account, Map<Integer, Long> strays, FileStamp stamp) {
    /** How many rows the chunks have. */
    long rowCount() {
        return account.rowCount();
    }

    /** How many lines were no rows. */
    long skippedLines() {
        return account.skippedLines();
    }

    /** How many rows were set aside. */
    long brokenCount() {
        return account.brokenCount();
    }
}
