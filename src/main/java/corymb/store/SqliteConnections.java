package corymb.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens SQLite files with the settings that keep a project safe. */
final class SqliteConnections {
    private SqliteConnections() {}

    /** A connection that cannot change the file, fires nothing that stands in it, and works where nothing may be written. */
    static Connection reading(Path file) throws SQLException {
        return isFrozen(file) ? frozen(file) : reading(url(file));
    }

    /** A connection for a file that nobody writes to as long as it is open; it leaves no trace beside the file. */
    static Connection frozen(Path file) throws SQLException {
        return reading(url(file) + "?immutable=1");
    }

    /** Whether nobody writes to a file: whoever does has a log beside it. */
    static boolean isFrozen(Path file) {
        return Files.notExists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static Connection reading(String url) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return distrusting(config.createConnection(url));
    }

    /** A connection for a file that has been found sound: every commit is on disk when it returns. */
    static Connection writing(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(2_000);
        var connection = distrusting(config.createConnection(url(file)));
        Rows.run(connection, "pragma secure_delete = on");
        return connection;
    }

    private static Connection distrusting(Connection connection) throws SQLException {
        Rows.run(connection, "pragma trusted_schema = off");
        return connection;
    }

    /** The path as a URI, so that nothing in a file's name is taken for a parameter. */
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
    }
}
