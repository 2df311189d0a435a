package corymb.report;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.Table;
import corymb.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes tables that need no permission, such as the data of a chart or rows to be looked through, as CSV in the manner of {@link QueryExport}. */
public final class TableCsv {
    private TableCsv() {}

    /**
     * Writes a table into a file, which appears whole or not at all.
     *
     * @return the file's SHA-256 checksum in hexadecimal
     * @throws corymb.work.Failure when the file cannot be written
     */
    public static String write(Table table, Path file) {
        return AtomicFile.write(file, out -> write(table, out));
    }

    /**
     * Writes the rows of a relation into a file, which appears whole or not at all; they are never in memory together.
     *
     * @throws corymb.work.Failure when the file cannot be written
     */
    public static void write(Engine engine, Relation rows, Path file, Progress progress) {
        AtomicFile.write(file, out -> {
            var csv = new CsvRows(rows.schema().names(), ExportPlan.Formulas.NEUTRALISE, out);
            engine.forEachRow(Sql.of("select * from " + rows.quoted()), csv::write, progress);
            csv.end();
        });
    }

    /** The table as the text of a CSV file. */
    public static String text(Table table) {
        var out = new ByteArrayOutputStream();
        try {
            write(table, out);
        } catch (IOException e) {
            throw new IllegalStateException("Memory takes every byte", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(Table table, OutputStream out) throws IOException {
        var csv = CsvRows.writer(out);
        csv.writeRecord(table.schema().names().stream().map(CsvCells::text).toList());
        for (int row = 0; row < table.rowCount(); row++) {
            csv.writeRecord(cells(table, row).toList());
        }
        csv.flush();
    }

    private static Stream<@Nullable String> cells(Table table, int row) {
        return table.columns().stream().map(column -> cell(column, row));
    }

    private static @Nullable String cell(Column column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> CsvCells.text(column.text(row));
            case INTEGER, DECIMAL, BOOLEAN, DATE, TIMESTAMP -> column.text(row);
        };
    }
}
