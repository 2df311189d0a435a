package corymb.importing;

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
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out how a file is written and what its columns are, from its beginning. */
public final class FileDetection {
    private static final int PREVIEW_ROWS = 100;
    private static final int MOST_SEEN = 1_000_000;

    private FileDetection() {}

    /** Looks at a file, an archive or a folder nobody knows anything about. */
    public static Detected detect(Path file, Progress progress) {
        return detect(file, Inside.WHOLE, progress);
    }

    /** Looks at that part of a file. */
    public static Detected detect(Path file, Inside inside, Progress progress) {
        return look(file, inside, Optional.empty(), progress);
    }

    /** Looks at a text file whose dialect the person has chosen. */
    public static Detected detect(Path file, CsvDialect dialect, Progress progress) {
        return detect(file, Inside.WHOLE, dialect, progress);
    }

    /** Looks at that part of a file whose dialect the person has chosen. */
    public static Detected detect(Path file, Inside inside, CsvDialect dialect, Progress progress) {
        return look(file, inside, Optional.of(dialect), progress);
    }

    /**
     * Looks at a text file whose columns of fixed width a person has named.
     *
     * @throws corymb.work.Failure when the file is no text, or one of the columns begins behind the end of every line
     */
    public static Detected detect(Detected found, FixedWidth places, Progress progress) {
        if (found.format() != FileFormat.CSV) {
            throw new Problem(
                            "Columns of fixed width are those of a text.",
                            found.file().toString(),
                            "This file says itself where its columns are.")
                    .asFailure();
        }
        try (var contents = Contents.of(found.file());
                var copy = LocalCopy.toLookAt(
                        contents.chosen(found.inside().entries()).getFirst())) {
            var dialect = FixedDetection.placed(copy.file(), found.dialect(), places);
            return detect(found.file(), found.inside(), dialect, progress);
        } catch (IOException e) {
            throw FileProblems.unreadable(found.file(), e);
        }
    }

