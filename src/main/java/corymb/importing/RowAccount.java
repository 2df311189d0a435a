package corymb.importing;

import corymb.sql.DelimitedText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps account of every row that is read: where it began, or why it could not be taken. */
final class RowAccount implements Closeable {
    static final String NEWLINE = "\n";

    private final Path brokenFile;
    private final Path unreadableFile;
    private final ByteRun broken;
    private final ByteRun unreadable;
    private final LineMap lines = new LineMap();
    private final List<String> entries = new ArrayList<>();
    private long rowCount;
    private long brokenCount;
    private long skippedLines;
    private int longestRow;

    /** That is written into a folder of the engine's. */
    RowAccount(Path folder) throws IOException {
        this.brokenFile = folder.resolve("broken.csv");
        this.unreadableFile = folder.resolve("unreadable.csv");
        this.broken = new ByteRun(Files.newOutputStream(brokenFile));
        this.unreadable = new ByteRun(Files.newOutputStream(unreadableFile));
    }

    /** The rows that follow come from the content of that name. */
    void start(String content) {
        entries.add(content);
        lines.start(entries.size() - 1);
    }

    /** The chunk that follows is a new one. */
    void startChunk() {
        longestRow = 0;
    }

    /** Rows of one line each were taken over, the longest of that many bytes. */
    void take(long line, int count, int longest) {
        lines.add(rowCount, line, count);
        rowCount += count;
        longestRow = Math.max(longestRow, longest);
    }

    /** Lines were passed over that are no rows. */
    void skip(long count) {
        skippedLines += count;
    }

    long skippedLines() {
        return skippedLines;
    }

    /** A row is not taken over. */
    void setAside(long line, String text, String reason) throws IOException {
        brokenCount++;
        broken.addRow(List.of(Long.toString(line), "", text, reason, entry()), ',', NEWLINE);
    }

    /** A row is taken over without one of its values. */
    void leaveOut(long line, String column, String text) throws IOException {
        unreadable.addRow(List.of(Long.toString(line), column, text, entry()), ',', NEWLINE);
    }

    private String entry() {
        return Integer.toString(entries.size() - 1);
    }

    long rowCount() {
        return rowCount;
    }

    long brokenCount() {
        return brokenCount;
    }

    int longestRow() {
        return longestRow;
    }

    LineMap lines() {
        return lines;
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    /** The rows set aside: line, column, text, reason, entry. */
    DelimitedText broken() {
        return text(brokenFile);
    }

    /** The values left out: line, column, text, entry. */
    DelimitedText unreadable() {
        return text(unreadableFile);
    }

    private static DelimitedText text(Path file) {
        return new DelimitedText(List.of(file), ',', NEWLINE, RecordScanner.LONGEST_RECORD * 2);
    }

    @Override
    public void close() throws IOException {
        broken.close();
        unreadable.close();
    }
}
