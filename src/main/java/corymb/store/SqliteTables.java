package corymb.store;

import corymb.importing.RowCursor;
import corymb.importing.TableFile;
import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * The tables and views in somebody's SQLite database, which is read as it lies there: nothing in it is fired, and it cannot
 * be changed.
 */
final class SqliteTables implements TableFile {
    private static final int MOST_TABLES = 1_000;
    private static final int LONGEST_VALUE = 16 << 20;
    private static final int STEPS_BETWEEN_LOOKS = 100_000;

    private final Connection connection;
    private final Patience patience;
    private final List<String> tables;

    private SqliteTables(Connection connection, Patience patience, List<String> tables) {
        this.connection = connection;
        this.patience = patience;
        this.tables = tables;
    }

    static TableFile open(Path file, Progress progress) {
        try {
            var connection = SqliteConnections.frozen(file);
            try {
                var patience = new Patience(progress);
                guard(connection, patience);
                return new SqliteTables(connection, patience, names(connection));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static void guard(Connection connection, Patience patience) throws SQLException {
        var limits = (SQLiteConnection) connection;
        limits.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
        limits.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        Rows.run(connection, "pragma cell_size_check = on");
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, patience);
    }

    /** Tables from the longest to the shortest, as far as their last row tells, then views. */
    private static List<String> names(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        var views = new ArrayList<String>();
        Rows.forEach(
                connection,
                "select name, type from pragma_table_list where schema = 'main' and type in ('table', 'view')"
                        + " and name not like 'sqlite\\_%' escape '\\' order by name limit " + MOST_TABLES,
                row -> (row.getLast().equals("view") ? views : tables).add(String.valueOf(row.getFirst())));
        var sizes = new java.util.HashMap<String, Long>();
        tables.forEach(table -> sizes.put(table, lastRow(connection, table)));
        tables.sort(Comparator.comparing((String table) -> sizes.getOrDefault(table, 0L))
                .reversed());
        tables.addAll(views);
        if (tables.isEmpty()) {
            throw new Problem("The database has no tables.", "", "Choose another file.").asFailure();
        }
        return List.copyOf(tables);
    }

    private static long lastRow(Connection connection, String table) {
        try {
            return Rows.number(connection, "select coalesce(max(rowid), 0) from " + Sql.name(table));
        } catch (SQLException _) {
            // A table without row numbers tells nothing.
            return 0;
        }
    }

    @Override
    public List<String> tables() {
        return tables;
    }

    @Override
    public RowCursor rows(String table) {
        if (!tables.contains(table)) {
            throw new Problem(
                            "The database has no table " + table + ".",
                            "",
                            "Its tables and views are "
                                    + String.join(", ", tables.subList(0, Math.min(20, tables.size()))) + ".")
                    .asFailure();
        }
        try {
            patience.renew();
            return new SqliteCursor(this, patience, connection.prepareStatement("select * from " + Sql.name(table)));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static RuntimeException unreadable(SQLException cause) {
        if (String.valueOf(cause.getMessage()).contains("SQLITE_INTERRUPT")) {
            return (CancellationException) new CancellationException().initCause(cause);
        }
        return new Failure(
                new Problem(
                        "The database cannot be read: it is damaged, or this table needs something that it may not do here.",
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                        "Check it with the program it comes from, or export the table as CSV."),
                cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Stops a view that would never give another row, and whatever the person has stopped. */
    static final class Patience extends ProgressHandler {
        /** About a minute's work. */
        private static final int MOST_LOOKS = 30_000;

        private final Progress progress;
        private int looks;

        Patience(Progress progress) {
            this.progress = progress;
        }

        void renew() {
            looks = 0;
        }

        boolean isOver() {
            return looks > MOST_LOOKS;
        }

        @Override
        protected int progress() {
            looks++;
            return progress.isCancelled() || isOver() ? 1 : 0;
        }
    }
}
