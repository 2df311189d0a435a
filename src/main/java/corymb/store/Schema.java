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
import java.util.stream.IntStream;

/**
 * The form of a project file.
 *
 * @param migrations the SQL that leads from each version to the next; the first makes a new file
 */
record Schema(List<String> migrations) {
    /** "Cory" in ASCII: the mark of a project file in SQLite's header. */
    static final int APPLICATION_ID = 0x436f7279;

    private static final int NEWEST = 3;

    Schema {
        migrations = List.copyOf(migrations);
    }

    /** The form this program writes. */
    static Schema newest() {
        return new Schema(
                IntStream.rangeClosed(1, NEWEST).mapToObj(Schema::script).toList());
    }

    /** The version of a file that every migration has run on, in SQLite's user_version. */
    int version() {
        return migrations.size();
    }

    /** The version that a file says it has. */
    static int versionOf(Connection connection) throws SQLException {
        return (int) Rows.number(connection, "pragma user_version");
    }

    /** Brings a file from the version it has to the newest one, in the caller's transaction. */
    void migrate(Connection connection) throws SQLException {
        run(connection, versionOf(connection), version());
        Rows.run(connection, "pragma application_id = " + APPLICATION_ID);
        Rows.run(connection, "pragma user_version = " + version());
        if (!isFormOf(connection)) {
            throw new SQLException("The migrated tables are not those of a new project");
        }
        Seal.sealAnew(connection);
    }

    /** Whether a file holds just the tables and indexes that its version has, to the letter. */
    boolean isFormOf(Connection connection) throws SQLException {
        try (var memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            run(memory, 0, Math.min(versionOf(connection), version()));
            return texts(memory).equals(texts(connection));
        }
    }

    private void run(Connection connection, int from, int to) throws SQLException {
        for (var migration : migrations.subList(from, to)) {
            for (var sql : List.of(migration.strip().split(";\\s*\n\\s*\n|;\\s*$"))) {
                Rows.run(connection, sql);
            }
        }
    }

    /** The text of everything that stands in a file's schema. */
    private static Map<String, String> texts(Connection connection) throws SQLException {
        var texts = new TreeMap<String, String>();
        Rows.forEach(
                connection,
                "select type || ' ' || name, coalesce(sql, '') from sqlite_schema",
                row -> texts.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
        return texts;
    }

    private static String script(int version) {
        var name = "migration-" + version + ".sql";
        try (var stream = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
