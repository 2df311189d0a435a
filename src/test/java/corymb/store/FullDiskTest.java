package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.project.FilledProject;
import corymb.sql.DuckDbEngine;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles.Rules;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, may not be written to, or go away. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FullDiskTest {
    private final SqliteProjectFiles files = new SqliteProjectFiles(FilledProject.CLOCK);

    @TempDir
    private Path folder;

    @TempDir
    private Path disk;

    @TempDir
    private Path temporary;

    private Path path = Path.of("");

    @BeforeEach
    void makeAProject() {
        path = FilledProject.stored(folder);
    }

    /** A file of rows by chance, which hardly compress. */
    private Path orders(int rows) throws IOException {
        var random = new Seed(5).derive("orders").generator();
        return Files.writeString(
                folder.resolve("orders.csv"),
                IntStream.range(0, rows)
                        .mapToObj(i -> "C%04d,2026-01-%02dT10:00:%02dZ,purchase,%s,%d.50"
                                .formatted(
                                        i % 300,
                                        1 + random.nextInt(28),
                                        random.nextInt(60),
                                        Long.toString(random.nextLong(), 36),
                                        random.nextInt(900)))
                        .collect(Collectors.joining("\n", "customer_id,timestamp,type,item_id,value\n", "\n")));
    }

    @Test
    void aStepForWhichTheDiskHasNoRoomLeavesTheProjectAsItWas() throws IOException, SQLException {
        var orders = orders(5_000);
        var database = new ProjectDatabase(
                path, new ProjectLocks(FilledProject.CLOCK).take(path), SqliteConnections.writing(path));
        try (var file = new SqliteProjectFile(database, DuckDbEngine.open(), FilledProject.CLOCK, Rules.USUAL)) {
            file.load(Progress.NONE);
            var before = file.history();
            long pages = Rows.number(database.connection(), "pragma page_count");
            for (int room : new int[] {0, 1, 4, 16}) {
                Rows.run(database.connection(), "pragma max_page_count = " + (pages + room));
                assertThatThrownBy(() -> StepTaker.importOrders(file, orders))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("disk is full")
                        .hasMessageContaining(path.toString());
                assertThat(file.history()).isEqualTo(before);
            }
            Rows.run(database.connection(), "pragma max_page_count = 100000");
            assertThat(StepTaker.importOrders(file, orders).past())
                    .hasSize(before.past().size() + 1);
        }
        assertThat(files.check(path, Progress.NONE)).isEmpty();
    }

    @Test
    void rowsForTheTablesThatFindNoRoomLeaveTheProjectAsItWas() throws IOException, SQLException {
        var database = new ProjectDatabase(
                path, new ProjectLocks(FilledProject.CLOCK).take(path), SqliteConnections.writing(path));
        try (var file = new SqliteProjectFile(database, DuckDbEngine.open(), FilledProject.CLOCK, Rules.USUAL)) {
            file.load(Progress.NONE);
            var before = file.history();
            long pages = Rows.number(database.connection(), "pragma page_count");
            for (int room = 0; room < 3; room++) {
                Rows.run(database.connection(), "pragma max_page_count = " + (pages + room));
                assertThatThrownBy(
                                () -> FilledProject.define(file, "everybody", "monetary >= 0 or monetary is missing"))
                        .hasMessageContaining("disk is full");
                assertThat(file.history()).isEqualTo(before);
            }
        }
        assertThat(files.check(path, Progress.NONE)).isEmpty();
    }

    private static void assumeDisksCanBeMade() {
        boolean isPossible;
        try {
            isPossible = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tiny", "/mnt")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            isPossible = false;
        }
        assumeTrue(isPossible, "Skipped: small disks cannot be made here, as unshare -rm with mount is not allowed");
    }

    /** Runs commands, each with its arguments, where {@link #disk} is small, and gives what they say. */
    private static List<String> run(List<String> wrapped) {
        try (var process = OtherProcess.start(wrapped)) {
            return process.rest();
        }
    }

    private static Object[] commands(Object... words) {
        return words;
    }

    /** Commands that make a project and import into it, and those that follow. */
    private Object[] filling(Path small, Object... rest) throws IOException {
        var words = new ArrayList<Object>(List.of("create", small, ";", "import", small, orders(60_000)));
        words.addAll(List.of("--as", "events", "--source", "web", ";"));
        words.addAll(List.of(rest));
        return words.toArray();
    }

    @Test
    void aRealDiskThatIsFullGetsOneLineAndNothingHalfDoneIsLeft() throws IOException {
        assumeDisksCanBeMade();
        var small = disk.resolve("shop.corymb");
        var said = run(TinyDisk.small(
                disk,
                600,
                OtherProcess.command(
                        TinyDisk.class,
                        temporary,
                        filling(
                                small,
                                "check",
                                small,
                                ";",
                                "info",
                                small,
                                ";",
                                "world",
                                "--out",
                                disk.resolve("world"),
                                "--people",
                                "20000",
                                ";",
                                "check",
                                small,
                                ";"))));
        assertThat(statuses(said)).containsExactly(0, 1, 0, 0, 1, 0);
        assertThat(said)
                .contains("The disk is full. (" + small
                        + ") Free some space and try again; the project is as it was before.")
                .anyMatch(line -> line.startsWith("The invented world could not be written."))
                .contains(small + " is sound.")
                .noneMatch(line -> line.contains("defect") || line.contains("\tat "));
    }

    /** Room for a step in the log beside the file, but not in the file as well. */
    @Test
    void aStepThatIsStoredIsNotLostWhenTheDiskIsThenFull() throws IOException {
        assumeDisksCanBeMade();
        var small = disk.resolve("shop.corymb");
        var said = run(TinyDisk.small(
                disk,
                1_400,
                OtherProcess.command(
                        TinyDisk.class,
                        temporary,
                        filling(
                                small,
                                "info",
                                small,
                                ";",
                                "mount",
                                "-o",
                                "remount,size=9m",
                                disk,
                                ";",
                                "info",
                                small,
                                ";",
                                "check",
                                small,
                                ";"))));
        assertThat(statuses(said)).as(said.toString()).startsWith(0, 0).endsWith(0, 0, 0);
        assertThat(said)
                .contains("Sources: 1; customers: 0; events: 60,000; features: 0", small + " is sound.")
                .anyMatch(line -> line.contains("stay in the log beside it"));
    }

    private static List<Integer> statuses(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("status "))
                .map(line -> Integer.valueOf(line.substring(7)))
                .toList();
    }

    @Test
    void anExportForWhichTheDiskHasNoRoomLeavesNoFile() throws IOException {
        assumeDisksCanBeMade();
        var out = disk.resolve("customers.csv");
        var said = run(TinyDisk.small(
                disk,
                8,
                OtherProcess.command(
                        TinyDisk.class, temporary, commands("export", path, "customers", "--out", out, ";"))));
        assertThat(said).hasSize(2).last().isEqualTo("status 1");
        assertThat(said.getFirst()).startsWith("The disk is full. (" + out + ")");
        assertThat(files.check(path, Progress.NONE)).isEmpty();
        try (var file = files.open(path, Progress.NONE)) {
            assertThat(file.audit()).noneMatch(entry -> entry.action().equals("export"));
        }
    }

    @Test
    void temporaryFilesThatFindNoRoomLeaveTheProjectAsItWas() throws IOException {
        assumeDisksCanBeMade();
        var before = Files.readAllBytes(path);
        var orders = orders(60_000);
        for (int kilobytes : new int[] {16, 900}) {
            var said = run(TinyDisk.mounting(OtherProcess.command(
                    TinyDisk.class,
                    disk,
                    commands(
                            "info",
                            path,
                            ";",
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "size=" + kilobytes + "k",
                            "tiny",
                            disk,
                            ";",
                            "import",
                            path,
                            orders,
                            "--as",
                            "events",
                            "--source",
                            "web",
                            ";"))));
            assertThat(said).as("with %d kB", kilobytes).hasSize(6).last().isEqualTo("status 1");
            assertThat(said.get(4).toLowerCase(Locale.ROOT))
                    .containsAnyOf("room", "space")
                    .contains(disk.toString());
            assertThat(path).hasBinaryContent(before);
        }
    }

    @Test
    void aProjectInAFolderThatMayNotBeWrittenToIsReadAndSaysSo() throws IOException {
        assumeDisksCanBeMade();
        var before = Files.readAllBytes(path);
        var said = run(TinyDisk.readOnly(
                folder,
                OtherProcess.command(
                        TinyDisk.class,
                        temporary,
                        commands(
                                "check",
                                path,
                                ";",
                                "info",
                                path,
                                ";",
                                "segment",
                                path,
                                "define",
                                "mine",
                                "--rule",
                                "monetary > 1",
                                ";",
                                "create",
                                folder.resolve("other.corymb"),
                                ";"))));
        assertThat(statuses(said)).containsExactly(0, 0, 1, 1);
        assertThat(said)
                .contains(path + " is sound.")
                .anyMatch(line -> line.contains("reading only") && line.contains("may not be written to"))
                .anyMatch(line -> line.startsWith("The project cannot be created here."));
        assertThat(path).hasBinaryContent(before);
    }

    @Test
    void aProjectWhoseFileOrFolderGoesAwayTakesNoMoreStepsButCanBeSaved() throws IOException {
        assumeFalse(
                System.getProperty("os.name").startsWith("Windows"),
                "Skipped: Windows lets nobody delete a file that is open");
        var away = Files.createDirectory(disk.resolve("away"));
        for (boolean isFolderGone : new boolean[] {false, true}) {
            var gone = away.resolve("shop.corymb");
            Files.copy(path, gone);
            var saved = disk.resolve("saved " + isFolderGone + ".corymb");
            try (var file = files.open(gone, Progress.NONE)) {
                var before = file.history();
                Files.delete(gone);
                if (isFolderGone) {
                    deleteAll(away);
                }
                assertThatThrownBy(() -> FilledProject.define(file, "lost", "monetary > 1"))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("no longer in its place");
                assertThat(file.history()).isEqualTo(before);
                file.saveCopy(saved, Progress.NONE);
            }
            assertThat(files.check(saved, Progress.NONE)).isEmpty();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        var all = new ArrayList<Path>();
        try (var walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (var file : all) {
            Files.delete(file);
        }
    }
}
