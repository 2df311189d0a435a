package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of many chunks gives the same as one of a single chunk, and none of its rows stays in memory. */
class ManyChunksTest {
    private static final int ROWS = 700_000;
    private static final Set<Integer> WITHOUT_CUSTOMER = Set.of(3, 250_000, 699_999);
    private static final Set<Integer> UNREADABLE = Set.of(7, 400_000, 650_000);
    private static final int REPEATING = 600_000;
    private static final int REPEATED = 5;

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private static String row(int i) {
        int shown = i == REPEATING ? REPEATED : i;
        return (WITHOUT_CUSTOMER.contains(i) ? "" : "customer-with-a-long-name-" + shown % 977)
                + ",2026-01-01T10:00:00Z,a type of event that takes room,"
                + (UNREADABLE.contains(i) ? "oops" : String.valueOf(shown)) + "\n";
    }

    private Path file() throws IOException {
        var file = folder.resolve("events.csv");
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("customer_id,timestamp,type,value\n");
            for (int i = 0; i < ROWS; i++) {
                writer.write(row(i));
            }
        }
        return file;
    }

    private double number(String sql) {
        return engine.number(Sql.of(sql), Progress.NONE);
    }

    @Test
    void rowsOfAllChunksKeepTheirOrderAndTheirLinesAndLeaveTheMemory() throws IOException {
        var plan = Imports.plan(file(), Role.EVENTS).skippingRepeatedRows(true);

        var source = FileImport.run(engine, plan, "events", Progress.NONE);

        assertThat(source.counts()).isEqualTo(new RowCounts(ROWS, ROWS - 4, 3, 1));
        assertThat(lines("events_rejects")).containsExactly("5", "250002", "700001");
        assertThat(lines("events_unreadable")).containsExactly("9", "400002", "650002");
        assertThat(engine.parts(source.data(), Progress.NONE).files()).hasSizeGreaterThan(2);
        assertThat(number("select count(*) from (select value, lag(value) over () as before from events)"
                        + " where value <= before"))
                .isZero();
        assertThat(number("select count(*) from events where value = " + REPEATED))
                .isEqualTo(1);
        assertThat(number("select sum(memory_usage_bytes) from duckdb_memory() where tag = 'IN_MEMORY_TABLE'"))
                .isZero();
    }

    @Test
    void aFileWithoutOddRowsIsTakenWhole() throws IOException {
        var file = folder.resolve("plain.csv");
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("customer_id,timestamp,type,value\n");
            for (int i = 0; i < ROWS; i++) {
                writer.write(
                        "customer-with-a-long-name,2026-01-01T10:00:00Z,a type of event that takes room," + i + "\n");
            }
        }

        var source = FileImport.run(engine, Imports.plan(file, Role.EVENTS), "events", Progress.NONE);

        assertThat(source.counts()).isEqualTo(new RowCounts(ROWS, ROWS, 0, 0));
        assertThat(number("select count(*) from (select value, row_number() over () - 1 as place from events)"
                        + " where value <> place"))
                .isZero();
    }

    private List<String> lines(String relation) {
        return Imports.column(engine.table(Sql.of("select line from " + relation), Progress.NONE), "line");
    }
}
