package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import corymb.project.FilledProject;
import corymb.project.History;
import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a disk or a stranger can do to the bytes of a project. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DamageTest {
    private static final int DAMAGES = 300;
    private static final int OPENED_EACH = 25;

    private final SqliteProjectFiles files = new SqliteProjectFiles(FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private History history = History.EMPTY;

    @BeforeEach
    void makeAProject() {
        try (var file = FilledProject.create(folder)) {
            FilledProject.addConsents(file);
            FilledProject.define(file, "spenders", "monetary > 30");
            path = file.path();
        }
        try (var file = files.open(path, Progress.NONE)) {
            history = file.history();
        }
    }

    @Test
    void aChangedByteIsNamedOrChangesNothing() throws IOException, SQLException {
        var whole = Files.readAllBytes(path);
        var content = FileContent.of(path);
        var random = new Seed(7).derive("damages").generator();
        int named = 0;
        for (int damage = 0; damage < DAMAGES; damage++) {
            int place = random.nextInt(whole.length);
            var bytes = whole.clone();
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, bytes);
            var problems = files.check(path, Progress.NONE);
            if (problems.isEmpty()) {
                assertThat(FileContent.of(path))
                        .as("after a damage at %d", place)
                        .isEqualTo(content);
            } else {
                named++;
            }
            if (damage % OPENED_EACH == 0) {
                opensAsItWasOrIsRefused(place);
            }
        }
        assertThat(named).as("the damages that hit something").isBetween(DAMAGES / 20, DAMAGES - 1);
    }

    private void opensAsItWasOrIsRefused(int place) {
        var refused = catchThrowable(() -> {
            try (var file = files.open(path, Progress.NONE)) {
                assertThat(file.history()).as("after a damage at %d", place).isEqualTo(history);
            }
        });
        if (refused != null) {
            assertThat(refused).isInstanceOf(Failure.class);
        }
    }

    /** Changes that SQLite itself sees nothing wrong in. */
    @Test
    void aChangedValueIsNamedInEveryTable() throws IOException, SQLException {
        var whole = Files.readAllBytes(path);
        var changes = List.of(
                "update project set position = position - 1",
                "update project set settled = 1",
                "update project set created_at = '2020-01-01T00:00:00Z'",
                "update history set label = 'Nothing' where step = 2",
                "update history set change = replace(change, 'orders', 'ordres') where step = 2",
                "delete from history where step = (select max(step) from history)",
                "update audit set detail = 'nothing' where entry = 1",
                "delete from audit where entry = 1",
                "update part set number = 1 where part = 1",
                "update part set bytes = zeroblob(length(bytes)) where part = 1",
                "delete from shown where table_name = 'feature'",
                "update customer set profile = replace(profile, 'DE', 'AT')",
                "update consent set status = 'granted' where status = 'denied'",
                "delete from segment_member where customer_id = 'C0004'",
                "update segment_member set valid_from = '2020-01-01T00:00:00Z' where customer_id = 'C0004'",
                "update segment_member set segment = 'savers' where customer_id = 'C0004'",
                "insert into segment_member select segment, 'C9999', valid_from, valid_to, result_id from segment_member limit 1",
                "update segment_member set result_id = 1");
        for (var change : changes) {
            Files.write(path, whole);
            try (var connection = SqliteConnections.writing(path)) {
                Rows.run(connection, change);
            }
            assertThat(files.check(path, Progress.NONE)).as(change).isNotEmpty();
        }
    }

    @Test
    void whatCorymbReadsBackIsCheckedBeforeItIsOpened() throws SQLException {
        try (var connection = SqliteConnections.writing(path)) {
            Rows.run(connection, "update project set position = position - 1");
        }
        assertThatThrownBy(() -> files.open(path, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aFileThatIsCutOffIsNamed() throws IOException {
        var whole = Files.readAllBytes(path);
        for (int length : new int[] {1, 99, 100, 4096, whole.length / 2, whole.length - 4096, whole.length - 1}) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThat(files.check(path, Progress.NONE)).as("cut to %d", length).isNotEmpty();
            opensAsItWasOrIsRefused(length);
        }
    }

    @Test
    void codeFromStrangersIsRefused() throws IOException, SQLException {
        var whole = Files.readAllBytes(path);
        for (var code : List.of(
                "create trigger t after insert on audit begin delete from audit; end",
                "create view v as select * from customer",
                "create virtual table f using fts5(text)",
                "create table extra (x)",
                "create index i on audit (at)",
                "drop index customer_by_id")) {
            Files.write(path, whole);
            try (var connection = SqliteConnections.writing(path)) {
                Rows.run(connection, code);
            }
            var before = Files.readAllBytes(path);
            assertThatThrownBy(() -> files.open(path, Progress.NONE)).as(code).hasMessageContaining("did not make");
            assertThat(path).hasBinaryContent(before);
        }
    }
}
