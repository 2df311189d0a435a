package corymb.store;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
        var folder = Files.createTempDirectory(engine.scratch(), "parts-");
        var files = engine.write(relation, folder, progress);
        try (var insert =
                connection.prepareStatement("insert into part (relation, number, sha256, bytes) values (?, ?, ?, ?)")) {
            for (int number = 0; number < files.size(); number++) {
                progress.check();
                var bytes = Files.readAllBytes(files.get(number));
                insert.setString(1, relation.name());
                insert.setInt(2, number);
                insert.setString(3, sha256(bytes));
                insert.setBytes(4, bytes);
                insert.executeUpdate();
                Files.delete(files.get(number));
            }
        }
        Files.delete(folder);
    }

    /** Brings the rows of a relation into the engine, where they are not there already. */
    void load(Relation relation, Progress progress) throws SQLException, IOException {
        if (engine.has(relation.name())) {
            return;
        }
        var folder = Files.createTempDirectory(engine.scratch(), "parts-");
        var files = new ArrayList<Path>();
        try (var select = connection.prepareStatement(
                "select number, sha256, bytes from part where relation = ? order by number")) {
            select.setString(1, relation.name());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    progress.check();
                    files.add(Files.write(
                            folder.resolve(rows.getInt(1) + ".parquet"), checked(rows.getBytes(3), rows.getString(2))));
                }
            }
        }
        if (files.isEmpty()) {
            throw damaged("The rows of " + relation.name() + " are missing.").asFailure();
        }
        engine.read(relation.name(), files, progress);
        for (var file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    /** Forgets the parts of every relation but those named, in the caller's transaction. */
    void keepOnly(Set<String> relations) throws SQLException {
        for (var stored : storedRelations()) {
            if (!relations.contains(stored)) {
                try (var delete = connection.prepareStatement("delete from part where relation = ?")) {
                    delete.setString(1, stored);
                    delete.executeUpdate();
                }
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
                if (!sha256(rows.getBytes(4)).equals(rows.getString(3))) {
                    problems.add(damaged(
                            "Part " + rows.getInt(2) + " of " + rows.getString(1) + " is not what was written."));
                }
            }
        }
        return problems;
    }

    private List<String> storedRelations() throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct relation from part")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static byte[] checked(byte[] bytes, String sha256) {
        if (!sha256(bytes).equals(sha256)) {
            throw damaged("A part of the project is not what was written.").asFailure();
        }
        return bytes;
    }

    private static Problem damaged(String what) {
        return new Problem(what, "", "Restore the project from a backup or a copy.");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
