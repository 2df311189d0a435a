package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.importing.ImportedColumn;
import corymb.importing.Target;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is computed in our own memory because that is faster is what the engine says too. */
class ShortcutsTest {
    private final DuckDbEngine engine = DuckDbEngine.open();
    private final Random random = new Random(5);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void plainTextsHaveTheShapeThatTheSqlGivesThem() {
        var texts = IntStream.range(0, 5_000).mapToObj(_ -> text()).toList();
        var table = new Table(List.of(new TextColumn("t", texts)));
        engine.fill("texts", table, Progress.NONE);

        var shaped = engine.table(Sql.of("select t, " + Shape.of("t") + " as shape from texts"), Progress.NONE);

        for (int row = 0; row < shaped.rowCount(); row++) {
            var text = shaped.text(row, "t");
            assertThat(Shape.ofPlain(text)).as(text).isEqualTo(shaped.text(row, "shape"));
        }
        assertThat(shaped.rowCount()).isEqualTo(5_000);
    }

    /** A few runs of letters, digits or anything else of ASCII, some of them longer than is looked at. */
    private String text() {
        var text = new StringBuilder();
        int runs = 1 + random.nextInt(8);
        for (int run = 0; run < runs; run++) {
            char first = "aA0\0".charAt(random.nextInt(4));
            int kinds = first == 'a' || first == 'A' ? 26 : first == '0' ? 10 : 127;
            int length = 1 + random.nextInt(first == '\0' ? 2 : 12);
            for (int i = 0; i < length; i++) {
                text.append((char) (Math.max(first, '\1') + random.nextInt(kinds)));
            }
        }
        return text.toString();
    }

    @Test
    void numbersAreSortedIntoTheQuantilesCountsAndBinsOfTheEngine() {
        var spread = IntStream.range(0, 3_000).mapToDouble(_ -> random.nextGaussian() * 1e6);
        check(new NumberColumn("x", ColumnType.DECIMAL, spread.toArray()));
        var tied = IntStream.range(0, 3_000).mapToDouble(_ -> random.nextInt(40) / 4.0 - 3);
        check(new NumberColumn("x", ColumnType.DECIMAL, tied.toArray()));
        var whole = IntStream.range(0, 3_000).mapToDouble(_ -> random.nextInt(2_000));
        check(new NumberColumn("x", ColumnType.INTEGER, whole.toArray()));
        check(new NumberColumn("x", ColumnType.DECIMAL, -0.0, 0.0, 1.5));
    }

    private void check(NumberColumn column) {
        var rows = engine.fill("numbers", new Table(List.of(column)), Progress.NONE);
        var sorted = new SortedNumbers(
                engine.table(Sql.of("select x from numbers"), Progress.NONE).numbers("x"));

        assertThat(sorted.areExact()).isTrue();
        assertThat(sorted.counts()).isEqualTo(grouped(column.type(), rows));
        for (var quantile : sorted.quantiles()) {
            double expected = engine.number(
                    Sql.of("select quantile_cont(x, " + quantile.share() + ") from numbers"), Progress.NONE);
            assertThat(quantile.value()).isCloseTo(expected, within(Math.abs(expected) * 1e-12));
        }
        var bins = engine.table(
                Sql.of(
                        "select count(x) as n from range(20) as bins(b) left join (select x, least(19, floor((x - low) / "
                                + "(high - low) * 20)) as bin from numbers, (select min(x)::double as low, max(x)::double as "
                                + "high from numbers)) on bin = b group by b order by b"),
                Progress.NONE);
        assertThat(sorted.inBins(20))
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(bin -> (long) bins.numbers("n").get(bin))
                        .toList());
    }

    private ValueCounts grouped(ColumnType type, Relation rows) {
        return new ValueCounts.Grouping(
                        engine,
                        rows,
                        new ImportedColumn("x", type, "x", new Target.Attribute("x"), 0, ""),
                        Progress.NONE)
                .all();
    }

    /** 2^53 and 2^53 + 1 are the same double. */
    @Test
    void wholeNumbersThatDoublesCannotTellApartAreLeftToTheEngine() {
        assertThat(new SortedNumbers(new NumberColumn("x", ColumnType.INTEGER, 1, 0x1p53)).areExact())
                .isFalse();
        assertThat(new SortedNumbers(new NumberColumn("x", ColumnType.INTEGER, -0x1p53, 1)).areExact())
                .isFalse();
    }
}
