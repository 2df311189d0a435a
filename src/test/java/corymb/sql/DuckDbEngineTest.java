package corymb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.TimeColumn;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    private Path elsewhere;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyTypeComesBackAsItWas() {
        var table = engine.table(
                Sql.of(
                        "select 'ä\"''' as text, 9007199254740991 as whole, 0.1::double as part, true as flag, "
                                + "date '2024-02-29' as day, timestamp '2024-02-29 12:34:56.789' as moment, null::varchar as nothing"),
                Progress.NONE);
        assertThat(table.text(0, "text")).isEqualTo("ä\"'");
        assertThat(table.text(0, "whole")).isEqualTo("9007199254740991");
        assertThat(((NumberColumn) table.column("part")).get(0)).isEqualTo(0.1);
        assertThat(table.text(0, "flag")).isEqualTo("true");
        assertThat(((TimeColumn) table.column("day")).date(0)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(((TimeColumn) table.column("moment")).instant(0))
                .isEqualTo(Instant.parse("2024-02-29T12:34:56.789Z"));
        assertThat(table.column("nothing").isMissing(0)).isTrue();
    }

    @Test
    void aNameIsNeverTakenForSql() {
        var hostile = "x\"; drop table kept; --";
        engine.create("kept", Sql.of("select 1 as a"), Progress.NONE);
        var relation = engine.create(hostile, Sql.of("select 2 as " + Sql.name(hostile)), Progress.NONE);
        assertThat(relation.schema().names()).containsExactly(hostile);
        assertThat(engine.has("kept")).isTrue();
    }

    @Test
    void partsGiveBackTheRowsInTheirOrder() throws IOException {
        var written = engine.create(
                "numbers",
                Sql.of("select i, i * 0.5 as half, 'n' || i as name from range(300000) t(i)"),
                Progress.NONE);
        var copy = new PartFolder(engine.newFolder("parts"));
        for (var part : engine.parts(written, Progress.NONE).files()) {
            Files.copy(part, copy.folder().resolve(part.getFileName()));
        }
        engine.drop("numbers");
        engine.read("again", copy);
        var read = engine.relation("again");
        assertThat(read.rows()).isEqualTo(300_000);
        assertThat(read.schema()).isEqualTo(written.schema());
        assertThat(engine.number(
                        Sql.of(
                                "select count(*) from (select i, row_number() over () - 1 as place from again) where i <> place"),
                        Progress.NONE))
                .isZero();
    }

    @Test
    void filesOutsideTheScratchFolderCannotBeTouched() throws IOException {
        var secret = Files.writeString(elsewhere.resolve("secret.csv"), "a\n1\n");
        assertThatThrownBy(() -> engine.table(Sql.of("select * from read_csv('" + secret + "')"), Progress.NONE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Permission");
        assertThatThrownBy(() -> engine.run(Sql.of("set enable_external_access = true"), Progress.NONE))
                .isInstanceOf(EngineException.class);
        assertThatThrownBy(() ->
                        engine.run(Sql.of("copy (select 1) to '" + elsewhere.resolve("out.csv") + "'"), Progress.NONE))
                .isInstanceOf(EngineException.class);
    }

    @Test
    void aRunningStatementStopsWhenAsked() throws Exception {
        var progress = new JobProgress((_, _) -> {});
        var task = new FutureTask<>(() -> engine.number(
                Sql.of("select sum(a.range * b.range) from range(10000000) a, range(10000000) b"), progress));
        Thread.ofVirtual().start(task);
        progress.cancel();
        assertThatThrownBy(() -> task.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CancellationException.class);
        assertThat(engine.number(Sql.of("select 42 as answer"), Progress.NONE)).isEqualTo(42);
    }

    @Test
    void typesAreNamedInTheWordsOfTables() {
        var relation = engine.create(
                "typed",
                Sql.of("select 1::decimal(9,2) as money, current_date as day, 1::utinyint as small"),
                Progress.NONE);
        assertThat(relation.schema().fields().stream().map(field -> field.type()))
                .containsExactly(ColumnType.DECIMAL, ColumnType.DATE, ColumnType.INTEGER);
    }

    @Test
    void closingLeavesNoFileBehind() {
        var other = DuckDbEngine.open();
        var scratch = other.scratch();
        other.close();
        assertThat(scratch).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftBehindIsDeletedAndWhatALivingOneHasIsNot() throws IOException {
        var temporary = engine.scratch().resolve("..").normalize();
        // Process ids end far below this on every system.
        var abandoned = Files.createDirectories(temporary.resolve("corymb-999999999999-test"));
        Files.writeString(abandoned.resolve("rows.csv"), "ada@example.org");
        DuckDbEngine.open().close();
        assertThat(abandoned).doesNotExist();
        assertThat(engine.scratch()).exists();
    }
}
