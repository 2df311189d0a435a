package corymb.store;

import corymb.importing.Recipe;
import corymb.project.AuditEntry;
import corymb.project.Change;
import corymb.project.History;
import corymb.project.ProjectFile;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Stored;
import corymb.sql.View;
import corymb.store.SqliteProjectFiles.Rules;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A project kept in one SQLite file, each step in one transaction. */
final class SqliteProjectFile implements ProjectFile {
    private final ProjectDatabase database;
    private final Connection connection;
    private final Engine engine;
    private final Clock clock;
    private final Rules rules;
    private final ChangeCodec codec = new ChangeCodec();
    private final AtomicLong nextId = new AtomicLong(1);
    private final AtomicBoolean isBackedUp = new AtomicBoolean();
    private volatile History history = History.EMPTY;

    /** Takes over a checked file. */
    SqliteProjectFile(ProjectDatabase database, Engine engine, Clock clock, Rules rules) {
        this.database = database;
        this.connection = database.connection();
        this.engine = engine;
        this.clock = clock;
        this.rules = rules;
    }

    /** Reads the history and brings the rows of its present results into the engine. */
    void load(Progress progress) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select position, next_id, settled from project")) {
            row.next();
            nextId.set(row.getLong(2));
            history = storedHistory(row.getLong(1)).settled(row.getInt(3));
        }
        loadRows(history.present().relations(), history.present().views(), progress);
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
        return new History(read.past(), read.present(), future, 0);
    }

    @Override
    public Path path() {
        return database.path();
    }

    @Override
    public Optional<String> heldBy() {
        return database.lock().isHeld()
                ? Optional.empty()
                : Optional.of(database.lock().holder());
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
    public void saveRecipe(Recipe recipe, Path recipeFile) {
        RecipeFile.write(recipe, recipeFile);
    }

    @Override
    public Recipe readRecipe(Path recipeFile) {
        return RecipeFile.read(recipeFile);
    }

    @Override
    public synchronized History commit(Change change, Progress progress) {
        var taken = history.commit(change);
        try {
            var backup = backUpWhenDue(progress.between(0, 0.2));
            return write("step", change.label(), progress.between(0.2, 1), () -> {
                for (var entry : backup.stream().toList()) {
                    insertAudit(entry);
                }
                insertStep(taken.past().size(), change);
                return storeRows(taken, change, progress.between(0.2, 0.6));
            });
        } catch (RuntimeException e) {
            discard(change);
            throw e;
        }
    }

    @Override
    public synchronized void bring(Stored result, Progress progress) {
        try {
            loadRows(result.relations().stream(), result.views().stream(), progress);
        } catch (SQLException e) {
            throw SqliteProblems.failure(path(), e);
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(engine.scratch(), e);
        }
    }

    @Override
    public synchronized void discard(Change change) {
        change.views().forEach(view -> engine.drop(view.name()));
        fresh(change).forEach(relation -> engine.drop(relation.name()));
    }

    private void insertStep(int step, Change change) throws SQLException {
        var at = clock.instant().toString();
        var json = codec.write(change);
        Rows.update(connection, "delete from history where step >= ?", step);
        Rows.update(
                connection,
                "insert into history (step, label, at, change, sha256) values (?, ?, ?, ?, ?)",
                step,
                change.label(),
                at,
                json,
                Checksum.ofRow(List.of(change.label(), at, json)));
    }

    private History storeRows(History taken, Change change, Progress progress) throws SQLException, IOException {
        var parts = new Parts(connection, engine);
        for (var relation : fresh(change)) {
            parts.store(relation, progress);
        }
        var after = rules.retention().settle(taken, parts.sizes());
        parts.keepOnly(Retention.reachable(after));
        return after;
    }

    /** The rows that come with a change and are not stored yet. */
    private List<Relation> fresh(Change change) {
        var stored = Retention.reachable(history);
        return change.relations().stream()
                .filter(relation -> !stored.contains(relation.name()))
                .toList();
    }

    /** Once a day, before the first change; a backup that fails does not keep anybody from working. */
    private Optional<AuditEntry> backUpWhenDue(Progress progress) {
        database.requireWritable();
        var backups = Backups.of(path());
        try {
            if (!backups.areDue(created(), clock.instant()) || isBackedUp.getAndSet(true)) {
                return Optional.empty();
            }
            backups.make(connection, new FileInspection(rules.schema()), clock.instant(), progress);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(failedBackup(SqliteProblems.failure(path(), e)));
        } catch (Failure e) {
            return Optional.of(failedBackup(e));
        }
    }

    private AuditEntry failedBackup(RuntimeException e) {
        return new AuditEntry(clock.instant(), "backup", "could not be made: " + e.getMessage());
    }

    private Instant created() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select created_at from project")) {
            row.next();
            return Instant.parse(row.getString(1));
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
        return write(action, label, progress, () -> {
            loadRows(after.present().relations(), after.present().views(), progress);
            return after;
        });
    }

    private History write(String action, String label, Progress progress, Step step) {
        var written = new ArrayList<History>();
        database.transaction(() -> {
            var after = step.take();
            Rows.update(
                    connection,
                    "update project set position = ?, next_id = ?, settled = ?",
                    after.past().size(),
                    nextId.get(),
                    after.settled());
            new Shown(connection, engine, codec).update(history, after, progress);
            insertAudit(new AuditEntry(clock.instant(), action, label));
            Seal.close(connection);
            written.add(after);
        });
        history = written.getFirst();
        return history;
    }

    private void loadRows(Stream<Relation> relations, Stream<View> views, Progress progress)
            throws SQLException, IOException {
        var parts = new Parts(connection, engine);
        var there = engine.names();
        for (var relation : relations.toList()) {
            if (there.add(relation.name())) {
                parts.load(relation, progress);
            }
        }
        views.filter(view -> there.add(view.name())).forEach(view -> engine.view(view.name(), view.rows()));
    }

    @Override
    public synchronized void record(AuditEntry entry) {
        database.transaction(() -> {
            insertAudit(entry);
            Seal.close(connection);
        });
    }

    private void insertAudit(AuditEntry entry) throws SQLException {
        var at = entry.at().toString();
        Rows.update(
                connection,
                "insert into audit (at, action, detail, sha256) values (?, ?, ?, ?)",
                at,
                entry.action(),
                entry.detail(),
                Checksum.ofRow(List.of(at, entry.action(), entry.detail())));
    }

    @Override
    public synchronized List<AuditEntry> audit() {
        var entries = new ArrayList<AuditEntry>();
        try {
            Rows.forEach(
                    connection,
                    "select at, action, detail from audit order by entry",
                    row -> entries.add(new AuditEntry(
                            Instant.parse(String.valueOf(row.get(0))),
                            String.valueOf(row.get(1)),
                            String.valueOf(row.get(2)))));
        } catch (SQLException e) {
            throw SqliteProblems.failure(path(), e);
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
        try {
            Files.deleteIfExists(beside);
            Rows.update(connection, "vacuum into ?", beside.toAbsolutePath().toString());
            Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw SqliteProblems.failure(copy, e);
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(copy, e);
        } finally {
            SqliteProblems.delete(beside);
        }
    }

    @Override
    public synchronized void compact(Progress progress) {
        write("compact", "forgot what only undo needs", progress.between(0, 0.4), () -> {
            var present = history.present();
            var settled = new History(
                    history.past(), present, List.of(), history.past().size());
            Rows.update(
                    connection,
                    "delete from history where step > ?",
                    history.past().size());
            new Parts(connection, engine).keepOnly(Retention.reachable(settled));
            return settled;
        });
        try {
            progress.report(0.5, "Shrinking the file");
            Rows.run(connection, "vacuum");
            Rows.run(connection, "pragma wal_checkpoint(truncate)");
            Backups.of(path()).keepOnly(0);
        } catch (SQLException e) {
            throw SqliteProblems.failure(path(), e);
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(path(), e);
        }
    }

    @Override
    public synchronized long bytes() {
        try {
            // What was changed last stands in the log beside the file and is counted as well.
            return Rows.number(connection, "pragma page_count") * Rows.number(connection, "pragma page_size");
        } catch (SQLException e) {
            throw SqliteProblems.failure(path(), e);
        }
    }

    @Override
    public synchronized void close() {
        try (engine) {
            database.close();
        }
    }

    /** A change of the file that leads to another history. */
    @FunctionalInterface
    private interface Step {
        History take() throws SQLException, IOException;
    }
}