    private static Detected look(Path file, Inside inside, Optional<CsvDialect> dialect, Progress progress) {
        FileProblems.check(file);
        progress.report(0, "Looking at the file");
        try (var contents = Contents.of(file)) {
            var chosen = contents.chosen(inside.entries());
            boolean areAlike = Likeness.areAlike(chosen);
            var first = chosen.getFirst();
            var part = areAlike ? inside : new Inside(first.name(), inside.table());
            try (var copy = LocalCopy.toLookAt(first)) {
                FileProblems.checkTable(copy.file(), place(file, contents, first));
                var look = new Look(file, copy.file(), part, new Choices(contents.names(), areAlike, List.of()));
                return described(look, dialect, progress);
            }
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    private static String place(Path file, Contents contents, Content content) {
        return contents.names().isEmpty() ? file.toString() : file + ", " + content.name();
    }

    private static Detected described(Look look, Optional<CsvDialect> dialect, Progress progress) throws IOException {
        var kind = ContentKind.of(Encodings.head(look.text()));
        progress.report(0.5, "Looking for columns");
        return switch (kind) {
            case ZIP, OLD_DOCUMENT -> sheet(look, dialect);
            case PARQUET -> typed(look, FileFormat.PARQUET, dialect, progress);
            case DBF -> typed(look, FileFormat.DBF, dialect, progress);
            case DATABASE -> typed(look, FileFormat.SQLITE, dialect, progress);
            case GZIP, BZIP2, EMPTY_ZIP, PDF, OTHER -> text(look, dialect);
        };
    }

    private static Detected sheet(Look look, Optional<CsvDialect> dialect) throws IOException {
        try (var workbook = Workbook.open(look.text())) {
            var found = SheetDetection.of(workbook, look.inside().table());
            boolean hasHeader = dialect.map(CsvDialect::hasHeader).orElse(found.hasHeader());
            var placed = new Look(
                    look.file(),
                    look.text(),
                    look.inside().withTable(found.range().words()),
                    look.choices().withTables(workbook.sheets()));
            try (var cursor = SheetCursor.open(look.text(), found.range(), hasHeader)) {
                return described(
                        placed,
                        FileFormat.XLSX,
                        DialectDetection.Found.chosen(CsvDialect.STANDARD.withHeader(hasHeader)),
                        Sample.of(cursor));
            }
        }
    }

    private static Detected typed(Look look, FileFormat format, Optional<CsvDialect> dialect, Progress progress) {
        var chosen = dialect.map(CsvDialect::encoding);
        try (var file = TableFile.open(format, look.text(), chosen.orElse(""), progress)) {
            var table = look.inside().table().isEmpty() && !file.tables().isEmpty()
                    ? file.tables().getFirst()
                    : look.inside().table();
            var placed = new Look(
                    look.file(),
                    look.text(),
                    look.inside().withTable(table),
                    look.choices().withTables(file.tables()));
            var sample = Sample.of(file.rows(table));
            return described(placed, format, encoded(file, chosen), sample);
        }
    }

    /** Files that say how their texts are written are read as each says, unless a person says otherwise. */
    private static DialectDetection.Found encoded(TableFile file, Optional<String> chosen) {
        var said = file.encoding();
        if (said.isEmpty()) {
            return DialectDetection.Found.chosen(CsvDialect.STANDARD);
        }
        return chosen.filter(name -> !name.isEmpty())
                .map(name -> DialectDetection.Found.ofEncoding(Guess.chosen(name)))
                .orElseGet(() -> DialectDetection.Found.asSaid(said.orElseThrow()));
    }

    private static Detected text(Look look, Optional<CsvDialect> dialect) throws IOException {
        var encoding = dialect.isPresent() ? Guess.chosen(dialect.get().encoding()) : Encodings.detect(look.text());
        if (JsonRows.isJson(look.text(), encoding.value())) {
            return objects(look, encoding);
        }
        var found = dialect.isPresent() ? chosen(look, dialect.get()) : DialectDetection.detect(look.text(), encoding);
        return described(look, FileFormat.CSV, found, sample(look, found.dialect()));
    }

    private static DialectDetection.Found chosen(Look look, CsvDialect dialect) throws IOException {
        return dialect.isFixed() && dialect.fixed().isEmpty()
                ? DialectDetection.Found.chosen(FixedDetection.proposed(look.text(), dialect))
                : DialectDetection.Found.chosen(dialect);
    }

    private static Detected objects(Look look, Guess encoding) throws IOException {
        var lists = JsonRows.lists(look.text(), encoding.value());
        var list = look.inside().table().isEmpty() && !lists.isEmpty()
                ? lists.getFirst()
                : look.inside().table();
        var placed = new Look(
                look.file(),
                look.text(),
                look.inside().withTable(list),
                look.choices().withTables(lists));
        var sample = JsonRows.sample(look.text(), encoding.value(), list);
        return described(placed, FileFormat.JSON, DialectDetection.Found.ofEncoding(encoding), sample);
    }

    private static Detected described(Look look, FileFormat format, DialectDetection.Found dialect, Sample sample) {
        if (sample.rows().isEmpty()) {
            throw new Problem(
                            "The file has no rows below its header.",
                            look.file().toString(),
                            "Check that it was exported whole, or that its first row is a header.")
                    .asFailure();
        }
        var columns = columns(sample);
        return new Detected(
                look.file(),
                look.inside(),
                look.choices(),
                format,
                dialect.dialect(),
                dialect.guesses(),
                sample.passed(),
                columns,
                preview(sample),
                MappingProposal.likelyRoles(columns));
    }

    private static Sample sample(Look look, CsvDialect dialect) throws IOException {
        try (var scanner =
                new RecordScanner(TextInput.of(Files.newInputStream(look.text()), dialect.encoding()), dialect)) {
            List<String> header = List.of();
            if (dialect.hasHeader()) {
                header = header(scanner);
            }
            var rows = new ArrayList<List<String>>();
            Optional<Problem> broken = Optional.empty();
            for (int seen = 0; !isEnough(rows, seen) && scanner.next(); seen++) {
                var flaw = scanner.flaw();
                if (flaw != null) {
                    broken = broken.or(() -> Optional.of(FileProblems.broken(look.file(), scanner.line(), flaw)));
                } else if (!scanner.isBlank() || header.size() == 1) {
                    rows.add(scanner.row());
                }
            }
            if (rows.isEmpty() && broken.isPresent()) {
                throw broken.get().asFailure();
            }
            var names = header.isEmpty() && !dialect.isFixed() ? numbered(usualWidth(rows)) : names(dialect, header);
            return new Sample(
                    names,
                    rows.stream().filter(row -> row.size() == names.size()).toList(),
                    Sample.unknown(names),
                    scanner.passed().first());
        }
    }

    /** Millions of blank or broken lines after the first rows tell nothing more, nor do many rows of a very wide table. */
    private static boolean isEnough(List<List<String>> rows, int seen) {
        return !rows.isEmpty() && (rows.size() >= Sample.enough(rows.getFirst().size()) || seen >= MOST_SEEN);
    }

    /** What the columns are called by the dialect and the header. */
    static List<String> names(CsvDialect dialect, List<String> header) {
        return dialect.isFixed() ? dialect.fixed().names(header) : uniqueNames(header);
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

    static List<String> numbered(int columns) {
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
                .parallel()
                .mapToObj(column -> ColumnDetection.of(
                        sample.names().get(column),
                        sample.rows().stream().map(row -> row.get(column)).toList(),
                        sample.known().get(column),
                        sample.isWhole()))
                .toList();
    }

    private static Table preview(Sample sample) {
        var rows = sample.rows().stream().limit(PREVIEW_ROWS).toList();
        return new Table(IntStream.range(0, sample.names().size())
                .<Column>mapToObj(column -> new TextColumn(
                        sample.names().get(column),
                        rows.stream().map(row -> row.get(column)).toList()))
                .toList());
    }

    /**
     * What is looked at.
     *
     * @param file the file, archive or folder
     * @param text where the bytes of its content are
     */
    private record Look(Path file, Path text, Inside inside, Choices choices) {}
}
