package corymb.store;

import corymb.project.History;
import corymb.project.Project;
import corymb.sql.Engine;
import corymb.work.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Keeps the file's ordinary tables in step with the present project, touching only what changed. */
final class Shown {
    private final Connection connection;
    private final Engine engine;
    private final ChangeCodec codec;

    Shown(Connection connection, Engine engine, ChangeCodec codec) {
        this.connection = connection;
        this.engine = engine;
        this.codec = codec;
    }

    private record Key(String table, long resultId) {}

    /** Takes out the rows of results that are gone and puts in those of results that are new, in the caller's transaction. */
    void update(History before, History after, Progress progress) throws SQLException {
        update(after.present(), progress);
        new ShownMembers(connection, engine).update(before, after, progress);
    }

    /** The rows of all tables but that of members. */
    private void update(Project project, Progress progress) throws SQLException {
        var wanted = new ShownTables(codec).of(project);
        var wantedKeys = new HashSet<Key>();
        wanted.forEach(rows -> wantedKeys.add(new Key(rows.table(), rows.resultId())));
        var present = present();
        remove(present.stream().filter(key -> !wantedKeys.contains(key)).toList());
        for (var rows : wanted) {
            var key = new Key(rows.table(), rows.resultId());
            if (!present.contains(key)) {
                var sha256 = insert(rows, progress);
                Rows.update(connection, "insert into shown values (?, ?, ?)", key.table(), key.resultId(), sha256);
            }
        }
    }

    private Set<Key> present() throws SQLException {
        var keys = new HashSet<Key>();
        try (var statement =
                connection.prepareStatement("select table_name, result_id from shown where table_name <> ?")) {
            statement.setString(1, ShownMembers.TABLE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(new Key(rows.getString(1), rows.getLong(2)));
                }
            }
        }
        return keys;
    }

    /** The rows of a table go in one pass over it, however many results they are of. */
    private void remove(List<Key> keys) throws SQLException {
        var results = new TreeMap<String, List<String>>();
        keys.forEach(key ->
                results.computeIfAbsent(key.table(), _ -> new ArrayList<>()).add(String.valueOf(key.resultId())));
        for (var gone : results.entrySet()) {
            var ids = String.join(", ", gone.getValue());
            // The name comes from a stranger's file: only the names of our own tables become SQL.
            if (ShownTables.NAMES.contains(gone.getKey())) {
                Rows.run(connection, "delete from " + gone.getKey() + " where result_id in (" + ids + ")");
            }
            Rows.update(
                    connection, "delete from shown where table_name = ? and result_id in (" + ids + ")", gone.getKey());
        }
    }

    /** Returns the checksum of the rows. */
    private String insert(ShownRows rows, Progress progress) throws SQLException {
        try (var insert = connection.prepareStatement(rows.insert())) {
            var batch = new RowBatch(insert);
            var checksum = new Checksum();
            Engine.RowReader reader = row -> {
                batch.add(row, rows.resultId());
                checksum.add(row);
            };
            switch (rows.rows()) {
                case ShownRows.Rows.Queried(var query) -> engine.forEachRow(query, reader, progress);
                case ShownRows.Rows.Given(var values) -> values.forEach(reader::read);
            }
            batch.end();
            return checksum.hex();
        } catch (RowBatch.Refused refused) {
            throw refused.reason();
        }
    }
}
