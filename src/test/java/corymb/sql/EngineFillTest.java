package corymb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineFillTest {
    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyTypeAndEveryMissingValueComesBackAsItWas() {
        var table = new Table(List.of(
                new TextColumn("text \"quoted\"", Arrays.asList("a'b", null, "日本")),
                new NumberColumn("whole", ColumnType.INTEGER, 1, Double.NaN, -9_007_199_254_740_992.0),
                new NumberColumn("decimal", ColumnType.DECIMAL, 0.1, Double.NaN, -1e300),
                new NumberColumn("flag", ColumnType.BOOLEAN, 1, Double.NaN, 0),
                new TimeColumn("day", ColumnType.DATE, 86_400_000_000L, TimeColumn.MISSING, -86_400_000_000L),
                new TimeColumn("moment", ColumnType.TIMESTAMP, 1_234_567L, TimeColumn.MISSING, -1L)));

        var relation = engine.fill("odd \"name\"", table, Progress.NONE);
        var back = engine.table(Sql.of("select * from " + relation.quoted()), Progress.NONE);

        assertThat(relation.rows()).isEqualTo(3);
        assertThat(back.schema()).isEqualTo(table.schema());
        assertThat(texts(back)).isEqualTo(texts(table));
    }

    @Test
    void anEmptyTableKeepsItsColumns() {
        var relation = engine.fill("none", numbers(0), Progress.NONE);

        assertThat(relation.rows()).isZero();
        assertThat(relation.schema().names()).containsExactly("n");
    }

    @Test
    void aCancelledFillLeavesTheTableAsItWas() {
        engine.fill("numbers", numbers(3), Progress.NONE);
        var cancelling = new JobProgress[1];
        cancelling[0] = new JobProgress((fraction, _) -> {
            if (fraction > 0.5) {
                cancelling[0].cancel();
            }
        });

        assertThatThrownBy(() -> engine.fill("numbers", numbers(10_000), cancelling[0]))
                .isInstanceOf(CancellationException.class);

        assertThat(engine.relation("numbers").rows()).isEqualTo(3);
    }

    private static Table numbers(int rows) {
        return new Table(List.of(new NumberColumn(
                "n",
                ColumnType.INTEGER,
                IntStream.range(0, rows).asDoubleStream().toArray())));
    }

    private static List<List<String>> texts(Table table) {
        return table.columns().stream().map(EngineFillTest::texts).toList();
    }

    private static List<String> texts(Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::text).toList();
    }
}
