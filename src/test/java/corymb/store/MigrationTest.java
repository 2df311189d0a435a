package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.Inside;
import corymb.project.Change;
import corymb.project.FilledProject;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.store.SqliteProjectFiles.Rules;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier versions, one of each kept with the tests, and the way to the newest form. */
class MigrationTest {
    private static final Clock CLOCK = FilledProject.CLOCK;
    private static final String NEXT =
            "create table tag (name text not null) strict;\n\ninsert into tag values ('x');\n";

    private final SqliteProjectFiles files = new SqliteProjectFiles(CLOCK);

    @TempDir
    private Path folder;

    /** A project of version 1 with three sources, profiles, features and a segment. */
    private Path versionOne() throws IOException {
        return unpacked("version-1.corymb.gz");
    }

    /** A project of version 2 with two segments that were found three times: {@code recent} first of 257 customers, then of 42, now of 85. */
    private Path versionTwo() throws IOException {
        return unpacked("version-2.corymb.gz");
    }

    private Path unpacked(String name) throws IOException {
        var file = folder.resolve("shop.corymb");
        try (var packed =
                new GZIPInputStream(Objects.requireNonNull(MigrationTest.class.getResourceAsStream(name), name))) {
            Files.copy(packed, file);
        }
        return file;
    }

    private static List<String> members(Path file, String columns) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = SqliteConnections.reading(file)) {
            Rows.forEach(
                    connection,
                    "select " + columns + " from segment_member order by segment, customer_id",
                    row -> rows.add(String.valueOf(row)));
        }
        return rows;
    }

    private static SqliteProjectFiles withMigration(String next) {
        var migrations = new ArrayList<>(Schema.newest().migrations());
        migrations.add(next);
        return new SqliteProjectFiles(CLOCK, new Rules(new Schema(migrations), Retention.USUAL));
    }

    private List<String> names() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static long version(Path file) throws SQLException {
        try (var connection = SqliteConnections.frozen(file)) {
            return Schema.versionOf(connection);
        }
    }

    private static void assertIsTheShop(ProjectFile file) {
        assertThat(file.history().past().stream().map(step -> step.change().label()))
                .containsExactly(
                        "Imported people",
                        "Imported orders",
                        "Imported consents",
                        "Built customer profiles",
                        "Computed features",
                        "Defined segment spenders");
        var spenders =
                file.history().present().segment("spenders").orElseThrow().value();
        assertThat(spenders.count()).isEqualTo(16);
        assertThat(file.engine().relation(spenders.members().name())).isEqualTo(spenders.members());
        assertThat(file.audit()).hasSize(6);
        assertThat(file.history().present().sources())
                .allSatisfy(source -> assertThat(source.value().plan().inside()).isEqualTo(Inside.WHOLE));
    }

    @Test
    void aFileOfVersionOneOpensIsBroughtUpToDateAndCanBeUndone() throws IOException, SQLException {
        var path = versionOne();
        try (var file = files.open(path, Progress.NONE)) {
            assertIsTheShop(file);
            assertThat(file.undo(Progress.NONE).present().segments()).isEmpty();
            assertThat(file.redo(Progress.NONE).present().segments()).hasSize(1);
            FilledProject.define(file, "others", "monetary <= 100");
            while (!file.history().past().isEmpty()) {
                file.undo(Progress.NONE);
            }
        }
        assertThat(version(path)).isEqualTo(3);
        assertThat(files.check(path, Progress.NONE)).isEmpty();
        var backup = folder.resolve("shop.corymb.backups/shop 2026-03-01 12-00-00 version 1.corymb");
        assertThat(Backups.of(path).all()).containsExactly(backup);
        assertThat(version(backup)).isEqualTo(1);
        try (var file = files.open(backup, Progress.NONE)) {
            assertIsTheShop(file);
        }
    }

    @Test
    void theMembersOfVersionTwoStayInTheirRowsAndAreFollowedFromThereOn() throws IOException, SQLException {
        var path = versionTwo();
        assertThat(files.check(path, Progress.NONE)).isEmpty();
        var before = members(path, "*");
        assertThat(before).hasSize(85 + 128);
        try (var file = files.open(path, Progress.NONE)) {
            assertThat(members(path, "*")).isEqualTo(before);
            file.undo(Progress.NONE);
            assertThat(members(path, "*")).hasSize(42 + 128).isSubsetOf(before);
            FilledProject.define(file, "others", "monetary <= 30");
            assertThat(members(path, "*")).hasSize(42 + 300);
            while (!file.history().past().isEmpty()) {
                file.undo(Progress.NONE);
            }
            assertThat(members(path, "*")).isEmpty();
        }
        assertThat(files.check(path, Progress.NONE)).isEmpty();
    }

    @Test
    void aChangedMemberOfVersionTwoIsNamed() throws IOException, SQLException {
        var path = versionTwo();
        try (var connection = SqliteConnections.writing(path)) {
            Rows.run(connection, "update segment_member set valid_from = '2020-01-01T00:00:00Z' where rowid = 7");
        }
        assertThat(files.check(path, Progress.NONE))
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains("damaged");
    }

    @Test
    void aFileOfAnOlderVersionThatMayNotBeChangedIsReadAsItIs() throws IOException {
        var path = versionOne();
        var before = Files.readAllBytes(path);
        try (var other = new ProjectLocks(CLOCK).take(path);
                var file = files.open(path, Progress.NONE)) {
            assertThat(file.heldBy()).hasValue(other.holder());
            assertIsTheShop(file);
            assertThatThrownBy(() -> file.undo(Progress.NONE)).hasMessageContaining("reading only");
            file.saveCopy(folder.resolve("copy.corymb"), Progress.NONE);
        }
        assertThat(path).hasBinaryContent(before);
        assertThat(names()).containsExactly("copy.corymb", "shop.corymb");
        try (var copy = files.open(folder.resolve("copy.corymb"), Progress.NONE)) {
            assertIsTheShop(copy);
        }
    }

    @Test
    void everyMigrationOnTheWayIsRun() throws IOException, SQLException {
        var path = versionOne();
        var later = withMigration(NEXT);
        try (var file = later.open(path, Progress.NONE)) {
            assertIsTheShop(file);
        }
        assertThat(version(path)).isEqualTo(4);
        assertThat(later.check(path, Progress.NONE)).isEmpty();
        try (var connection = SqliteConnections.frozen(path)) {
            assertThat(Rows.number(connection, "select count(*) from tag")).isEqualTo(1);
        }
        assertThatThrownBy(() -> files.open(path, Progress.NONE)).hasMessageContaining("newer Corymb");
    }

    @Test
    void aMigrationThatFailsLeavesTheFileAsItWas() throws IOException, SQLException {
        var path = versionOne();
        var before = Files.readAllBytes(path);
        for (var wrong : List.of(
                "create table tag (x text);\n\ninsert into tag values (1 / 0), (nothing);\n",
                "pragma user_version = 7;\n\ndrop table feature;\n\ncreate table history (x);\n")) {
            assertThatThrownBy(() -> withMigration(wrong).open(path, Progress.NONE))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("as it was before");
            assertThat(names()).allMatch(name -> name.endsWith(".corymb"));
        }
        assertThat(version(path)).isEqualTo(1);
        assertThat(path).hasBinaryContent(before);
        try (var file = files.open(path, Progress.NONE)) {
            assertThat(file.heldBy()).isEmpty();
            assertIsTheShop(file);
        }
    }

    @Test
    void withoutABackupNothingIsMigrated() throws IOException, SQLException {
        var path = versionOne();
        Files.writeString(folder.resolve("shop.corymb.backups"), "in the way");
        assertThatThrownBy(() -> files.open(path, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be written");
        assertThat(version(path)).isEqualTo(1);
        assertThat(names()).containsExactly("shop.corymb", "shop.corymb.backups");
    }

    @Test
    void aNewerFileIsRefusedAndNotTouched() throws IOException {
        var path = folder.resolve("new.corymb");
        withMigration(NEXT).create(path).close();
        var before = Files.readAllBytes(path);
        assertThatThrownBy(() -> files.open(path, Progress.NONE)).hasMessageContaining("newer Corymb");
        assertThat(files.check(path, Progress.NONE)).hasSize(1);
        assertThat(path).hasBinaryContent(before);
        assertThat(names()).containsExactly("new.corymb");
    }

    /** What the old file says must stay readable, so its steps are read and written again as they are now. */
    @Test
    void theStepsOfVersionOneAreWrittenBackAsTheyWere() throws IOException {
        History history;
        try (var file = files.open(versionOne(), Progress.NONE)) {
            history = file.history();
            new Journey(file, CLOCK).refresh(Progress.NONE);
            assertThat(file.history()).as("nothing in it is stale").isEqualTo(history);
        }
        var codec = new ChangeCodec();
        assertThat(history.changes()).allSatisfy(change -> {
            Change again = codec.read(codec.write(change));
            assertThat(again).isEqualTo(change);
        });
    }

    /** What files could not say when they were written is read as nothing. */
    @Test
    void importsOfEarlierVersionsHadNoCommentsAndCountedNoSkippedLines() throws IOException {
        try (var file = files.open(versionOne(), Progress.NONE)) {
            assertThat(file.history().present().sources()).isNotEmpty().allSatisfy(source -> {
                assertThat(source.value().plan().dialect().comment()).isEmpty();
                assertThat(source.value().skippedLines()).isZero();
            });
        }
    }
}
