package corymb.store;

import corymb.project.ProjectFile;
import corymb.project.ProjectFiles;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Keeps each project in one SQLite file. */
public final class SqliteProjectFiles implements ProjectFiles {
    private final Clock clock;
    private final Rules rules;
    private final FileInspection inspection;
    private final ProjectLocks locks;

    /**
     * What holds for every file.
     *
     * @param schema the form of the file
     * @param retention how far back undo reaches
     */
    record Rules(Schema schema, Retention retention) {
        static final Rules USUAL = new Rules(Schema.newest(), Retention.USUAL);
    }

    public SqliteProjectFiles(Clock clock) {
        this(clock, Rules.USUAL);
    }

    SqliteProjectFiles(Clock clock, Rules rules) {
        this.clock = clock;
        this.rules = rules;
        this.inspection = new FileInspection(rules.schema());
        this.locks = new ProjectLocks(clock);
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
        } finally {
            SqliteProblems.delete(beside);
        }
        return open(file, Progress.NONE);
    }

    private void writeEmpty(Path file) throws SQLException, IOException {
        try (var connection = SqliteConnections.writing(file)) {
            ProjectDatabase.atomically(connection, () -> {
                rules.schema().migrate(connection);
                Rows.update(
                        connection,
                        "insert into project (one, created_at, position, next_id) values (1, ?, 0, 1)",
                        clock.instant().toString());
                Seal.close(connection);
            });
            Rows.run(connection, "pragma wal_checkpoint(truncate)");
        }
    }

    @Override
    public ProjectFile open(Path file, Progress progress) {
        inspection.obstacle(file, progress.between(0, 0.4)).ifPresent(obstacle -> {
            throw Damage.withBackup(obstacle, file).asFailure();
        });
        var engine = DuckDbEngine.open();
        try {
            return open(file, engine, progress.between(0.4, 1));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private ProjectFile open(Path file, Engine engine, Progress progress) {
        try {
            var database = database(file, engine.scratch(), progress.between(0, 0.3));
            try {
                var opened = new SqliteProjectFile(database, engine, clock, rules);
                opened.load(progress.between(0.3, 1));
                return opened;
            } catch (SQLException | IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteProblems.failure(file, e);
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(engine.scratch(), e);
        } catch (JacksonException e) {
            throw new Failure(Damage.withBackup(Damage.of(file.toString()), file), e);
        }
    }

    /** Opens the file for writing, brought to the newest form, where nobody else has it and its disk has room. */
    private ProjectDatabase database(Path file, Path scratch, Progress progress) throws SQLException, IOException {
        var lock = locks.take(file);
        try {
            if (lock.isHeld()) {
                try {
                    return new ProjectDatabase(file, lock, writing(file, progress));
                } catch (SQLException e) {
                    if (!SqliteProblems.isFull(e)) {
                        throw e;
                    }
                    lock.close();
                }
                return new ProjectDatabase(
                        file, ProjectLock.refused("nobody; its disk is full"), reading(file, scratch));
            }
            return new ProjectDatabase(file, lock, reading(file, scratch));
        } catch (SQLException | IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Connection writing(Path file, Progress progress) throws SQLException, IOException {
        var connection = SqliteConnections.writing(file);
        try {
            if (Schema.versionOf(connection) < rules.schema().version()) {
                Backups.of(file).make(connection, inspection, clock.instant(), progress);
                migrate(file, connection);
            }
            return connection;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Runs all migrations in one transaction, so that a file is never left between two forms. */
    private void migrate(Path file, Connection connection) throws IOException {
        try {
            ProjectDatabase.atomically(connection, () -> rules.schema().migrate(connection));
        } catch (SQLException e) {
            throw new Failure(
                    new Problem(
                            "The project could not be brought to the form of this version.",
                            file + ": " + e.getMessage(),
                            "It is as it was before; open it with the version of Corymb it was made with."),
                    e);
        }
    }

    /** A file of an older form that may not be changed is read through a private copy in the newest form. */
    private Connection reading(Path file, Path scratch) throws SQLException, IOException {
        var connection = SqliteConnections.reading(file);
        if (Schema.versionOf(connection) == rules.schema().version()) {
            return connection;
        }
        try (connection) {
            var copy = Files.createTempDirectory(scratch, "older-").resolve("copy.corymb");
            Backups.copy(connection, copy);
            try (var writing = SqliteConnections.writing(copy)) {
                migrate(file, writing);
            }
            return SqliteConnections.reading(copy);
        }
    }

    @Override
    public Optional<Path> setAside(Path file, Progress progress) {
        if (inspection.obstacle(file, progress).filter(Damage::isOfBytes).isEmpty()) {
            return Optional.empty();
        }
        try (var lock = locks.take(file)) {
            return lock.isHeld() ? Optional.of(DamagedFile.setAside(file)) : Optional.empty();
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(file, e);
        }
    }

    @Override
    public List<Problem> check(Path file, Progress progress) {
        return inspection.problems(file, progress).stream()
                .map(problem -> Damage.withBackup(problem, file))
                .toList();
    }
}
