package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.AuditEntry;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.ParsedRule;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProjectFilesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
    private final SqliteProjectFiles files = new SqliteProjectFiles(CLOCK);

    @TempDir
    private Path folder;

    private ProjectFile create() {
        return files.create(folder.resolve("a project?mode=memory&x#%41.corymb"));
    }

    private static Path path(Path folder) {
        return folder.resolve("a project?mode=memory&x#%41.corymb");
    }

    private Path orders() throws IOException {
        var lines = IntStream.range(0, 500)
                .mapToObj(i -> "C" + (i % 40) + ",2026-0" + (1 + i % 6) + "-1" + (i % 10) + "T10:00:00Z,purchase,I"
                        + (i % 7) + "," + (5 + i % 90) + ".50")
                .collect(Collectors.joining(
                        "\n", "customer_id,timestamp,type,item_id,value\n", "\nC1,never,purchase,I1,3\n"));
        return Files.writeString(folder.resolve("orders.csv"), lines);
    }

    private static History importOrders(ProjectFile file, Path orders) {
        var journey = new Journey(file, CLOCK);
        var detected = FileDetection.detect(orders, Progress.NONE);
        var plan = ImportPlan.of("orders", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));
        return journey.take((steps, progress) -> steps.importFile(plan, progress), Progress.NONE);
    }

    private static History define(ProjectFile file, String name, String rule) {
        var journey = new Journey(file, CLOCK);
        var plan = new SegmentPlan(name, ((ParsedRule.Parsed) RuleParser.parse(rule)).rule());
        return journey.take((steps, progress) -> steps.segments().define(plan, progress), Progress.NONE);
    }

    private static ProjectFile withSegment(ProjectFile file, Path orders) {
        importOrders(file, orders);
        new Journey(file, CLOCK).ensureFeatures(Progress.NONE);
        define(file, "spenders", "monetary > 500");
        return file;
    }

    private static long count(Path file, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + file.toUri().toASCIIString());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aProjectComesBackAsItWas() throws IOException {
        History before;
        try (var file = withSegment(create(), orders())) {
            before = file.history();
            file.record(new AuditEntry(CLOCK.instant(), "export", "12 rows"));
        }
        try (var file = files.open(path(folder), Progress.NONE)) {
            assertThat(file.history()).isEqualTo(before);
            assertThat(file.heldBy()).isEmpty();
            assertThat(file.audit()).extracting(AuditEntry::action).contains("step", "export");
            var segment =
                    file.history().present().segment("spenders").orElseThrow().value();
            assertThat(file.engine().relation(segment.members().name())).isEqualTo(segment.members());
        }
        assertThat(files.check(path(folder), Progress.NONE)).isEmpty();
    }

    @Test
    void everyStepCanBeUndoneAndRedoneAfterClosingToo() throws IOException, SQLException {
        var values = new ArrayList<History>();
        try (var file = withSegment(create(), orders())) {
            values.add(file.history());
            while (!file.history().past().isEmpty()) {
                values.add(file.undo(Progress.NONE));
            }
        }
        assertThat(count(path(folder), "source")).isZero();
        assertThat(count(path(folder), "segment_member")).isZero();
        try (var file = files.open(path(folder), Progress.NONE)) {
            for (int step = values.size() - 1; step >= 0; step--) {
                assertThat(file.history()).isEqualTo(values.get(step));
                file.redo(Progress.NONE);
            }
            var members =
                    file.history().present().segment("spenders").orElseThrow().value();
            assertThat(count(path(folder), "segment_member")).isEqualTo(members.count());
            assertThat(count(path(folder), "rejected_row")).isEqualTo(1);
        }
    }

    @Test
    void aNewStepForgetsWhatWasUndone() throws IOException, SQLException {
        try (var file = withSegment(create(), orders())) {
            var gone = file.history()
                    .present()
                    .segment("spenders")
                    .orElseThrow()
                    .value()
                    .members()
                    .name();
            file.undo(Progress.NONE);
            define(file, "others", "monetary <= 500");
            assertThat(file.history().future()).isEmpty();
            assertThat(file.redo(Progress.NONE)).isEqualTo(file.history());
            assertThat(count(path(folder), "part where relation = '" + gone + "'"))
                    .isZero();
        }
    }

    @Test
    void aSecondOpenerIsToldWhoHasItAndMayOnlyLook() throws IOException {
        try (var first = withSegment(create(), orders());
                var second = files.open(path(folder), Progress.NONE)) {
            assertThat(second.heldBy())
                    .hasValueSatisfying(holder -> assertThat(holder).contains(System.getProperty("user.name")));
            assertThat(second.history()).isEqualTo(first.history());
            assertThatThrownBy(() -> define(second, "mine", "monetary > 1"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("reading only");
            assertThat(define(first, "mine", "monetary > 1").present().segments())
                    .hasSize(2);
        }
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "orders.csv", path(folder).getFileName().toString());
    }

    @Test
    void whatIsNotAProjectIsToldApartAndNotTouched() throws IOException, SQLException {
        var text = Files.writeString(folder.resolve("text.corymb"), "a,b\n1,2\n");
        var empty = Files.createFile(folder.resolve("empty.corymb"));
        var other = folder.resolve("other.corymb");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("create table t(a)");
        }
        for (var file : List.of(text, empty, other)) {
            var before = Files.readAllBytes(file);
            assertThatThrownBy(() -> files.open(file, Progress.NONE))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("not a Corymb project");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        assertThatThrownBy(() -> files.open(folder.resolve("none.corymb"), Progress.NONE))
                .hasMessageContaining("no project at this place");
        assertThatThrownBy(() -> files.create(text)).hasMessageContaining("already a file");
    }

    @Test
    void aNewerProjectAndOneWithForeignCodeAreRefused() throws SQLException {
        create().close();
        tamper("create trigger t after insert on audit begin delete from audit; end");
        assertThatThrownBy(() -> files.open(path(folder), Progress.NONE)).hasMessageContaining("did not make");
        tamper("drop trigger t");
        tamper("pragma user_version = 99");
        assertThatThrownBy(() -> files.open(path(folder), Progress.NONE)).hasMessageContaining("newer Corymb");
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + path(folder).toUri().toASCIIString());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyDamagedByteOfAPartIsFound() throws IOException, SQLException {
        withSegment(create(), orders()).close();
        var bytes = Files.readAllBytes(path(folder));
        var part = indexOf(bytes, "PAR1");
        for (int offset : new int[] {part + 4, part + 20, part + 100}) {
            try (var damaged = new RandomAccessFile(path(folder).toFile(), "rw")) {
                damaged.seek(offset);
                damaged.write(bytes[offset] ^ 1);
                assertThat(files.check(path(folder), Progress.NONE)).isNotEmpty();
                assertThatThrownBy(() -> files.open(path(folder), Progress.NONE))
                        .isInstanceOf(Failure.class);
                damaged.seek(offset);
                damaged.write(bytes[offset]);
            }
        }
        assertThat(files.check(path(folder), Progress.NONE)).isEmpty();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void aCopyIsTheSameProject() throws IOException {
        var copy = folder.resolve("copy.corymb");
        try (var file = withSegment(create(), orders())) {
            file.saveCopy(copy, Progress.NONE);
            try (var copied = files.open(copy, Progress.NONE)) {
                assertThat(copied.history()).isEqualTo(file.history());
                assertThat(copied.heldBy()).isEmpty();
            }
            assertThatThrownBy(() -> file.saveCopy(copy, Progress.NONE)).hasMessageContaining("already a file");
        }
    }

    @Test
    void aStepThatFailsLeavesTheProjectAsItWas() throws IOException {
        try (var file = withSegment(create(), orders())) {
            var before = file.history();
            assertThatThrownBy(() -> define(file, "wrong", "no_such_field > 3")).isInstanceOf(Failure.class);
            assertThat(file.history()).isEqualTo(before);
        }
        try (var file = files.open(path(folder), Progress.NONE)) {
            assertThat(file.history().present().segments()).hasSize(1);
        }
    }

    @Test
    void otherToolsReadTheTables() throws IOException, SQLException {
        long members;
        try (var file = withSegment(create(), orders())) {
            members = file.history()
                    .present()
                    .segment("spenders")
                    .orElseThrow()
                    .value()
                    .count();
        }
        assertThat(members).isPositive();
        assertThat(count(path(folder), "segment_member where segment = 'spenders' and valid_to is null"))
                .isEqualTo(members);
        assertThat(count(path(folder), "customer")).isEqualTo(40);
        assertThat(count(path(folder), "customer_feature where features ->> 'monetary' > 500"))
                .isEqualTo(members);
    }
}
