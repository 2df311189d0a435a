package corymb.store;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can stand in the way of a project file, in words. */
final class SqliteProblems {
    private SqliteProblems() {}

    /** What a refused statement means for the person; a defect of ours where nothing outside explains it. */
    static RuntimeException failure(Path file, SQLException e) {
        int code = code(e);
        if (isFull(e)) {
            return new Failure(full(file), e);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new Failure(Damage.withBackup(Damage.of(file.toString()), file), e);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_BUSY.code) {
            return new Failure(unusable(file, e), e);
        }
        return new IllegalStateException("The project file cannot be used: " + e.getMessage(), e);
    }

    /** The kind of error, without its finer shades. */
    static int code(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
    }

    static boolean isFull(SQLException e) {
        // A batch of rows tells its reason in words alone.
        return code(e) == SQLiteErrorCode.SQLITE_FULL.code
                || String.valueOf(e.getMessage()).contains("disk is full");
    }

    static boolean isFull(IOException e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("not enough space");
    }

    static Problem full(Path file) {
        return new Problem(
                "The disk is full.",
                file.toString(),
                "Free some space and try again; the project is as it was before.");
    }

    static Problem unusable(Path file, Exception e) {
        return new Problem(
                "The project file cannot be read or written.",
                file + ": " + e.getMessage(),
                "Check that its disk is there and its folder may be written to; the project is as it was before.");
    }

    static Failure cannotWrite(Path file, IOException e) {
        if (isFull(e)) {
            return new Failure(full(file), e);
        }
        return new Failure(
                new Problem(
                        "The file cannot be written.",
                        file + ": " + e.getMessage(),
                        "Check that the folder exists, may be written to and has room."),
                e);
    }

    /** Deletes what was left half-done, with what SQLite keeps beside it. */
    static void delete(Path half) {
        for (var suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
            var file = half.resolveSibling(half.getFileName() + suffix);
            try {
                if (Files.exists(file)) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                System.getLogger(SqliteProblems.class.getName())
                        .log(System.Logger.Level.WARNING, "A half-written file stays", e);
            }
        }
    }
}
