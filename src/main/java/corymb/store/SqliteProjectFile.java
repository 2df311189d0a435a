package corymb.store;

import corymb.project.AuditEntry;
import corymb.project.Change;
import corymb.project.History;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Stored;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A project kept in one SQLite file, each step in one transaction. */
final class SqliteProjectFile implements ProjectFile {
    private final Path path;
    private final ProjectLock lock;
    private final Connection connection;
    private final Engine engine;
    private final Clock clock;
    private final ChangeCodec codec = new ChangeCodec();
    private final AtomicLong nextId;
    private volatile History history;

    /** Takes over a checked file; loads the rows of its present results into the engine. */
    SqliteProjectFile(Path path, ProjectLock lock, Connection connection, Engine engine, Clock clock) {
        this.path = path;
        this.lock = lock;
        this.connection = connection;
        this.engine = engine;
        this.clock = clock;
        this.nextId = new AtomicLong(1);
        this.history = History.EMPTY;
    }

    void load(Progress progress) throws SQLException, IOException {
        long position;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select position, next_id from project")) {
            row.next();
            position = row.getLong(1);
            nextId.set(row.getLong(2));
        }
        history = storedHistory(position);
        loadRows(history.present(), progress);
    }

    private History storedHistory(long position) throws SQLException {
        var read = History.EMPTY;
        var future = new ArrayList<Change>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select step, change from history order by step")) {
            while (rows.next()) {
                var change = codec.read(rows.getString(2));
                if (rows.getLong(1) <= position) {
                    read = read.commit(change);
                } else {
                    future.addFirst(change);
                }
            }
        }
        return new History(read.past(), read.present(), future);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Optional<String> heldBy() {
        return lock.isHeld() ? Optional.empty() : Optional.of(lock.holder());
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public long claimId() {
        return nextId.getAndIncrement();
    }

    @Override
    public synchronized History commit(Change change, Progress progress) {
        var after = history.commit(change);
        try {
            return write(after, "step", change.label(), progress, () -> {
                update("delete from history where step >= ?", after.past().size());
                try (var insert = connection.prepareStatement("insert into history values (?, ?, ?, ?)")) {
                    insert.setInt(1, after.past().size());
                    insert.setString(2, change.label());
                    insert.setString(3, clock.instant().toString());
                    insert.setString(4, codec.write(change));
                    insert.executeUpdate();
                }
                var parts = new Parts(connection, engine);
                for (var relation : change.relations()) {
                    parts.store(relation, progress);
                }
                parts.keepOnly(after.changes()
                        .flatMap(kept -> kept.relations().stream())
                        .map(Relation::name)
                        .collect(Collectors.toSet()));
            });
        } catch (RuntimeException e) {
            change.relations().forEach(relation -> engine.drop(relation.name()));
            throw e;
        }
    }

    @Override
    public synchronized History undo(Progress progress) {
        var undone = history.past().isEmpty()
                ? ""
                : history.past().getLast().change().label();
        return history.undo().map(after -> go(after, "undo", undone, progress)).orElse(history);
    }

    @Override
    public synchronized History redo(Progress progress) {
        var redone =
                history.future().isEmpty() ? "" : history.future().getLast().label();
        return history.redo().map(after -> go(after, "redo", redone, progress)).orElse(history);
    }

    private History go(History after, String action, String label, Progress progress) {
        return write(after, action, label, progress, () -> loadRows(after.present(), progress));
    }

    private History write(History after, String action, String label, Progress progress, Work work) {
        transaction(() -> {
            work.run();
            update("update project set position = ?, next_id = ?", after.past().size(), nextId.get());
            new Shown(connection, engine, codec).update(after.present(), progress);
            insertAudit(new AuditEntry(clock.instant(), action, label));
        });
        history = after;
        return after;
    }

    private void loadRows(Project project, Progress progress) throws SQLException, IOException {
        var parts = new Parts(connection, engine);
        for (var relation : relations(project).toList()) {
            parts.load(relation, progress);
        }
    }

    private static Stream<Relation> relations(Project project) {
        return project.results().stream()
                .flatMap(made -> made.value() instanceof Stored stored ? stored.relations().stream() : Stream.empty());
    }

    @Override
    public synchronized void record(AuditEntry entry) {
        transaction(() -> insertAudit(entry));
    }

    private void insertAudit(AuditEntry entry) throws SQLException {
        update(
                "insert into audit (at, action, detail) values (?, ?, ?)",
                entry.at().toString(),
                entry.action(),
                entry.detail());
    }

    @Override
    public synchronized List<AuditEntry> audit() {
        var entries = new ArrayList<AuditEntry>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select at, action, detail from audit order by entry")) {
            while (rows.next()) {
                entries.add(new AuditEntry(Instant.parse(rows.getString(1)), rows.getString(2), rows.getString(3)));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return entries;
    }

    @Override
    public synchronized void saveCopy(Path copy, Progress progress) {
        if (Files.exists(copy)) {
            throw new Problem("There is already a file of that name.", copy.toString(), "Choose another name.")
                    .asFailure();
        }
        var beside = copy.resolveSibling(copy.getFileName() + ".part");
        try (var vacuum = connection.prepareStatement("vacuum into ?")) {
            Files.deleteIfExists(beside);
            vacuum.setString(1, beside.toAbsolutePath().toString());
            vacuum.execute();
            Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw cannotWrite(copy, e);
        }
    }

    @Override
    public long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + path, e);
        }
    }

    @Override
    public synchronized void close() {
        try (lock;
                connection) {
            if (lock.isHeld()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("pragma wal_checkpoint(truncate)");
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release " + path, e);
        } finally {
            engine.close();
        }
    }

    /** Runs work that happens as a whole or not at all. */
    private void transaction(Work work) {
        if (!lock.isHeld()) {
            throw new Problem(
                            "This project is open for reading only.",
                            "held by " + lock.holder(),
                            "Close it there, or save a copy and work on that.")
                    .asFailure();
        }
        boolean isDone = false;
        try {
            connection.setAutoCommit(false);
            work.run();
            connection.commit();
            isDone = true;
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        } finally {
            end(isDone);
        }
    }

    private void end(boolean isDone) {
        try {
            if (!isDone) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private RuntimeException failure(SQLException e) {
        if (e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
            return new Failure(
                    new Problem(
                            "The disk is full.",
                            path.toString(),
                            "Free some space and try again; the project is as it was before."),
                    e);
        }
        return new IllegalStateException("The project file cannot be used: " + e.getMessage(), e);
    }

    private static Failure cannotWrite(Path file, IOException e) {
        return new Failure(
                new Problem(
                        "The file cannot be written.",
                        file + ": " + e.getMessage(),
                        "Check that the folder exists, may be written to and has room."),
                e);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, IOException;
    }
}
