package corymb.remote;

import corymb.importing.Origin;
import corymb.work.Failure;
import corymb.work.Insistence;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a table or a query of a database into a file of JSON lines, row by row and without changing anything there.
 *
 * <p>Cost: one reading of the rows; memory for some of them, however many there are.
 */
public final class DatabaseFetch {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int MOST_SECONDS_TO_ENTER = 30;

    /** What MySQL and MariaDB call a database that is not there; its state is that of any mistake in a query. */
    private static final int UNKNOWN_DATABASE = 1049;

    private final Path drivers;

    /** With the drivers that come with Corymb and those in the person's folder. */
    public DatabaseFetch() {
        this(Drivers.usualFolder());
    }

    /** With the drivers that come with Corymb and those in a folder. */
    public DatabaseFetch(Path drivers) {
        this.drivers = drivers;
    }

    /**
     * Fetches the rows into a new file in a folder.
     *
     * @param password asked of the person; no message and no file holds it
     * @throws Failure when the place cannot be used, cannot be reached or gives no rows
     */
    public Path run(Origin.Database place, Secret password, Path folder, Progress progress) {
        DatabaseAddress.check(place);
        progress.report(0, "Connecting to " + place.host());
        try (var found = new Drivers(drivers);
                var connection = connect(found, place, password)) {
            readOnly(place, connection);
            try {
                return read(place, connection, folder, progress);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw problem(e, place, password, progress);
        } catch (IOException e) {
            throw RemoteProblems.unwritten(e);
        }
    }

    /** The driver of MariaDB takes the wish to read only as one for the choice of a server, and tells this one nothing. */
    private static void readOnly(Origin.Database place, Connection connection) throws SQLException {
        connection.setReadOnly(true);
        if (place.kind().isOfMySql()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set session transaction read only");
            }
        }
        connection.setAutoCommit(false);
    }

    private static Connection connect(Drivers drivers, Origin.Database place, Secret password)
            throws SQLException, IOException {
        var url = DatabaseAddress.url(place);
        var properties = DatabaseAddress.properties(place, password);
        if (place.kind() == corymb.importing.DatabaseKind.POSTGRESQL) {
            properties.putIfAbsent("loginTimeout", Integer.toString(MOST_SECONDS_TO_ENTER));
        }
        var connection = drivers.of(place.kind(), url).connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take this address", "08001");
        }
        return connection;
    }

    /** A wish to stop that comes before the server has begun would be lost, so it is repeated until the reading ends. */
    private static Path read(Origin.Database place, Connection connection, Path folder, Progress progress)
            throws SQLException, IOException {
        progress.report(0.05, "Asking for rows");
        var hasEnded = new AtomicBoolean();
        try (var statement = connection.createStatement();
                var _ = progress.whenCancelled(() -> Insistence.repeat(() -> cancel(statement), hasEnded::get))) {
            return read(place, statement, folder, progress);
        } finally {
            hasEnded.set(true);
        }
    }

    private static Path read(Origin.Database place, Statement statement, Path folder, Progress progress)
            throws SQLException, IOException {
        statement.setFetchSize(ROWS_AT_ONCE);
        var file = folder.resolve(JsonLines.fileName(place));
        try (var rows = statement.executeQuery(DatabaseAddress.statement(place));
                var lines = new JsonLines(file)) {
            var columns = ResultColumns.of(rows.getMetaData());
            while (rows.next()) {
                progress.check();
                columns.write(rows, lines);
                if (lines.count() % ROWS_AT_ONCE == 0) {
                    progress.report(0.5, "Fetched %,d rows".formatted(lines.count()));
                }
            }
            lines.requireSome(place);
        }
        progress.report(1, "Fetched");
        return file;
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It has ended by itself in the same moment: there is nothing left to cancel.
            System.getLogger(DatabaseFetch.class.getName()).log(System.Logger.Level.DEBUG, "Cancelled too late", e);
        }
    }

    private static RuntimeException problem(
            SQLException cause, Origin.Database place, Secret password, Progress progress) {
        if (progress.isCancelled()) {
            return new CancellationException();
        }
        var state = String.valueOf(cause.getSQLState());
        var said = password.removedFrom(String.valueOf(cause.getMessage()))
                .lines()
                .findFirst()
                .orElse("");
        var where = place.words() + (said.isEmpty() ? "" : "; it says: " + said);
        // The cause itself is left behind: what drivers put into it is not ours to write down.
        return (state.startsWith("28")
                        ? new Problem(
                                "The database does not let this user in.",
                                place.words(),
                                "Check the user and the password, and that the user may connect from here.")
                        : state.startsWith("3D") || isUnknownDatabase(cause, place)
                                ? new Problem("There is no such database.", where, "Check its name.")
                                : state.startsWith("08")
                                        ? new Problem(
                                                "The database cannot be reached.",
                                                where,
                                                "Check host and port, that the server runs, and that it asks for an encrypted"
                                                        + " connection no more than sslmode offers.")
                                        : state.equals("25006")
                                                ? new Problem(
                                                        "The query would change the database.",
                                                        where,
                                                        "Only reading is allowed: ask for the rows alone.")
                                                : new Problem(
                                                        "The database does not give these rows.",
                                                        where,
                                                        "Check the table or the query, and that the user may read it."))
                .asFailure();
    }

    private static boolean isUnknownDatabase(SQLException cause, Origin.Database place) {
        return place.kind().isOfMySql() && cause.getErrorCode() == UNKNOWN_DATABASE;
    }
}
