package corymb.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** The rows of one content in their order, on their way into chunks. */
interface Rows extends Closeable {
    /** Copies the next row, or some, unless it is broken; false at the end. */
    boolean read(ByteRun target) throws IOException;

    /** What stands between two values in the copy: a comma, unless rows are copied as they stand. */
    default char delimiter() {
        return ',';
    }

    /** What stands between two rows in the copy. */
    default String newline() {
        return RowAccount.NEWLINE;
    }

    /** Which blanks may stand around values; any, unless all bytes were looked at. */
    default Chunk.Blanks blanks() {
        return Chunk.Blanks.ANY;
    }

    /** How many values hold a quote mark though they are not quoted, or letters behind them that belong to no column, by its place. */
    default Map<Integer, Long> strays() {
        return Map.of();
    }

    /** How many lines so far were no rows: notes before the table, comments, blank lines. */
    default long skippedLines() {
        return 0;
    }
}
