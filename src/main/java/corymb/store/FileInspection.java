package corymb.store;

import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks at a stranger's file without touching it, before anything is done with it. */
final class FileInspection {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int USER_VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;

    private FileInspection() {}

    /** The first thing that keeps a file from being opened as a project. */
    static Optional<Problem> obstacle(Path file, Progress progress) {
        var header = header(file);
        if (header.isPresent()) {
            return header;
        }
        try (var connection = SqliteConnections.reading(file)) {
            return inside(connection, progress).stream().findFirst();
        } catch (SQLException e) {
            return Optional.of(damaged(file, String.valueOf(e.getMessage())));
        }
    }

    /** Everything that is wrong with a file. */
    static List<Problem> problems(Path file, Progress progress) {
        var header = header(file);
        if (header.isPresent()) {
            return List.of(header.get());
        }
        try (var connection = SqliteConnections.reading(file)) {
            return inside(connection, progress);
        } catch (SQLException e) {
            return List.of(damaged(file, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Problem> header(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(new Problem(
                    "There is no project at this place.", file.toString(), "Check the name, or create a new project."));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Optional.of(new Problem(
                    "This file cannot be read.", file.toString(), "Choose a file that you have the right to read."));
        }
        try (var stream = Files.newInputStream(file)) {
            return judge(file, stream.readNBytes(HEADER_BYTES));
        } catch (IOException e) {
            return Optional.of(new Problem("This file cannot be read.", file.toString(), "Check the disk it is on."));
        }
    }

    private static Optional<Problem> judge(Path file, byte[] header) {
        boolean isSqlite = header.length == HEADER_BYTES && Arrays.equals(Arrays.copyOf(header, MAGIC.length), MAGIC);
        if (!isSqlite || ByteBuffer.wrap(header).getInt(APPLICATION_ID_AT) != Schema.APPLICATION_ID) {
            return Optional.of(new Problem(
                    "This is not a Corymb project.",
                    file.toString(),
                    "Choose a .corymb file, or import the file into a project."));
        }
        int version = ByteBuffer.wrap(header).getInt(USER_VERSION_AT);
        if (version > Schema.VERSION) {
            return Optional.of(new Problem(
                    "This project was made by a newer Corymb.",
                    file.toString(),
                    "Install the newest Corymb to open it."));
        }
        return Optional.empty();
    }

    private static List<Problem> inside(Connection connection, Progress progress) throws SQLException {
        var problems = new ArrayList<Problem>();
        progress.report(0.1, "Checking the file");
        int version;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma user_version")) {
            row.next();
            version = row.getInt(1);
        }
        if (!Schema.found(connection).equals(Schema.expected(version))) {
            problems.add(new Problem(
                    "The project holds tables, views or triggers that Corymb did not make.",
                    "",
                    "Open it only if you trust its sender, with another tool, and take the data out by hand."));
        }
        problems.addAll(quickCheck(connection));
        progress.report(0.5, "Checking the stored rows");
        problems.addAll(Parts.damages(connection, progress));
        return problems;
    }

    private static List<Problem> quickCheck(Connection connection) throws SQLException {
        var problems = new ArrayList<Problem>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma quick_check")) {
            while (rows.next()) {
                if (!rows.getString(1).equals("ok")) {
                    problems.add(new Problem(
                            "The project file is damaged.", rows.getString(1), "Restore it from a backup or a copy."));
                }
            }
        }
        return problems;
    }

    private static Problem damaged(Path file, String detail) {
        return new Problem(
                "The project file is damaged.",
                file + ", " + detail,
                "Restore it from a backup or a copy; this file was not changed.");
    }
}
