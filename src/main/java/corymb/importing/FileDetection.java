package corymb.importing;

import corymb.stats.Share;
import corymb.table.Column;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out how a file is written and what its columns are, from its beginning. */
public final class FileDetection {
    private static final int PREVIEW_ROWS = 100;
    private static final int SAMPLE_ROWS = 2_000;
    private static final int EXAMPLES = 5;

    private FileDetection() {}

    /** Looks at a file nobody knows anything about. */
    public static Detected detect(Path file, Progress progress) {
        FileProblems.check(file);
        progress.report(0, "Looking at the file");
        try {
            var encoding = Encodings.detect(file);
            progress.report(0.5, "Looking for columns");
            if (JsonRows.isJson(file, encoding)) {
                return described(file, FileFormat.JSON, CsvDialect.STANDARD.withEncoding(encoding), progress);
            }
            return described(file, FileFormat.CSV, DialectDetection.detect(file, encoding), progress);
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    /** Looks at a text file whose dialect the person has chosen. */
    public static Detected detect(Path file, CsvDialect dialect, Progress progress) {
        FileProblems.check(file);
        try {
            return described(file, FileFormat.CSV, dialect, progress);
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    private static Detected described(Path file, FileFormat format, CsvDialect dialect, Progress progress)
            throws IOException {
        var sample = format == FileFormat.JSON
                ? JsonRows.sample(file, dialect.encoding(), SAMPLE_ROWS)
                : sample(file, dialect);
        if (sample.rows().isEmpty()) {
            throw new Problem(
                            "The file has no rows below its header.",
                            file.toString(),
                            "Check that it was exported whole, or that its first row is a header.")
                    .asFailure();
        }
        var columns = columns(sample);
        var detected = new Detected(file, format, dialect, columns, preview(sample), List.of());
        progress.report(1, "Found " + columns.size() + " columns");
        return new Detected(file, format, dialect, columns, detected.preview(), MappingProposal.likelyRoles(detected));
    }

    private static Sample sample(Path file, CsvDialect dialect) throws IOException {
        try (var scanner = new RecordScanner(TextInput.of(Files.newInputStream(file), dialect.encoding()), dialect)) {
            List<String> header = List.of();
            if (dialect.hasHeader()) {
                header = header(scanner);
            }
            var rows = new ArrayList<List<String>>();
            while (rows.size() < SAMPLE_ROWS && scanner.next()) {
                if (scanner.flaw() == null && !scanner.isBlank()) {
                    rows.add(scanner.row());
                }
            }
            var names = header.isEmpty() ? numbered(usualWidth(rows)) : uniqueNames(header);
            return new Sample(
                    names,
                    rows.stream().filter(row -> row.size() == names.size()).toList());
        }
    }

    /** The names in the first row that is not blank. */
    static List<String> header(RecordScanner scanner) throws IOException {
        while (scanner.next()) {
            if (!scanner.isBlank()) {
                return scanner.flaw() == null ? scanner.row() : List.of(scanner.text());
            }
        }
        return List.of();
    }

    private static int usualWidth(List<List<String>> rows) {
        var widths = new HashMap<Integer, Integer>();
        rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
        return widths.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(0);
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(i -> "column_" + i).toList();
    }

    /** The names without blanks around them; empty ones are numbered, repeated ones get a number behind. */
    static List<String> uniqueNames(List<String> header) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i).strip().replace("\uFEFF", "");
            names.add(Names.unused(name.isEmpty() ? "column_" + (i + 1) : name, names));
        }
        return names;
    }

    private static List<DetectedColumn> columns(Sample sample) {
        return IntStream.range(0, sample.names().size())
                .mapToObj(column -> column(sample, column))
                .toList();
    }

    private static DetectedColumn column(Sample sample, int column) {
        var values = sample.rows().stream().map(row -> row.get(column)).toList();
        var present = values.stream().filter(value -> !value.isBlank()).toList();
        return new DetectedColumn(
                sample.names().get(column),
                ValueShape.typeOf(values),
                present.stream().distinct().limit(EXAMPLES).toList(),
                Share.of(values.size() - present.size(), values.size()));
    }

    private static Table preview(Sample sample) {
        var rows = sample.rows().stream().limit(PREVIEW_ROWS).toList();
        return new Table(IntStream.range(0, sample.names().size())
                .<Column>mapToObj(column -> new TextColumn(
                        sample.names().get(column),
                        rows.stream().map(row -> row.get(column)).toList()))
                .toList());
    }

    /** The first rows of a file, all as wide as its header. */
    record Sample(List<String> names, List<List<String>> rows) {}
}
