package corymb.importing;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops reading where one value is longer than any that belongs into a table. */
final class BoundedReader extends FilterReader {
    private static final long MOST = 2L * RecordScanner.LONGEST_RECORD;

    private long line = 1;
    private long read;
    private boolean isBounded;

    BoundedReader(Reader reader) {
        super(reader);
    }

    /** A value begins at that line. */
    void start(long atLine) {
        line = atLine;
        read = 0;
        isBounded = true;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        read += Math.max(0, count);
        if (isBounded && read > MOST) {
            throw FileProblems.tooLong(line);
        }
        return count;
    }
}
