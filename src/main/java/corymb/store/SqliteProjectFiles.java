package corymb.store;

import corymb.project.ProjectFile;
import corymb.project.ProjectFiles;
import corymb.sql.DuckDbEngine;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Keeps each project in one SQLite file. */
public final class SqliteProjectFiles implements ProjectFiles {
    private final Clock clock;

    public SqliteProjectFiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ProjectFile create(Path file) {
        if (Files.exists(file)) {
            throw new Problem(
                            "There is already a file of that name.",
                            file.toString(),
                            "Choose another name, or open the project that is there.")
                    .asFailure();
        }
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(beside);
            writeEmpty(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw new Failure(
                    new Problem(
                            "The project cannot be created here.",
                            file.toString(),
                            "Choose a folder that exists, may be written to and has room."),
                    e);
        }
        return open(file, Progress.NONE);
    }

    private void writeEmpty(Path file) throws SQLException {
        try (var connection = SqliteConnections.writing(file);
                var insert = connection.createStatement()) {
            connection.setAutoCommit(false);
            Schema.migrate(connection, 0);
            insert.execute("insert into project values (1, '" + clock.instant() + "', 0, 1)");
            connection.commit();
            connection.setAutoCommit(true);
            insert.execute("pragma wal_checkpoint(truncate)");
        }
    }

    @Override
    public ProjectFile open(Path file, Progress progress) {
        var obstacle = FileInspection.obstacle(file, progress.between(0, 0.4));
        if (obstacle.isPresent()) {
            throw obstacle.get().asFailure();
        }
        var lock = ProjectLock.take(file);
        try {
            var connection = lock.isHeld() ? SqliteConnections.writing(file) : SqliteConnections.reading(file);
            var opened = new SqliteProjectFile(file, lock, connection, DuckDbEngine.open(), clock);
            load(opened, progress.between(0.4, 1));
            return opened;
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private static void load(SqliteProjectFile opened, Progress progress) {
        boolean isLoaded = false;
        try {
            opened.load(progress);
            isLoaded = true;
        } catch (SQLException | IOException | JacksonException e) {
            throw unreadable(opened.path(), e);
        } finally {
            if (!isLoaded) {
                opened.close();
            }
        }
    }

    private static Failure unreadable(Path file, Exception cause) {
        return new Failure(
                new Problem("The project file is damaged.", file.toString(), "Restore it from a backup or a copy."),
                cause);
    }

    @Override
    public List<Problem> check(Path file, Progress progress) {
        return FileInspection.problems(file, progress);
    }
}
