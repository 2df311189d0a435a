package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.quality.ColumnChange.Kept;
import corymb.quality.ColumnChange.Moved;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.DistributionShift;
import corymb.table.ColumnType;
import corymb.table.Schema;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComparingImportsTest {
    private static final int ROWS = 997;
    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = DuckDbEngine.open();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** Deciles and shares told apart by comparing every value with every edge, as the definition says. */
    @Test
    void numbersMoveByWhatTheirDecilesHeldBeforeAndHoldNow() {
        var before =
                relation("a", "select ((i * 7919) % 1009)::double / 7 as x, (i * i) % 23 as y from range(997) t(i)");
        var after =
                relation("b", "select ((i * 31) % 701)::double / 5 as x, (i * i * i) % 29 as y from range(502) t(i)");
        for (var name : List.of("x", "y")) {
            var was = values(before, name);
            var is = values(after, name);
            var edges = IntStream.range(1, 10)
                    .mapToDouble(i -> quantile(was, i / 10.0))
                    .distinct()
                    .boxed()
                    .toList();
            var expected = DistributionShift.between(binned(was, edges), binned(is, edges));
            var found = (Moved) change(before, after, name);
            assertThat(found.shift().stability()).isCloseTo(expected.stability(), within(1e-12));
            assertThat(found.shift().pValue()).isCloseTo(expected.pValue(), within(1e-12));
            assertThat(found.before().median()).isEqualTo(quantile(was, 0.5));
            assertThat(found.after().median()).isEqualTo(quantile(is, 0.5));
            assertThat(found.before().distinct())
                    .isEqualTo(was.stream().distinct().count());
        }
    }

    @Test
    void manyColumnsAtOnceSayWhatEachSaysAlone() {
        var before = relation("many_before", wide(0, ROWS));
        var after = relation("many_after", wide(3, ROWS + 200));
        var together = ComparingImports.columns(engine, before, after, Progress.NONE);
        assertThat(together).hasSize(35);
        assertThat(together).filteredOn(Moved.class::isInstance).hasSizeGreaterThan(20);
        assertThat(together).filteredOn(Kept.class::isInstance).hasSizeGreaterThan(4);
        for (var change : together) {
            assertThat(change(before, after, change.column())).isEqualTo(change);
        }
    }

    @Test
    void whatIsMissingInfiniteOrNoNumberIsDefined() {
        var before = relation(
                "odd_before",
                "select null::double as gone, 'inf'::double as endless, case when i < 3 then 'nan'::double else i end as odd,"
                        + " case when i < 60 then '-inf'::double else 'inf'::double end as both, i as fresh from range(100) t(i)");
        var after = relation(
                "odd_after",
                "select i::double as gone, i::double as endless, i::double as odd, i::double as both, null::bigint as fresh"
                        + " from range(100) t(i)");
        assertThat(change(before, after, "gone")).isInstanceOf(Kept.class);
        assertThat(change(before, after, "fresh")).isInstanceOf(Kept.class);
        assertThat(((Moved) change(before, after, "endless")).shift().stability())
                .isZero();
        assertThat(((Moved) change(before, after, "odd")).shift().stability()).isLessThan(0.01);
        assertThat(((Moved) change(before, after, "both")).shift().stability()).isFinite();
        var nobody = relation("nobody", "select * from odd_after where fresh > 0");
        assertThat(ComparingImports.columns(engine, before, nobody, Progress.NONE))
                .hasSize(5)
                .allMatch(Kept.class::isInstance);
    }

    @Test
    void textsMoveByTheirFrequentValuesAndNameWhatMovedMost() {
        var before = relation(
                "text_before", "select case when i % 4 = 0 then 'web' else 'shop' end as c from range(400) t(i)");
        var after = relation(
                "text_after",
                "select case when i % 4 = 0 then 'shop' when i % 4 = 1 then 'app' else 'web' end as c from range(400) t(i)");
        var moved = (Moved) change(before, after, "C");
        assertThat(moved.mover()).isEqualTo(new ColumnChange.Mover("shop", 0.75, 0.25));
        assertThat(moved.shift())
                .isEqualTo(DistributionShift.between(List.of(300L, 100L, 0L), List.of(100L, 200L, 100L)));
    }

    /** Columns of every kind; those that a shift makes other. */
    private static String wide(int shift, int rows) {
        var columns = new ArrayList<String>();
        for (int c = 0; c < 5; c++) {
            columns.add("(i * " + (c + 3) + " + " + shift + ") % " + (c + 2) + " as few" + c);
            columns.add("((i + " + shift + ") * " + (c + 3) + ") % 1013 as whole" + c);
            columns.add("sqrt(i * " + (c + shift) + ") as part" + c);
            columns.add("'v' || (i * i * " + (c + 1) + ") % " + (c + 3 + shift) + " as text" + c);
            columns.add("'k' || (i + " + c + ") as key" + c);
            columns.add("date '2026-01-01' + cast((i * " + (c + 1 + shift) + ") % 300 as integer) as day" + c);
            columns.add("case when i % " + (c + 2) + " = 0 then i % 3 = 0 end as truth" + c);
        }
        return "select " + String.join(", ", columns) + " from range(" + rows + ") t(i)";
    }

    private static Relation relation(String name, String query) {
        return engine.create(name, Sql.of(query), Progress.NONE);
    }

    private static ColumnChange change(Relation before, Relation after, String name) {
        return ComparingImports.columns(engine, only(before, name), only(after, name), Progress.NONE)
                .getFirst();
    }

    private static Relation only(Relation relation, String name) {
        var field = relation.schema().fields().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .toList();
        return new Relation(relation.name(), new Schema(field), relation.rows());
    }

    private static List<Double> values(Relation relation, String name) {
        var values = new ArrayList<Double>();
        engine.forEachRow(
                Sql.of("select cast(" + name + " as double) from " + relation.quoted()),
                row -> values.add((Double) row.getFirst()),
                Progress.NONE);
        assertThat(relation.schema().find(name).orElseThrow().type()).isIn(ColumnType.INTEGER, ColumnType.DECIMAL);
        return values.stream().sorted().toList();
    }

    private static double quantile(List<Double> sorted, double share) {
        double at = (sorted.size() - 1) * share;
        double low = sorted.get((int) Math.floor(at));
        double high = sorted.get((int) Math.ceil(at));
        return low + (high - low) * (at - Math.floor(at));
    }

    private static List<Long> binned(List<Double> values, List<Double> edges) {
        var counts = new ArrayList<Long>();
        double below = Double.NEGATIVE_INFINITY;
        for (double edge : edges) {
            double from = below;
            counts.add(values.stream().filter(v -> v > from && v <= edge).count());
            below = edge;
        }
        double last = below;
        counts.add(values.stream().filter(v -> v > last).count());
        return counts;
    }
}
