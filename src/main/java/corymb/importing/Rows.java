package corymb.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** The rows of one content in their order, on their way into chunks. */
interface Rows extends Closeable {
    /** Copies the next row, or some, unless it is broken; false at the end. */
    boolean read(ByteRun target) throws IOException;

    /** What stands between two values in the copy. */
    char delimiter();

    /** What stands between two rows in the copy. */
    String newline();

    Chunk.Blanks blanks();

    /** How many values hold a quote mark though they are not quoted, by the place of their column. */
    Map<Integer, Long> strayQuotes();

    /** How many lines so far were no rows: notes before the table, comments, blank lines. */
    long skippedLines();
}
