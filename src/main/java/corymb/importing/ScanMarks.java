package corymb.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes that mean something in a dialect. */
final class ScanMarks {
    static final byte PLAIN = 0;
    static final byte DELIMITER = 1;
    static final byte BREAK = 2;
    static final byte QUOTE = 3;
    /** A double quote where the dialect's quote mark is another: harmless here, but not to other readers. */
    static final byte FOREIGN_QUOTE = 4;

    static final byte NUL = 5;
    static final byte HIGH = 6;
    static final byte ESCAPE = 7;

    /** A tab inside a value. */
    static final byte TAB = 8;

    private final byte[] kinds = new byte[256];
    private final byte[] delimiter;
    private final boolean isBlanks;
    private final byte quote;
    private final byte escape;
    private final byte[] comment;
    private final Newline newline;

    private ScanMarks(CsvDialect dialect, Newline newline) {
        this.newline = newline;
        this.comment = dialect.comment().getBytes(StandardCharsets.UTF_8);
        this.delimiter = dialect.isFixed() ? new byte[0] : dialect.delimiter().getBytes(StandardCharsets.UTF_8);
        this.isBlanks = dialect.delimiter().equals(CsvDialect.BLANKS);
        this.quote = dialect.quote().isEmpty() ? 0 : (byte) dialect.quote().charAt(0);
        this.escape = dialect.escape().isEmpty() || dialect.escape().equals(dialect.quote())
                ? 0
                : (byte) dialect.escape().charAt(0);
        mark();
    }

    static ScanMarks of(CsvDialect dialect, Newline newline) {
        return new ScanMarks(dialect, newline);
    }

    private void mark() {
        for (int octet = 128; octet < 256; octet++) {
            kinds[octet] = HIGH;
        }
        kinds[0] = NUL;
        kinds['\t'] = TAB;
        kinds['\n'] = BREAK;
        kinds['\r'] = BREAK;
        kinds['"'] = FOREIGN_QUOTE;
        if (escape != 0) {
            kinds[escape & 0xff] = ESCAPE;
        }
        if (quote != 0) {
            kinds[quote & 0xff] = QUOTE;
        }
        if (delimiter.length > 0) {
            kinds[delimiter[0] & 0xff] = DELIMITER;
        }
        if (isBlanks) {
            kinds['\t'] = DELIMITER;
        }
    }

    byte kind(byte octet) {
        return kinds[octet & 0xff];
    }

    /** The first position from {@code from} on whose byte may mean something. */
    int afterPlain(byte[] buffer, int from, int limit) {
        int position = from;
        while (position < limit && kinds[buffer[position] & 0xff] == PLAIN) {
            position++;
        }
        return position;
    }

    byte quote() {
        return quote;
    }

    boolean isQuoteDoubled() {
        return escape == 0;
    }

    boolean isBlanks() {
        return isBlanks;
    }

    byte lineEnd() {
        return newline == Newline.CARRIAGE_RETURN ? (byte) '\r' : (byte) '\n';
    }

    /** Where the line that goes on at {@code from} ends; {@code to} when it does not end before. */
    int lineEnd(byte[] buffer, int from, int to) {
        int position = from;
        while (position < to && buffer[position] != lineEnd()) {
            position++;
        }
        return position;
    }

    int countBreaks(byte[] buffer, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += buffer[i] == lineEnd() ? 1 : 0;
        }
        return breaks;
    }

    boolean isCarriageReturnUsual() {
        return newline == Newline.BOTH;
    }

    /** Whether records without oddities can be handed on byte by byte. */
    boolean keepsBytes() {
        return delimiter.length == 1 && delimiter[0] > 0 && !isBlanks && newline != Newline.CARRIAGE_RETURN;
    }

    /** Whether a record is written with one delimiter of one byte, double quotes, and nothing else that means something. */
    boolean isCommon() {
        return keepsBytes() && escape == 0 && comment.length == 0 && (quote == 0 || quote == '"');
    }

    /** How many bytes a line needs to show whether it is a comment. */
    int commentLength() {
        return comment.length;
    }

    boolean isComment(byte[] buffer, int from, int limit) {
        return comment.length > 0
                && limit - from >= comment.length
                && Arrays.equals(buffer, from, from + comment.length, comment, 0, comment.length);
    }

    /** The first byte of the delimiter; where there is none, one that means something anyway. */
    byte delimiter() {
        return delimiter.length == 0 ? (byte) '\n' : delimiter[0];
    }

    boolean isDelimiter(byte[] buffer, int position, int limit) {
        if (kind(buffer[position]) != DELIMITER) {
            return false;
        }
        for (int i = 1; !isBlanks && i < delimiter.length; i++) {
            if (position + i >= limit || buffer[position + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a delimiter at {@code position} may go on behind {@code limit}. */
    boolean isCut(int position, int limit) {
        return !isBlanks && position + delimiter.length > limit;
    }

    int afterDelimiter(byte[] buffer, int position, int limit) {
        return isBlanks ? afterBlanks(buffer, position, limit) : position + delimiter.length;
    }

    int afterBlanks(byte[] buffer, int from, int limit) {
        int position = from;
        while (position < limit && (buffer[position] == ' ' || buffer[position] == '\t')) {
            position++;
        }
        return position;
    }

    /** Blanks beside a quote mark are no part of the value. */
    int afterSpaces(byte[] buffer, int from, int limit) {
        int position = from;
        while (position < limit && buffer[position] == ' ' && kinds[' '] != DELIMITER) {
            position++;
        }
        return position;
    }

    boolean isBreak(byte[] buffer, int position, int limit) {
        byte octet = buffer[position];
        if (octet == '\r') {
            return newline == Newline.CARRIAGE_RETURN || (position + 1 < limit && buffer[position + 1] == '\n');
        }
        return octet == '\n' && newline != Newline.CARRIAGE_RETURN;
    }

    String unescaped(String text, boolean isQuoted) {
        if (escape != 0) {
            return withoutEscapes(text);
        }
        var mark = String.valueOf((char) quote);
        return isQuoted ? text.replace(mark + mark, mark) : text;
    }

    private String withoutEscapes(String text) {
        if (text.indexOf(escape) < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == escape && i + 1 < text.length()) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    /** What ends the lines of a file. */
    enum Newline {
        LINE_FEED("\n"),
        BOTH("\r\n"),
        CARRIAGE_RETURN("\n");

        private final String written;

        Newline(String written) {
            this.written = written;
        }

        /** What rows are ended with when they are written anew. */
        String written() {
            return written;
        }

        /** What the first lines end with. */
        static Newline of(byte[] head, int length) {
            for (int i = 0; i < length; i++) {
                if (head[i] == '\n') {
                    return i > 0 && head[i - 1] == '\r' ? BOTH : LINE_FEED;
                }
            }
            for (int i = 0; i + 1 < length; i++) {
                if (head[i] == '\r') {
                    return CARRIAGE_RETURN;
                }
            }
            return LINE_FEED;
        }
    }
}
