package corymb.importing;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small CSV file that says where the columns of a text of fixed width stand: its columns are {@code column}, {@code start}
 * and {@code length}, in any order and among others.
 *
 * <p>Places are counted from 0, or from 1 where the first column begins at 1, as the schemas of csvkit have it.
 */
public final class FixedSchema {
    private static final long MOST_BYTES = 4 << 20;
    private static final List<String> NAMES = List.of("column", "start", "length");

    private final Path file;

    private FixedSchema(Path file) {
        this.file = file;
    }

    /**
     * Reads a schema.
     *
     * @throws Failure when the file is missing or none, or its columns make no sense
     */
    public static FixedWidth read(Path file) {
        FileProblems.check(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new FixedSchema(file).wrong("The file is larger than any schema.");
            }
            return new FixedWidth(new FixedSchema(file).columns());
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    private List<FixedColumn> columns() throws IOException {
        var dialect = CsvDialect.STANDARD.withEncoding(Encodings.detect(file).value());
        try (var scanner = new RecordScanner(TextInput.of(Files.newInputStream(file), dialect.encoding()), dialect)) {
            var header =
                    FileDetection.header(scanner).stream().map(String::strip).toList();
            if (!header.containsAll(NAMES)) {
                throw wrong("Its first line does not name the columns " + String.join(", ", NAMES) + ".");
            }
            var columns = new ArrayList<FixedColumn>();
            while (scanner.next()) {
                if (!scanner.isBlank()) {
                    columns.add(column(header, scanner));
                }
            }
            return fromZero(columns);
        }
    }

    private FixedColumn column(List<String> header, RecordScanner scanner) {
        if (scanner.flaw() != null || scanner.cells() != header.size()) {
            throw wrong("Line " + scanner.line() + " is not as long as the first.");
        }
        return new FixedColumn(
                scanner.cell(header.indexOf("column")).strip(),
                number(scanner, header.indexOf("start")),
                number(scanner, header.indexOf("length")));
    }

    private int number(RecordScanner scanner, int cell) {
        var text = scanner.cell(cell).strip();
        if (!text.matches("-?\\d+")) {
            throw wrong("Line " + scanner.line() + " has " + text + " where a whole number belongs.");
        }
        return FixedWidth.number(text);
    }

    private List<FixedColumn> fromZero(List<FixedColumn> columns) {
        if (columns.isEmpty()) {
            throw wrong("It names no columns.");
        }
        return columns.getFirst().start() != 1
                ? columns
                : columns.stream()
                        .map(column -> new FixedColumn(column.name(), column.start() - 1, column.length()))
                        .toList();
    }

    private Failure wrong(String what) {
        return new Problem(
                        "This is no schema of columns of fixed width. " + what,
                        file.toString(),
                        "Begin it with the line column,start,length, and give each column one line.")
                .asFailure();
    }
}
