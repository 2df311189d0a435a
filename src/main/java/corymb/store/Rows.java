package corymb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of a project file and changes them, each row a list of plain values. */
final class Rows {
    private Rows() {}

    /** Hands every row of a query to {@code reader}. */
    static void forEach(Connection connection, String query, Reader reader) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            forEach(statement, reader);
        }
    }

    /** Hands every row that a statement gives to {@code reader}. */
    static void forEach(PreparedStatement statement, Reader reader) throws SQLException {
        try (var rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<@Nullable Object>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(rows.getObject(column));
                }
                reader.read(row);
            }
        }
    }

    /** The one number that a query gives. */
    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs a statement with bound values. */
    static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Runs a statement as it is. */
    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Takes a row's values in column order. */
    @FunctionalInterface
    interface Reader {
        void read(List<? extends @Nullable Object> row) throws SQLException;
    }
}
