package corymb.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The tables of a project file and the numbered migrations that make them. */
final class Schema {
    /** "Cory" in ASCII: the mark of a project file in SQLite's header. */
    static final int APPLICATION_ID = 0x436f7279;

    /** The newest form of the file, in SQLite's user_version. */
    static final int VERSION = 1;

    private Schema() {}

    /** Brings a file from the form it has to the newest one, in the caller's transaction. */
    static void migrate(Connection connection, int from) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int version = from + 1; version <= VERSION; version++) {
                for (var sql : statements(version)) {
                    statement.execute(sql);
                }
            }
            statement.execute("pragma application_id = " + APPLICATION_ID);
            statement.execute("pragma user_version = " + VERSION);
        }
    }

    /** The text of every table and index a file of a version must have, and no more. */
    static Map<String, String> expected(int version) throws SQLException {
        try (var memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = memory.createStatement()) {
            for (int step = 1; step <= version; step++) {
                for (var sql : statements(step)) {
                    statement.execute(sql);
                }
            }
            return found(memory);
        }
    }

    /** The text of everything that stands in a file's schema. */
    static Map<String, String> found(Connection connection) throws SQLException {
        var texts = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select type || ' ' || name, coalesce(sql, '') from sqlite_schema")) {
            while (rows.next()) {
                texts.put(rows.getString(1), rows.getString(2));
            }
        }
        return texts;
    }

    private static List<String> statements(int version) {
        var name = "migration-" + version + ".sql";
        try (var stream = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.strip().split(";\\s*\n\\s*\n|;\\s*$"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
