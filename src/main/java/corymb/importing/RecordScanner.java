package corymb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits UTF-8 bytes into records and cells, one record at a time, and says what is wrong with a record.
 *
 * <p>A broken record ends at its first line break, so that one stray quote mark never swallows the rows after it.
 *
 * <p>Own code rather than a library's, because rows that are not taken have to be told with their line and text, and at a
 * gigabyte in a few seconds. Cost: one look at each byte; memory for the longest record.
 */
final class RecordScanner implements AutoCloseable {
    /** No row of customers' data is longer; a file with a longer one is not what it seems. */
    static final int LONGEST_RECORD = 8 << 20;

    static final int MOST_CELLS = 20_000;
    static final int LONGEST_QUOTED = 1 << 20;
    private static final int INCOMPLETE = -1;

    private final InputStream input;
    private final ScanMarks marks;
    private final ScanMarks.Newline newline;
    private final Utf8 utf8 = new Utf8();
    private byte[] buffer = new byte[1 << 19];
    private int limit;
    private boolean isAtEnd;
    private int start;
    private int end;
    private int next;
    private long line = 1;
    private long nextLine = 1;
    private final CellRanges cells = new CellRanges();
    private boolean isPlain;
    private boolean hasHighBytes;
    private boolean hasBreaks;
    private boolean hasStrayQuote;
    private final Map<Integer, Long> strayQuotes = new TreeMap<>();
    private boolean hasOddBlanks;
    private boolean hasOuterBlanks;
    private final PassedLines passed = new PassedLines();
    private long blankLines;
    private @Nullable Flaw flaw;
    private final FixedCut cut;
    private final boolean isFixed;

    RecordScanner(InputStream input, CsvDialect dialect) throws IOException {
        this.input = input;
        refill();
        this.newline = ScanMarks.Newline.of(buffer, limit);
        this.marks = ScanMarks.of(dialect, newline);
        this.cut = new FixedCut(dialect.fixed());
        this.isFixed = dialect.isFixed();
        skipLines(dialect.skippedLines());
    }

    /** Goes to the next record, over the comments before it. */
    boolean next() throws IOException {
        passComments();
        start = next;
        line = nextLine;
        while (true) {
            int after = limit == start ? INCOMPLETE : record();
            if (after != INCOMPLETE) {
                next = after;
                finish();
                blankLines += isBlank() ? 1 : 0;
                return true;
            }
            if (isAtEnd) {
                return false;
            }
            refill();
        }
    }

    /** Tidy lines of {@code width} cells, for {@link #pass}. */
    TidyLines tidyLines(int width) {
        return new TidyLines(marks, width);
    }

    /** Goes over the tidy lines that come next, as far as they are in the buffer, as if they were one record. */
    boolean pass(TidyLines lines) {
        start = next;
        line = nextLine;
        next = lines.after(buffer, start, limit);
        nextLine += lines.count();
        return lines.count() > 0;
    }

    private void passComments() throws IOException {
        while (true) {
            while (limit - next < marks.commentLength() && !isAtEnd) {
                start = next;
                refill();
            }
            if (!marks.isComment(buffer, next, limit)) {
                return;
            }
            skipLines(1);
        }
    }

    /** Passes over whole lines, whatever they hold. */
    private void skipLines(int lines) throws IOException {
        for (int skipped = 0; skipped < lines && (next < limit || !isAtEnd); ) {
            int found = marks.lineEnd(buffer, next, limit);
            if (found < limit || isAtEnd) {
                passed.add(nextLine, buffer, next, found);
                next = Math.min(limit, found + 1);
                nextLine++;
                skipped++;
            } else {
                start = next;
                refill();
            }
        }
    }

    /** The lines passed over so far: those before the table, and comments. */
    PassedLines passed() {
        return passed;
    }

    /** How many records so far were blank lines. */
    long blankLines() {
        return blankLines;
    }

    private void finish() {
        if (flaw == null && hasHighBytes && !utf8.isValid(buffer, start, end)) {
            flaw = Flaw.BAD_BYTES;
        }
        if (flaw != null) {
            end = marks.lineEnd(buffer, start, limit);
            next = Math.min(limit, end + 1);
            isPlain = false;
            hasBreaks = false;
        }
        hasOddBlanks |= hasHighBytes || hasBreaks;
        nextLine = line + (hasBreaks ? marks.countBreaks(buffer, start, next) : 1);
    }

