package corymb.importing;

import corymb.sql.DelimitedFile;

/**
 * A file made ready for the engine: its whole rows in the scratch folder, its broken ones set aside.
 *
 * @param rows the rows with the right number of values
 * @param rowCount how many they are
 * @param broken the other rows: line, column, text, reason
 * @param brokenCount how many they are
 * @param lines where the rows began in the file
 * @param stamp the file's fingerprint
 */
record Prepared(
        DelimitedFile rows, long rowCount, DelimitedFile broken, long brokenCount, LineMap lines, FileStamp stamp) {}
