package corymb.importing;

import corymb.work.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The records of a delimited text. */
final class TextRows implements Rows {
    private final RecordScanner scanner;
    private final TidyLines tidy;
    private final RowAccount account;
    private final int width;
    private final long blankBefore;
    private final char delimiter;
    private final String newline;
    private final boolean isAsWritten;
    private final boolean isFixed;
    private final FixedCut cut;
    private final Map<Integer, Long> besideColumns = new TreeMap<>();

    /**
     * Of the bytes of a content, behind its header.
     *
     * @param newline what stands between two rows of the copy, if that is settled
     */
    TextRows(InputStream input, ImportPlan plan, RowAccount account, Optional<String> newline) throws IOException {
        var dialect = plan.dialect();
        this.account = account;
        this.isFixed = dialect.isFixed();
        this.cut = new FixedCut(dialect.fixed());
        width = plan.columns().size();
        scanner = new RecordScanner(TextInput.of(input, dialect.encoding()), dialect);
        if (dialect.hasHeader()) {
            requireColumns(plan, FileDetection.names(dialect, FileDetection.header(scanner)), account.entries());
        }
        blankBefore = scanner.blankLines();
        tidy = scanner.tidyLines(width);
        boolean isSimple =
                dialect.delimiter().length() == 1 && dialect.delimiter().charAt(0) < 128;
        delimiter = isSimple ? dialect.delimiter().charAt(0) : ',';
        this.newline = newline.orElse(scanner.newline().written());
        isAsWritten = this.newline.equals(scanner.newline().written());
    }

    static void requireColumns(ImportPlan plan, List<String> names, List<String> entries) {
        var planned = plan.columns().stream().map(ColumnPlan::column).toList();
        if (!names.equals(planned)) {
            throw new Problem(
                            "The columns of the file are not those that were planned: it may have changed.",
                            entries.size() < 2 ? plan.file().toString() : plan.file() + ", " + entries.getLast(),
                            "Look at the file again and map its columns anew.")
                    .asFailure();
        }
    }

    @Override
    public boolean read(ByteRun target) throws IOException {
        if (isAsWritten && scanner.pass(tidy)) {
            account.take(scanner.line(), tidy.count(), tidy.longest());
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
        var flaw = scanner.flaw();
        if (flaw != null) {
            account.setAside(scanner.line(), text(), flaw.reason());
        } else if (scanner.isBlank() && width > 1) {
            return;
        } else if (scanner.cells() != width) {
            account.setAside(scanner.line(), scanner.text(), widthReason(scanner.cells()));
        } else {
            account.take(scanner.line(), 1, scanner.length() * 2 + width * 3);
            if (isFixed) {
                cut.count(scanner.text(), besideColumns);
            }
            copy(target);
        }
    }

    /** A broken row as it stands in the file; one of columns of fixed width with commas between them, as rejects are kept. */
    private String text() {
        return isFixed ? RejectedRow.text(scanner.row(), ",") : scanner.text();
    }

    private void copy(ByteRun target) throws IOException {
        if (isAsWritten && scanner.isPlain() && !scanner.isBlank()) {
            scanner.copyTo(target);
        } else {
            target.addRow(scanner.row(), delimiter, newline);
        }
    }

    private String widthReason(int cells) {
        return "The row has " + cells + (cells == 1 ? " value" : " values") + " where the table has " + width
                + " columns.";
    }

    @Override
    public char delimiter() {
        return delimiter;
    }

    @Override
    public String newline() {
        return newline;
    }

    @Override
    public Chunk.Blanks blanks() {
        return Chunk.Blanks.of(
                scanner.hasOuterBlanks() || tidy.hasOuterBlanks(), scanner.hasOddBlanks() || tidy.hasOddBlanks());
    }

    @Override
    public Map<Integer, Long> strays() {
        return isFixed ? Map.copyOf(besideColumns) : scanner.strayQuotes();
    }

    @Override
    public long skippedLines() {
        return scanner.passed().count() + (width > 1 ? scanner.blankLines() : blankBefore);
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
