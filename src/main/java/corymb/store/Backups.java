package corymb.store;

import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** Verified copies of a project as it was, each a project itself, in a folder beside it. */
final class Backups {
    static final int KEPT = 3;

    private static final String FOLDER = ".backups";
    private static final Duration APART = Duration.ofDays(1);
    private static final int PAGES_AT_ONCE = 10_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH-mm-ss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String stem;
    private final Pattern names;

    private Backups(Path project) {
        var name = String.valueOf(project.getFileName());
        this.folder = project.resolveSibling(name + FOLDER);
        this.stem = name.replaceFirst("\\.corymb$", "");
        this.names = Pattern.compile(
                Pattern.quote(stem) + " (\\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d) version \\d+\\.corymb");
    }

    static Backups of(Path project) {
        return new Backups(project);
    }

    /** Whether a file is a backup, which is looked at but not worked on. */
    static boolean isBackup(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent != null && String.valueOf(parent.getFileName()).endsWith(FOLDER);
    }

    /** The backups there are, oldest first. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            names.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            System.getLogger(Backups.class.getName())
                    .log(System.Logger.Level.WARNING, "The folder of backups cannot be read", e);
            return List.of();
        }
    }

    Optional<Path> newest() {
        return all().reversed().stream().findFirst();
    }

    /** Whether a project is to be backed up before it changes: its birth and its newest backup are a day ago. */
    boolean areDue(Instant created, Instant now) {
        var latest =
                newest().map(this::time).filter(time -> time.isAfter(created)).orElse(created);
        return !latest.plus(APART).isAfter(now);
    }

    private Instant time(Path backup) {
        var name = names.matcher(String.valueOf(backup.getFileName()));
        return name.matches()
                ? LocalDateTime.parse(name.group(1), TIME.withZone(null)).toInstant(ZoneOffset.UTC)
                : Instant.EPOCH;
    }

    /**
     * Makes a backup of what a connection sees, and deletes the oldest ones.
     *
     * @throws Failure when there is no room for it, or the copy is not sound; nothing stays of it then
     */
    Path make(Connection connection, FileInspection inspection, Instant now, Progress progress) throws SQLException {
        var target =
                folder.resolve(stem + " " + TIME.format(now) + " version " + Schema.versionOf(connection) + ".corymb");
        var beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(beside);
            copy(connection, beside);
            inspection.problemsOfCopy(beside, progress).stream().findFirst().ifPresent(problem -> {
                throw new Problem("The backup is not sound.", problem.line(), "Check the disk, then try again.")
                        .asFailure();
            });
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            keepOnly(KEPT);
            return target;
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(target, e);
        } finally {
            SqliteProblems.delete(beside);
        }
    }

    /** Copies a database page by page, as it is at one moment. */
    static void copy(Connection connection, Path target) throws SQLException {
        var database = connection.unwrap(SQLiteConnection.class).getDatabase();
        int code = database.backup("main", target.toAbsolutePath().toString(), null, 100, 3, PAGES_AT_ONCE);
        if (code != 0) {
            throw org.sqlite.core.DB.newSQLException(code, "backup " + SQLiteErrorCode.getErrorCode(code));
        }
    }

    /** Deletes all but the newest. */
    void keepOnly(int kept) throws IOException {
        var backups = all();
        for (var old : backups.subList(0, Math.max(0, backups.size() - kept))) {
            Files.deleteIfExists(old);
        }
        if (kept == 0 && Files.isDirectory(folder)) {
            try (var rest = Files.newDirectoryStream(folder)) {
                if (rest.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }
}
