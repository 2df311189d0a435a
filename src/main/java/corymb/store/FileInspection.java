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
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Looks at a stranger's file without touching it, before anything is done with it.
 *
 * @param schema the form that files may have
 */
record FileInspection(Schema schema) {
    static final String NO_PROJECT = "This is not a Corymb project.";

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int USER_VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;

    /** How closely to look. */
    private enum Depth {
        /** At all that Corymb reads back. */
        READ,
        /** At every table and index as well, for other tools read them. */
        EVERYTHING
    }

    /** The first thing that keeps a file from being opened as a project. */
    Optional<Problem> obstacle(Path file, Progress progress) {
        return problems(file, Depth.READ, progress).stream().findFirst();
    }

    /** Everything that is wrong with a file. */
    List<Problem> problems(Path file, Progress progress) {
        return problems(file, Depth.EVERYTHING, progress);
    }

    /** Everything that would keep a copy of ours, which nobody else knows of, from being opened. */
    List<Problem> problemsOfCopy(Path file, Progress progress) throws SQLException {
        try (var connection = SqliteConnections.frozen(file)) {
            return inside(connection, Depth.READ, progress);
        }
    }

    private List<Problem> problems(Path file, Depth depth, Progress progress) {
        var header = header(file);
        if (header.isPresent()) {
            return List.of(header.get());
        }
        var problems = look(file, depth, progress);
        // Someone may have begun to write in the meantime, so that what looked like damage was a change under way.
        return problems.isEmpty() || SqliteConnections.isFrozen(file) ? problems : look(file, depth, progress);
    }

    private List<Problem> look(Path file, Depth depth, Progress progress) {
        try (var connection = SqliteConnections.reading(file)) {
            return inside(connection, depth, progress);
        } catch (SQLException e) {
            return List.of(
                    isUnreachable(e) ? SqliteProblems.unusable(file, e) : Damage.of(file + ", " + e.getMessage()));
        }
    }

    private static boolean isUnreachable(SQLException e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CANTOPEN.code;
    }

    private Optional<Problem> header(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(new Problem(
                    "There is no project at this place.", file.toString(), "Check the name, or create a new project."));
        }
        if (Files.isDirectory(file)) {
            return Optional.of(new Problem(
                    "This is a folder, not a project.",
                    file.toAbsolutePath().toString(),
                    "Choose a .corymb file in it."));
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

    private Optional<Problem> judge(Path file, byte[] header) {
        boolean isSqlite = header.length == HEADER_BYTES && Arrays.equals(Arrays.copyOf(header, MAGIC.length), MAGIC);
        if (!isSqlite || ByteBuffer.wrap(header).getInt(APPLICATION_ID_AT) != Schema.APPLICATION_ID) {
            return Optional.of(new Problem(
                    NO_PROJECT, file.toString(), "Choose a .corymb file, or import the file into a project."));
        }
        if (ByteBuffer.wrap(header).getInt(USER_VERSION_AT) > schema.version()) {
            return Optional.of(new Problem(
                    "This project was made by a newer Corymb.",
                    file.toString(),
                    "Install the newest Corymb to open it."));
        }
        return Optional.empty();
    }

    private List<Problem> inside(Connection connection, Depth depth, Progress progress) throws SQLException {
        progress.report(0.1, "Checking the file");
        if (!schema.isFormOf(connection)) {
            return List.of(new Problem(
                    "The project holds tables, views or triggers that Corymb did not make.",
                    "",
                    "Open it only if you trust its sender, with another tool, and take the data out by hand."));
        }
        var problems = new ArrayList<>(structure(connection, depth));
        if (problems.isEmpty()) {
            progress.report(0.5, "Checking the stored rows");
            problems.addAll(Parts.damages(connection, progress));
            problems.addAll(values(connection, depth));
        }
        return problems;
    }

    private static List<Problem> structure(Connection connection, Depth depth) throws SQLException {
        var problems = new ArrayList<Problem>();
        Rows.forEach(connection, depth == Depth.READ ? "pragma quick_check" : "pragma integrity_check", row -> {
            var finding = String.valueOf(row.getFirst());
            if (!finding.equals("ok")) {
                problems.add(Damage.of(finding));
            }
        });
        return problems;
    }

    private static List<Problem> values(Connection connection, Depth depth) throws SQLException {
        if (Schema.versionOf(connection) < Seal.FIRST_VERSION) {
            return List.of();
        }
        var problems = new ArrayList<>(Seal.problems(connection));
        if (depth == Depth.EVERYTHING) {
            problems.addAll(Seal.shownProblems(connection));
        }
        return problems;
    }
}
