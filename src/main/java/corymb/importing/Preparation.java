package corymb.importing;

import corymb.sql.DelimitedText;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of a file into the engine's scratch folder in one pass, chunk by chunk, in UTF-8 and plain CSV, and sets
 * broken rows aside.
 *
 * <p>So the engine never sees a file from outside nor a row it could stumble over, and what is counted here is what is
 * imported and what the fingerprint tells of, even when somebody writes to the file meanwhile.
 */
final class Preparation implements AutoCloseable {
    private static final String NEWLINE = "\n";

    /** Of text: large enough for a statement of the engine not to count, small enough for a few in memory not to. */
    private static final int CHUNK_BYTES = 16 << 20;

    private final ImportPlan plan;
    private final Path folder;
    private final long size;
    private final StampedInput input;
    private final Path brokenFile;
    private final ByteRun broken;
    private final LineMap lines = new LineMap();
    private Optional<Rows> rows = Optional.empty();
    private boolean isAtEnd;
    private int chunks;
    private long rowCount;
    private long brokenCount;
    private int longestRow;
    private Optional<Prepared> finished = Optional.empty();

    /** For a file of which chunks are made in a folder of the engine's. */
    Preparation(ImportPlan plan, Path folder, Progress progress) {
        FileProblems.check(plan.file());
        this.plan = plan;
        this.folder = folder;
        this.brokenFile = folder.resolve("broken.csv");
        try {
            this.size = Files.size(plan.file());
            this.broken = new ByteRun(Files.newOutputStream(brokenFile));
            this.input = new StampedInput(Files.newInputStream(plan.file()), progress);
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }

    /** The next rows; none when the file has no more. */
    Optional<Chunk> next() {
        try {
            return isAtEnd ? Optional.empty() : read(rows());
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }

    private Rows rows() throws IOException {
        if (rows.isEmpty()) {
            rows = Optional.of(
                    switch (plan.format()) {
                        case CSV -> new Records();
                        case JSON -> new Objects();
                    });
        }
        return rows.orElseThrow();
    }

    private Optional<Chunk> read(Rows source) throws IOException {
        var file = folder.resolve("rows-" + chunks + ".csv");
        long firstRow = rowCount;
        long firstByte = input.bytes();
        longestRow = 0;
        try (var target = new ByteRun(Files.newOutputStream(file))) {
            while (!isAtEnd && target.written() < CHUNK_BYTES) {
                isAtEnd = !source.read(target);
            }
        }
        return rowCount == firstRow
                ? Optional.empty()
                : Optional.of(new Chunk(
                        chunks++,
                        new DelimitedText(List.of(file), source.delimiter(), source.newline(), longestRow),
                        firstRow,
                        rowCount - firstRow,
                        source.blanks(),
                        input.bytes() - firstByte));
    }

    /** What is known once there are no more rows. */
    Prepared finished() {
        if (finished.isEmpty()) {
            finished = Optional.of(finish());
        }
        return finished.orElseThrow();
    }

    private Prepared finish() {
        try {
            input.transferTo(OutputStream.nullOutputStream());
            broken.close();
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
        return new Prepared(
                rowCount,
                new DelimitedText(List.of(brokenFile), ',', NEWLINE, RecordScanner.LONGEST_RECORD * 2),
                brokenCount,
                rows.map(Rows::strayQuotes).orElse(Map.of()),
                lines,
                input.stamp());
    }

    /** How much of the file has been read. */
    long bytesRead() {
        return input.bytes();
    }

    /** The bytes of the file, as it was in the beginning. */
    long size() {
        return size;
    }

    @Override
    public void close() {
        try (input) {
            broken.close();
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }

    private void setAside(long line, String text, String reason) throws IOException {
        brokenCount++;
        broken.addRow(List.of(Long.toString(line), "", text, reason), ',', NEWLINE);
    }

    /** The rows of the file in their order. */
    private sealed interface Rows {
        /** Copies the next row, or some, unless it is broken; false at the end. */
        boolean read(ByteRun target) throws IOException;

        char delimiter();

        String newline();

        Chunk.Blanks blanks();

        Map<Integer, Long> strayQuotes();
    }

    /** The records of a delimited text. */
    private final class Records implements Rows {
        private final RecordScanner scanner;
        private final TidyLines tidy;
        private final char delimiter;

        Records() throws IOException {
            var dialect = plan.dialect();
            scanner = new RecordScanner(TextInput.of(input, dialect.encoding()), dialect);
            if (dialect.hasHeader()) {
                checkHeader(FileDetection.uniqueNames(FileDetection.header(scanner)));
            }
            tidy = scanner.tidyLines(plan.columns().size());
            boolean isSimple =
                    dialect.delimiter().length() == 1 && dialect.delimiter().charAt(0) < 128;
            delimiter = isSimple ? dialect.delimiter().charAt(0) : ',';
        }

        private void checkHeader(List<String> names) {
            var planned = plan.columns().stream().map(ColumnPlan::column).toList();
            if (!names.equals(planned)) {
                throw new Problem(
                                "The columns of the file are not those that were planned: it may have changed.",
                                plan.file().toString(),
                                "Look at the file again and map its columns anew.")
                        .asFailure();
            }
        }

        @Override
        public boolean read(ByteRun target) throws IOException {
            if (scanner.pass(tidy)) {
                lines.add(rowCount, scanner.line(), tidy.count());
                rowCount += tidy.count();
                longestRow = Math.max(longestRow, tidy.longest());
                scanner.copyTo(target);
                return true;
            }
            if (!scanner.next()) {
                return false;
            }
            take(target);
            return true;
        }

        private void take(ByteRun target) throws IOException {
            int width = plan.columns().size();
            var flaw = scanner.flaw();
            if (flaw != null) {
                setAside(scanner.line(), scanner.text(), flaw.reason());
            } else if (scanner.isBlank() && width > 1) {
                return;
            } else if (scanner.cells() != width) {
                setAside(scanner.line(), scanner.text(), widthReason(scanner.cells(), width));
            } else {
                lines.add(rowCount++, scanner.line(), 1);
                longestRow = Math.max(longestRow, scanner.length() * 2 + width * 3);
                if (scanner.isPlain() && !scanner.isBlank()) {
                    scanner.copyTo(target);
                } else {
                    target.addRow(scanner.row(), delimiter, newline());
                }
            }
        }

        private static String widthReason(int cells, int width) {
            return "The row has " + cells + (cells == 1 ? " value" : " values") + " where the table has " + width
                    + " columns.";
        }

        @Override
        public char delimiter() {
            return delimiter;
        }

        @Override
        public String newline() {
            return scanner.newline().written();
        }

        @Override
        public Chunk.Blanks blanks() {
            return Chunk.Blanks.of(
                    scanner.hasOuterBlanks() || tidy.hasOuterBlanks(), scanner.hasOddBlanks() || tidy.hasOddBlanks());
        }

        @Override
        public Map<Integer, Long> strayQuotes() {
            return scanner.strayQuotes();
        }
    }

    /** The objects of a JSON text. */
    private final class Objects implements Rows {
        private final JsonRows objects;

        Objects() throws IOException {
            objects = new JsonRows(input, plan.dialect().encoding());
        }

        @Override
        public boolean read(ByteRun target) throws IOException {
            return objects.next((line, row, text) -> take(line, row, text, target));
        }

        private void take(long line, @Nullable Map<String, String> row, String text, ByteRun target)
                throws IOException {
            if (row == null) {
                setAside(line, text, "This is no JSON object.");
            } else if (text.length() > RecordScanner.LONGEST_RECORD) {
                setAside(line, "", "The object is too long.");
            } else if (hasUnplanned(row)) {
                setAside(line, text, "The object has fields that no other has and that were not planned.");
            } else {
                lines.add(rowCount++, line, 1);
                longestRow = Math.max(longestRow, text.length() * 6);
                target.addRow(
                        plan.columns().stream()
                                .map(column ->
                                        row.getOrDefault(column.column(), "").replace("\0", ""))
                                .toList(),
                        delimiter(),
                        newline());
            }
        }

        private boolean hasUnplanned(Map<String, String> row) {
            return row.keySet().stream()
                    .anyMatch(name -> plan.columns().stream()
                            .noneMatch(column -> column.column().equals(name)));
        }

        @Override
        public char delimiter() {
            return ',';
        }

        @Override
        public String newline() {
            return NEWLINE;
        }

        @Override
        public Chunk.Blanks blanks() {
            return Chunk.Blanks.ANY;
        }

        @Override
        public Map<Integer, Long> strayQuotes() {
            return Map.of();
        }
    }
}
