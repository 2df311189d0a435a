package corymb.store;

import corymb.sql.Engine;
import corymb.sql.PartFolder;
import corymb.sql.Relation;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves the rows of relations between the engine and the Parquet parts in the file. */
final class Parts {
    private final Connection connection;
    private final Engine engine;

    Parts(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /** Stores a relation's rows, in the caller's transaction. */
    void store(Relation relation, Progress progress) throws SQLException, IOException {
        var files = engine.parts(relation, progress).files();
        try (var insert =
                connection.prepareStatement("insert into part (relation, number, sha256, bytes) values (?, ?, ?, ?)")) {
            for (int number = 0; number < files.size(); number++) {
                progress.check();
                var bytes = Files.readAllBytes(files.get(number));
                insert.setString(1, relation.name());
                insert.setInt(2, number);
                insert.setString(3, Checksum.ofBytes(bytes));
                insert.setBytes(4, bytes);
                insert.executeUpdate();
            }
        }
    }

    /** Brings the rows of a relation into the engine. */
    void load(Relation relation, Progress progress) throws SQLException, IOException {
        var parts = new PartFolder(engine.newFolder("parts"));
        try (var select = connection.prepareStatement(
                "select number, sha256, bytes from part where relation = ? order by number")) {
            select.setString(1, relation.name());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    progress.check();
                    Files.write(parts.file(rows.getInt(1)), checked(rows.getBytes(3), rows.getString(2)));
                }
            }
        }
        if (parts.files().isEmpty()) {
            throw Damage.of("the rows of " + relation.name() + " are missing").asFailure();
        }
        engine.read(relation.name(), parts);
    }

    /** The bytes of each stored relation. */
    Map<String, Long> sizes() throws SQLException {
        var sizes = new HashMap<String, Long>();
        Rows.forEach(
                connection,
                "select relation, length(bytes) from part",
                row -> sizes.merge(
                        String.valueOf(row.getFirst()),
                        row.getLast() instanceof Number bytes ? bytes.longValue() : 0L,
                        Long::sum));
        return sizes;
    }

    /** Forgets the parts of every relation but those named, in the caller's transaction. */
    void keepOnly(Set<String> relations) throws SQLException {
        for (var stored : sizes().keySet()) {
            if (!relations.contains(stored)) {
                Rows.update(connection, "delete from part where relation = ?", stored);
                engine.drop(stored);
            }
        }
    }

    /** Every part whose bytes are not those that were written. */
    static List<Problem> damages(Connection connection, Progress progress) throws SQLException {
        var problems = new ArrayList<Problem>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select relation, number, sha256, bytes from part")) {
            while (rows.next()) {
                progress.check();
                if (!Checksum.ofBytes(rows.getBytes(4)).equals(rows.getString(3))) {
                    problems.add(Damage.of("part " + rows.getInt(2) + " of " + rows.getString(1)));
                }
            }
        }
        return problems;
    }

    private static byte[] checked(byte[] bytes, String sha256) {
        if (!Checksum.ofBytes(bytes).equals(sha256)) {
            throw Damage.of("a part").asFailure();
        }
        return bytes;
    }
}
