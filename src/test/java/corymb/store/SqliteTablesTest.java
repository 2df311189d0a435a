package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.Detected;
import corymb.importing.FileDetection;
import corymb.importing.FileFormat;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.Inside;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables come out of SQLite databases as they are stored, and nothing in such a file is run that could do harm. */
class SqliteTablesTest {
    private static final String SHOP = """
            create table customers (id integer primary key, name text, is_member boolean, spent real, photo blob);
            insert into customers values (1, 'Ann', 1, 12.5, x'0102'), (2, 'O''Neil', 0, 1e3, null), (3, null, null, null, null);
            create table orders (customer_id, placed);
            insert into orders values (1, '2024-05-01'), (2, '2024-05-02'), (1, '2024-05-03'), (2, '2024-05-04');
            create view spenders as select id, spent from customers where spent > 100""";

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theLongestTableIsFoundAndAnotherOrAViewCanBeChosen() throws SQLException {
        var file = database(SHOP);

        var found = FileDetection.detect(file, Progress.NONE);
        assertThat(found.format()).isEqualTo(FileFormat.SQLITE);
        assertThat(found.choices().tables()).containsExactly("orders", "customers", "spenders");
        assertThat(found.inside().table()).isEqualTo("orders");

        assertThat(imported(file, "spenders").accepted()).isEqualTo(1);
        var customers = imported(file, "customers");
        assertThat(customers.accepted()).isEqualTo(3);
        assertThat(customers.columns().getLast().unreadable()).isEqualTo(1);
        var rows = engine.table(Sql.of("select * from source_1"), Progress.NONE);
        assertThat(texts(rows, "name")).isEqualTo("Ann|O'Neil|");
        assertThat(texts(rows, "is_member")).isEqualTo("true|false|");
        assertThat(texts(rows, "spent")).isEqualTo("12.5|1000|");
        assertThatThrownBy(() -> imported(file, "nothing"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("orders, customers, spenders");
    }

    @Test
    void namesAreNeverSql() throws SQLException {
        var file = database("create table \"x\"\"; drop table y; --\" (\"id\" text, \"a'\"\"b\" text, \"\" text);"
                + "insert into \"x\"\"; drop table y; --\" values ('1', '2', '3')");

        assertThat(imported(file, "").accepted()).isEqualTo(1);
    }

    /** The mark U+FFFD stays where somebody has written it, and never takes the place of bytes that are no text. */
    @Test
    void bytesThatAreNoTextAreToldAndNotReplaced() throws SQLException {
        var file = database("create table t (id text, name text);"
                + "insert into t values ('1', cast(x'41FF42' as text)), ('2', cast(x'41EFBFBD' as text))");

        var source = imported(file, "");

        assertThat(source.columns().getLast().unreadable()).isEqualTo(1);
        var rows = engine.table(Sql.of("select * from source_1 order by 1"), Progress.NONE);
        assertThat(texts(rows, "name")).isEqualTo("|A\uFFFD");
        var kept = engine.table(source.unreadable(), Progress.NONE);
        assertThat(kept.text(0, "text")).isEqualTo("3 bytes: 41ff42");
    }

    @Test
    void theFileIsNotTouched() throws Exception {
        var file = database(SHOP);
        var before = Files.readAllBytes(file);

        imported(file, "customers");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void aDatabaseThatIsBeingWrittenToIsNotReadByHalves() throws SQLException {
        var file = folder.resolve("shop.sqlite");
        try (var writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Rows.run(writer, "pragma journal_mode = wal");
            for (var statement : SHOP.split(";", -1)) {
                Rows.run(writer, statement);
            }
            assertThatThrownBy(() -> imported(file, "customers"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Another program is writing");
        }
        assertThat(imported(file, "customers").accepted()).isEqualTo(3);
    }

    @Test
    void aViewWithoutEndCanBeCancelled() throws SQLException {
        var file = database("create view endless as with recursive r(i) as (select 1 union all select i + 1 from r)"
                + " select i from r where i < 0");
        var job = new AtomicReference<Optional<JobProgress>>(Optional.empty());
        var progress = new JobProgress((fraction, _) -> {
            if (fraction >= 0.5) {
                Thread.ofPlatform().start(() -> job.get().orElseThrow().cancel());
            }
        });
        job.set(Optional.of(progress));

        assertThatThrownBy(() -> FileDetection.detect(file, progress)).isInstanceOf(CancellationException.class);
    }

    @Test
    void damagedFilesEndInAProblemOrInRows() throws Exception {
        var sound = Files.readAllBytes(database(SHOP));
        var random = new Random(3);
        for (int round = 0; round < 60; round++) {
            var bytes = sound.clone();
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(16, bytes.length)] = (byte) random.nextInt();
            }
            var file = Files.write(folder.resolve("damaged.sqlite"), bytes);
            try {
                assertThat(imported(file, "").rows()).isPositive();
            } catch (Failure problem) {
                assertThat(problem.problem().remedy()).isNotEmpty();
            }
        }
    }

    private Source imported(Path file, String table) {
        Detected detected = FileDetection.detect(file, new Inside("", table), Progress.NONE);
        var role = Role.CUSTOMERS;
        var plan = ImportPlan.of("test", role, detected, MappingProposal.propose(detected, role));
        return FileImport.run(engine, plan, "source_1", Progress.NONE);
    }

    private static String texts(Table table, String column) {
        var texts = new java.util.StringJoiner("|");
        for (int row = 0; row < table.rowCount(); row++) {
            texts.add(table.text(row, column));
        }
        return texts.toString();
    }

    private Path database(String statements) throws SQLException {
        var file = folder.resolve("shop.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
        return file;
    }
}
