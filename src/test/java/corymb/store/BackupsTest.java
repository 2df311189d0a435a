package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.project.AuditEntry;
import corymb.project.Change;
import corymb.project.FilledProject;
import corymb.project.History;
import corymb.project.ProjectFile;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    @TempDir
    private Path folder;

    private static SqliteProjectFiles after(Duration time) {
        return new SqliteProjectFiles(Clock.offset(FilledProject.CLOCK, time));
    }

    private Path path() {
        return folder.resolve("shop.corymb");
    }

    private List<String> backups() {
        return Backups.of(path()).all().stream()
                .map(backup -> backup.getFileName().toString())
                .toList();
    }

    /** Opens the project that much after its birth and takes a step. */
    private History stepAfter(Duration time) {
        try (var file = after(time).open(path(), Progress.NONE)) {
            FilledProject.define(file, "after " + time, "monetary > 10");
            return file.history();
        }
    }

    @Test
    void theFirstChangeOfADayIsPrecededByABackupAndTheThreeNewestAreKept() {
        FilledProject.create(folder).close();
        stepAfter(Duration.ofHours(23));
        assertThat(folder).isDirectoryNotContaining("glob:**.backups");
        var firstDay = stepAfter(Duration.ofHours(25));
        stepAfter(Duration.ofHours(30));
        assertThat(backups()).containsExactly("shop 2026-03-02 13-00-00 version 3.corymb");
        try (var file = after(Duration.ofDays(9)).open(path(), Progress.NONE)) {
            assertThat(file.history().past()).hasSizeGreaterThan(firstDay.past().size());
        }
        assertThat(backups()).as("looking is no reason for a backup").hasSize(1);
        for (int day = 3; day < 7; day++) {
            stepAfter(Duration.ofDays(day));
        }
        assertThat(backups())
                .containsExactly(
                        "shop 2026-03-05 12-00-00 version 3.corymb",
                        "shop 2026-03-06 12-00-00 version 3.corymb",
                        "shop 2026-03-07 12-00-00 version 3.corymb");
        assertThat(after(Duration.ofDays(7)).check(path(), Progress.NONE)).isEmpty();
    }

    @Test
    void aBackupIsTheProjectAsItWasAndIsLookedAtButNotWorkedOn() throws IOException {
        History before;
        try (var file = FilledProject.create(folder)) {
            before = file.history();
        }
        stepAfter(Duration.ofDays(2));
        var backup = Backups.of(path()).newest().orElseThrow();
        var bytes = Files.readAllBytes(backup);
        var files = after(Duration.ofDays(2));
        try (var file = files.open(backup, Progress.NONE)) {
            assertThat(file.history().changes().map(Change::label))
                    .containsExactlyElementsOf(
                            before.changes().map(Change::label).toList());
            assertThat(file.heldBy())
                    .hasValueSatisfying(holder -> assertThat(holder).contains("backup"));
            assertThatThrownBy(() -> FilledProject.define(file, "mine", "monetary > 1"))
                    .hasMessageContaining("save a copy");
            file.saveCopy(folder.resolve("restored.corymb"), Progress.NONE);
        }
        try (var restored = files.open(folder.resolve("restored.corymb"), Progress.NONE)) {
            FilledProject.define(restored, "mine", "monetary > 1");
        }
        assertThat(backup).hasBinaryContent(bytes);
        assertThat(folder.resolve("shop.corymb.backups")).isDirectoryNotContaining(file -> !file.equals(backup));
    }

    @Test
    void aDamagedProjectNamesItsNewestBackup() throws IOException {
        FilledProject.create(folder).close();
        stepAfter(Duration.ofDays(2));
        var newest = Backups.of(path()).newest().orElseThrow().toString();
        try (var damaged = new RandomAccessFile(path().toFile(), "rw")) {
            damaged.seek(damaged.length() / 2);
            damaged.write(new byte[4096]);
        }
        var files = after(Duration.ofDays(2));
        assertThat(files.check(path(), Progress.NONE))
                .isNotEmpty()
                .extracting(Problem::remedy)
                .allSatisfy(remedy -> assertThat(remedy).contains(newest));
        assertThatThrownBy(() -> files.open(path(), Progress.NONE)).hasMessageContaining(newest);
    }

    @Test
    void aBackupThatCannotBeMadeIsNotedAndKeepsNobodyFromWorking() throws IOException {
        FilledProject.create(folder).close();
        Files.writeString(folder.resolve("shop.corymb.backups"), "in the way");
        stepAfter(Duration.ofDays(2));
        try (ProjectFile file = after(Duration.ofDays(2)).open(path(), Progress.NONE)) {
            assertThat(file.history().present().segments()).hasSize(1);
            assertThat(file.audit())
                    .filteredOn(entry -> entry.action().equals("backup"))
                    .extracting(AuditEntry::detail)
                    .singleElement()
                    .asString()
                    .contains("could not be made");
        }
    }

    @Test
    void strangersInTheFolderOfBackupsStay() throws IOException {
        FilledProject.create(folder).close();
        stepAfter(Duration.ofDays(2));
        var stranger = Files.writeString(folder.resolve("shop.corymb.backups/notes.txt"), "mine");
        try (var file = after(Duration.ofDays(2)).open(path(), Progress.NONE)) {
            file.compact(Progress.NONE);
        }
        assertThat(backups()).isEmpty();
        assertThat(stranger).exists();
    }
}
