package corymb.sql;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Progress;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Copies a table of ours into the engine row by row, without going through SQL. */
final class TableAppender {
    private static final int ROWS_BETWEEN_CHECKS = 1024;

    private TableAppender() {}

    /** Creates (or replaces) the engine's table of that name within the connection's transaction and fills it. */
    static void fill(DuckDBConnection connection, String name, Table table, Progress progress) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create or replace table " + Sql.name(name) + " (" + declarations(table) + ")");
        }
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
            for (int row = 0; row < table.rowCount(); row++) {
                if (row % ROWS_BETWEEN_CHECKS == 0) {
                    progress.report((double) row / table.rowCount(), "Storing rows");
                }
                appender.beginRow();
                for (var column : table.columns()) {
                    append(appender, column, row);
                }
                appender.endRow();
            }
        }
    }

    private static String declarations(Table table) {
        return String.join(
                ", ",
                table.columns().stream()
                        .map(column -> Sql.name(column.name())
                                + ' '
                                + Dialect.DUCKDB.spelling().type(column.type()))
                        .toList());
    }

    private static void append(DuckDBAppender appender, Column column, int row) throws SQLException {
        if (column.isMissing(row)) {
            appender.appendNull();
            return;
        }
        switch (column) {
            case TextColumn texts -> appender.append(texts.text(row));
            case NumberColumn numbers -> appendNumber(appender, numbers, row);
            case TimeColumn times -> appendTime(appender, times, row);
        }
    }

    private static void appendNumber(DuckDBAppender appender, NumberColumn column, int row) throws SQLException {
        double value = column.get(row);
        switch (column.type()) {
            case BOOLEAN -> appender.append(value != 0);
            case INTEGER -> appender.append((long) value);
            case DECIMAL, TEXT, DATE, TIMESTAMP -> appender.append(value);
        }
    }

    private static void appendTime(DuckDBAppender appender, TimeColumn column, int row) throws SQLException {
        if (column.type() == ColumnType.DATE) {
            appender.append(column.date(row));
        } else {
            appender.append(column.instant(row).atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
    }
}
