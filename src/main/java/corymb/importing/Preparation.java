package corymb.importing;

import corymb.sql.DelimitedFile;
import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Copies the rows of a file into the engine's scratch folder in one pass, in UTF-8 and plain CSV, and sets broken rows aside.
 *
 * <p>So the engine never sees a file from outside nor a row it could stumble over, and what is counted here is what is
 * imported, even when somebody writes to the file meanwhile.
 */
final class Preparation {
    private static final String NEWLINE = "\n";

    private final ImportPlan plan;
    private final Path rowsFile;
    private final Path brokenFile;
    private final LineMap lines = new LineMap();
    private char delimiter = ',';
    private String newline = NEWLINE;
    private long rowCount;
    private long brokenCount;
    private int longestRow;
    private Prepared.Blanks blanks = Prepared.Blanks.ANY;
    private Map<Integer, Long> strayQuotes = Map.of();

    private Preparation(ImportPlan plan, Path folder) {
        this.plan = plan;
        this.rowsFile = folder.resolve("rows.csv");
        this.brokenFile = folder.resolve("broken.csv");
    }

    static Prepared prepare(ImportPlan plan, Path folder, Progress progress) {
        FileProblems.check(plan.file());
        try {
            return new Preparation(plan, folder).run(progress);
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }

    /** Copies on one core and takes the fingerprint on the other. */
    private Prepared run(Progress progress) throws IOException {
        long size = Files.size(plan.file());
        var digest = sha256();
        Parallel.forBlocks(2, 1, progress, (block, _, _) -> {
            try {
                if (block == 0) {
                    copy(size, progress);
                } else {
                    digest(digest, progress);
                }
            } catch (IOException e) {
                throw FileProblems.unreadable(plan.file(), e);
            }
        });
        return new Prepared(
                new DelimitedFile(rowsFile, delimiter, newline, longestRow),
                rowCount,
                new DelimitedFile(brokenFile, ',', NEWLINE, RecordScanner.LONGEST_RECORD * 2),
                brokenCount,
                blanks,
                strayQuotes,
                lines,
                new FileStamp(size, HexFormat.of().formatHex(digest.digest())));
    }

    private void copy(long size, Progress progress) throws IOException {
        try (var rows = new ByteRun(Files.newOutputStream(rowsFile));
                var broken = new ByteRun(Files.newOutputStream(brokenFile));
                var input = new Watched(Files.newInputStream(plan.file()), size, progress)) {
            switch (plan.format()) {
                case CSV -> scan(input, rows, broken);
                case JSON -> readObjects(input, rows, broken);
            }
        }
    }

    private void digest(MessageDigest digest, Progress progress) throws IOException {
        var buffer = new byte[1 << 20];
        try (var input = Files.newInputStream(plan.file())) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
                progress.check();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void scan(InputStream input, ByteRun rows, ByteRun broken) throws IOException {
        var dialect = plan.dialect();
        try (var scanner = new RecordScanner(TextInput.of(input, dialect.encoding()), dialect)) {
            if (dialect.hasHeader()) {
                checkHeader(FileDetection.uniqueNames(FileDetection.header(scanner)));
            }
            newline = scanner.newline().written();
            boolean isSimple =
                    dialect.delimiter().length() == 1 && dialect.delimiter().charAt(0) < 128;
            delimiter = isSimple ? dialect.delimiter().charAt(0) : ',';
            var tidy = scanner.tidyLines(plan.columns().size());
            while (true) {
                if (scanner.pass(tidy)) {
                    lines.add(rowCount, scanner.line(), tidy.count());
                    rowCount += tidy.count();
                    scanner.copyTo(rows);
                } else if (scanner.next()) {
                    take(scanner, rows, broken);
                } else {
                    break;
                }
            }
            longestRow = Math.max(longestRow, tidy.longest());
            blanks = Prepared.Blanks.of(
                    scanner.hasOuterBlanks() || tidy.hasOuterBlanks(), scanner.hasOddBlanks() || tidy.hasOddBlanks());
            strayQuotes = scanner.strayQuotes();
        }
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

    private void take(RecordScanner scanner, ByteRun rows, ByteRun broken) throws IOException {
        int width = plan.columns().size();
        var flaw = scanner.flaw();
        if (flaw != null) {
            setAside(broken, scanner.line(), scanner.text(), flaw.reason());
        } else if (scanner.isBlank() && width > 1) {
            return;
        } else if (scanner.cells() != width) {
            setAside(broken, scanner.line(), scanner.text(), widthReason(scanner.cells(), width));
        } else {
            lines.add(rowCount++, scanner.line(), 1);
            longestRow = Math.max(longestRow, scanner.length() * 2 + width * 3);
            if (scanner.isPlain() && !scanner.isBlank()) {
                scanner.copyTo(rows);
            } else {
                rows.addRow(scanner.row(), delimiter, newline);
            }
        }
    }

    private static String widthReason(int cells, int width) {
        return "The row has " + cells + (cells == 1 ? " value" : " values") + " where the table has " + width
                + " columns.";
    }

    private void setAside(ByteRun broken, long line, String text, String reason) throws IOException {
        brokenCount++;
        broken.addRow(List.of(Long.toString(line), "", text, reason), ',', NEWLINE);
    }

    private void readObjects(InputStream input, ByteRun rows, ByteRun broken) throws IOException {
        JsonRows.read(input, plan.dialect().encoding(), (line, row, text) -> {
            if (row == null) {
                setAside(broken, line, text, "This is no JSON object.");
            } else if (text.length() > RecordScanner.LONGEST_RECORD) {
                setAside(broken, line, "", "The object is too long.");
            } else if (hasUnplanned(row)) {
                setAside(broken, line, text, "The object has fields that no other has and that were not planned.");
            } else {
                lines.add(rowCount++, line, 1);
                longestRow = Math.max(longestRow, text.length() * 6);
                rows.addRow(
                        plan.columns().stream()
                                .map(column ->
                                        row.getOrDefault(column.column(), "").replace("\0", ""))
                                .toList(),
                        delimiter,
                        newline);
            }
        });
    }

    private boolean hasUnplanned(Map<String, String> row) {
        return row.keySet().stream()
                .anyMatch(name -> plan.columns().stream()
                        .noneMatch(column -> column.column().equals(name)));
    }

    /** Reports how much of a file has been read, and stops reading when asked to. */
    private static final class Watched extends FilterInputStream {
        private final long size;
        private final Progress progress;
        private long seen;

        Watched(InputStream input, long size, Progress progress) {
            super(input);
            this.size = size;
            this.progress = progress;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            seen += Math.max(0, read);
            progress.report(size == 0 ? 1 : (double) seen / size, "Reading the file");
            return read;
        }
    }
}
