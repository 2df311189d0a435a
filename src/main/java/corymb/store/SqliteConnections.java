package corymb.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens SQLite files with the settings that keep a project safe. */
final class SqliteConnections {
    private SqliteConnections() {}

    /** A connection that cannot change the file and fires nothing that stands in it. */
    static Connection reading(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return distrusting(config.createConnection(url(file)));
    }

    /** A connection for a file that has been found sound: every commit is on disk when it returns. */
    static Connection writing(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(2_000);
        var connection = distrusting(config.createConnection(url(file)));
        try (var statement = connection.createStatement()) {
            statement.execute("pragma secure_delete = on");
        }
        return connection;
    }

    private static Connection distrusting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
        }
        return connection;
    }

    /** The path as a URI, so that nothing in a file's name is taken for a parameter. */
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
    }
}
