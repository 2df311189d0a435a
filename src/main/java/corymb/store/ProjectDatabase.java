package corymb.store;

import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The open SQLite file of a project, and the changes to it, each as a whole or not at all. */
final class ProjectDatabase implements AutoCloseable {
    private final Path path;
    private final ProjectLock lock;
    private final Connection connection;
    private final Optional<FileIdentity> identity;

    /** Takes over the lock and the connection. */
    ProjectDatabase(Path path, ProjectLock lock, Connection connection) throws IOException {
        this.path = path;
        this.lock = lock;
        this.connection = connection;
        this.identity = FileIdentity.of(path);
    }

    Path path() {
        return path;
    }

    ProjectLock lock() {
        return lock;
    }

    Connection connection() {
        return connection;
    }

    /** Runs work that happens as a whole or not at all. */
    void transaction(Work work) {
        requireWritable();
        try {
            atomically(connection, work);
        } catch (SQLException e) {
            throw SqliteProblems.failure(path, e);
        } catch (IOException e) {
            // Parts pass through files between the engine and the project.
            throw SqliteProblems.cannotWrite(Path.of(String.valueOf(System.getProperty("java.io.tmpdir"))), e);
        }
    }

    /** Runs work in a transaction of its own. */
    static void atomically(Connection connection, Work work) throws SQLException, IOException {
        boolean isDone = false;
        Rows.run(connection, "begin immediate");
        try {
            work.run();
            Rows.run(connection, "commit");
            isDone = true;
        } finally {
            if (!isDone) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        try {
            Rows.run(connection, "rollback");
        } catch (SQLException e) {
            // Where the disk is full, SQLite has rolled back by itself.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    /** A file that was moved or deleted can still be written to, but what is written is lost. */
    void requireWritable() {
        if (!lock.isHeld()) {
            throw new Problem(
                            "This project is open for reading only.",
                            "held by " + lock.holder(),
                            "Close it there, or save a copy and work on that.")
                    .asFailure();
        }
        try {
            if (!FileIdentity.of(path).equals(identity)) {
                throw new Problem(
                                "The project file is no longer in its place.",
                                path.toString(),
                                "Put it back, or save a copy: everything up to the last step is still here.")
                        .asFailure();
            }
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(path, e);
        }
    }

    @Override
    public void close() {
        try (lock;
                connection) {
            if (lock.isHeld()) {
                writeLogIntoFile();
            }
        } catch (SQLException e) {
            throw SqliteProblems.failure(path, e);
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(path, e);
        }
    }

    /** Where this fails, nothing is lost: the log stays beside the file and is written into it when the file is opened next. */
    private void writeLogIntoFile() {
        try {
            Rows.run(connection, "pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            System.getLogger(ProjectDatabase.class.getName())
                    .log(System.Logger.Level.WARNING, "The last changes of the project stay in the log beside it", e);
        }
    }

    /** Changes to the file. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, IOException;
    }
}