    private void refill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            next -= start;
            start = 0;
        } else if (limit == buffer.length) {
            if (buffer.length > LONGEST_RECORD) {
                throw FileProblems.tooLong(line);
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        while (limit < buffer.length && !isAtEnd) {
            int read = input.read(buffer, limit, buffer.length - limit);
            isAtEnd = read < 0;
            limit += Math.max(0, read);
        }
    }

    /** Reads the record at {@link #start}; the position after it, or INCOMPLETE when the buffer ends first. */
    private int record() {
        cells.clear();
        flaw = null;
        hasHighBytes = false;
        hasBreaks = false;
        isPlain = marks.keepsBytes();
        int position = marks.isBlanks() ? marks.afterBlanks(buffer, start, limit) : start;
        while (true) {
            position = readCell(position);
            if (position == INCOMPLETE) {
                return INCOMPLETE;
            }
            if (flaw != null) {
                return marks.lineEnd(buffer, start, limit) == limit && !isAtEnd ? INCOMPLETE : position;
            }
            if (position >= limit) {
                end = limit;
                isPlain = false;
                return isAtEnd ? limit : INCOMPLETE;
            }
            if (marks.kind(buffer[position]) != ScanMarks.DELIMITER) {
                return lineBreak(position);
            }
            position = marks.afterDelimiter(buffer, position, limit);
            if (marks.isBlanks() && isLineEnd(position)) {
                return position >= limit && !isAtEnd ? INCOMPLETE : lineBreak(position);
            }
        }
    }

    private boolean isLineEnd(int position) {
        return position >= limit || marks.isBreak(buffer, position, limit);
    }

    /** Ends the record at the line break at {@code position}. */
    private int lineBreak(int position) {
        end = position;
        if (position >= limit) {
            return limit;
        }
        if (buffer[position] == '\r' && marks.lineEnd() == '\n') {
            isPlain &= marks.isCarriageReturnUsual();
            return position + 2;
        }
        isPlain &= !marks.isCarriageReturnUsual();
        return position + 1;
    }

    /** Reads one cell; the position of what ends it. */
    private int readCell(int from) {
        int content = marks.afterSpaces(buffer, from, limit);
        if (content < limit && marks.kind(buffer[content]) == ScanMarks.QUOTE) {
            isPlain &= content == from && marks.quote() == '"';
            return quotedCell(content);
        }
        int position = from;
        while (true) {
            position = marks.afterPlain(buffer, position, limit);
            if (position >= limit) {
                break;
            }
            int after = special(marks.kind(buffer[position]), position);
            if (after == position) {
                break;
            }
            position = after;
        }
        if (position >= limit && !isAtEnd) {
            return INCOMPLETE;
        }
        addCell(from, Math.min(position, limit), false);
        return position;
    }

    /** Looks at a byte that may mean something; the same position when the cell ends here. */
    private int special(byte kind, int position) {
        switch (kind) {
            case ScanMarks.DELIMITER -> {
                if (marks.isCut(position, limit) && !isAtEnd) {
                    return limit;
                }
                return marks.isDelimiter(buffer, position, limit) ? position : position + 1;
            }
            case ScanMarks.BREAK -> {
                if (position + 1 >= limit && buffer[position] == '\r' && !isAtEnd) {
                    return limit;
                }
                if (marks.isBreak(buffer, position, limit)) {
                    return position;
                }
                isPlain = false;
                hasOddBlanks = true;
            }
            case ScanMarks.HIGH -> hasHighBytes = true;
            case ScanMarks.TAB -> hasOddBlanks = true;
            case ScanMarks.QUOTE -> {
                isPlain = false;
                hasStrayQuote = true;
            }
            case ScanMarks.NUL -> flag(Flaw.NUL);
            case ScanMarks.ESCAPE -> {
                isPlain = false;
                return position + 2;
            }
            case ScanMarks.FOREIGN_QUOTE -> isPlain = false;
            default -> throw new IllegalStateException("Unknown kind " + kind);
        }
        return position + 1;
    }

    private void flag(Flaw found) {
        if (flaw == null) {
            flaw = found;
        }
    }

    private int quotedCell(int open) {
        int position = open + 1;
        while (position < limit && position - open < LONGEST_QUOTED) {
            byte kind = marks.kind(buffer[position]);
            if (kind == ScanMarks.QUOTE) {
                boolean isDoubled =
                        marks.isQuoteDoubled() && position + 1 < limit && buffer[position + 1] == marks.quote();
                if (!isDoubled) {
                    return afterQuote(open, position);
                }
                position++;
            } else if (kind != ScanMarks.PLAIN) {
                position += inQuotes(kind);
            }
            position++;
        }
        if (position >= limit && !isAtEnd) {
            return INCOMPLETE;
        }
        flag(Flaw.UNCLOSED_QUOTE);
        return open;
    }

    /** How many more bytes belong to a special one inside quotes. */
    private int inQuotes(byte kind) {
        hasHighBytes |= kind == ScanMarks.HIGH;
        hasBreaks |= kind == ScanMarks.BREAK;
        hasOddBlanks |= kind == ScanMarks.TAB;
        isPlain &= kind != ScanMarks.ESCAPE && kind != ScanMarks.FOREIGN_QUOTE;
        if (kind == ScanMarks.NUL) {
            flag(Flaw.NUL);
        }
        return kind == ScanMarks.ESCAPE ? 1 : 0;
    }

    private int afterQuote(int open, int close) {
        int position = marks.afterSpaces(buffer, close + 1, limit);
        if (position + 1 >= limit && !isAtEnd) {
            return INCOMPLETE;
        }
        isPlain &= position == close + 1;
        if (position < limit
                && !marks.isDelimiter(buffer, position, limit)
                && !marks.isBreak(buffer, position, limit)) {
            flag(Flaw.TEXT_AFTER_QUOTE);
        }
        addCell(open + 1, close, true);
        return position;
    }

    private void addCell(int from, int to, boolean isQuoted) {
        if (cells.size() == MOST_CELLS) {
            flag(Flaw.TOO_WIDE);
            return;
        }
        hasOuterBlanks |= to > from && (buffer[from] <= ' ' || buffer[to - 1] <= ' ');
        if (hasStrayQuote) {
            strayQuotes.merge(cells.size(), 1L, Long::sum);
            hasStrayQuote = false;
        }
        cells.add(from, to, isQuoted);
    }

    /** Where the record begins, counted from 1. */
    long line() {
        return line;
    }

    ScanMarks.Newline newline() {
        return newline;
    }

    int cells() {
        return isFixed ? cut.size() : cells.size();
    }

    /** What is wrong with the record; null when nothing is. */
    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Whether the record's bytes, line break included, say the same to any reader of plain CSV. */
    boolean isPlain() {
        return isPlain;
    }

    /** How many values so far hold a quote mark though they are not quoted, by the place of their column. */
    Map<Integer, Long> strayQuotes() {
        return Map.copyOf(strayQuotes);
    }

    /** Whether a value seen so far holds blanks of other kinds than the plain one, or letters among which they may be. */
    boolean hasOddBlanks() {
        return hasOddBlanks;
    }

    /** Whether a value seen so far begins or ends with a blank. */
    boolean hasOuterBlanks() {
        return hasOuterBlanks;
    }

    boolean isBlank() {
        if (isFixed) {
            return flaw == null && text().isBlank();
        }
        return flaw == null && cells.size() == 1 && !cells.isQuoted(0) && cells.from(0) == cells.to(0);
    }

    String cell(int index) {
        int from = cells.from(index);
        var text = new String(buffer, from, cells.to(index) - from, StandardCharsets.UTF_8);
        return marks.unescaped(text, cells.isQuoted(index));
    }

    List<String> row() {
        return isFixed
                ? cut.cells(text())
                : IntStream.range(0, cells.size()).mapToObj(this::cell).toList();
    }

    /** The record as it stands in the file; bytes that are no UTF-8 are shown as Latin-1, NULs by their sign. */
    String text() {
        var charset = flaw == Flaw.BAD_BYTES ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        int last = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
        return new String(buffer, start, last - start, charset).replace('\0', '\u2400');
    }

    int length() {
        return next - start;
    }

    void copyTo(ByteRun run) throws IOException {
        run.add(buffer, start, next);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
