package corymb.quality;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.DistributionShift;
import corymb.table.Field;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The same column in two imports. */
record TwoColumns(Engine engine, Relation before, Relation after, Field field, Progress progress) {
    private static final int DECILES = 10;

    /** The most frequent values that are counted one by one; the others are counted together. */
    private static final int MOST_VALUES = 50;

    /** A column with fewer rows a value than this tells things apart and has no shares to speak of. */
    private static final int ROWS_A_VALUE = 10;

    ColumnChange change() {
        var facts = engine.table(figures(), progress);
        var earlier = facts(facts, 0);
        var later = facts(facts, 1);
        if (earlier.missing() == earlier.rows() || later.missing() == later.rows()) {
            return new ColumnChange.Kept(field.name(), field.type(), earlier, later);
        }
        if (isOrdered()) {
            var counts = binned(edges(facts));
            return new ColumnChange.Moved(
                    field.name(), field.type(), earlier, later, shift(counts), ColumnChange.Mover.NONE);
        }
        if (earlier.distinct() * ROWS_A_VALUE > earlier.rows() - earlier.missing() && earlier.distinct() > 2) {
            return new ColumnChange.Kept(field.name(), field.type(), earlier, later);
        }
        var counts = valued();
        return new ColumnChange.Moved(field.name(), field.type(), earlier, later, shift(counts), mover(counts));
    }

    private boolean isOrdered() {
        return field.type().isNumeric() || field.type().isTemporal();
    }

    /** The column of both, as a number where it has an order, else as text; is_later tells them apart. */
    private Sql both() {
        return side(before, "false").then(" union all ").then(side(after, "true"));
    }

    private Sql side(Relation relation, String isLater) {
        var name = Sql.name(field.name());
        var value = field.type().isTemporal()
                ? "epoch(cast(" + name + " as timestamp))"
                : "cast(" + name + " as " + (field.type().isNumeric() ? "double)" : "varchar)");
        return Sql.of("select " + isLater + " as is_later, " + value + " as v from " + relation.quoted());
    }

    /** All deciles at once, for which the values are sorted once. */
    private Sql figures() {
        var deciles = IntStream.range(1, DECILES).mapToObj(i -> "0." + i).collect(Collectors.joining(", "));
        var named = IntStream.range(1, DECILES)
                .mapToObj(i -> "deciles[" + i + "] as d" + i)
                .collect(Collectors.joining(", "));
        var quantiles = isOrdered() ? "quantile_cont(v, [" + deciles + "])" : "cast(null as double[])";
        return Sql.of("select n, present, different, " + named
                        + " from (select is_later, count(*) as n, count(v) as present, count(distinct v) as different, "
                        + quantiles
                        + " as deciles from (")
                .then(both())
                .then(") group by is_later) order by is_later");
    }

    private static ColumnFacts facts(Table table, int row) {
        long rows = (long) table.numbers("n").get(row);
        return new ColumnFacts(
                rows,
                rows - (long) table.numbers("present").get(row),
                (long) table.numbers("different").get(row),
                table.numbers("d5").get(row));
    }

    /** The deciles of the earlier, each once. */
    private static List<Double> edges(Table facts) {
        return IntStream.range(1, DECILES)
                .mapToObj(i -> facts.numbers("d" + i).get(0))
                .distinct()
                .toList();
    }

    /** How many of either lie at or below each edge and above the one before, and how many above all. */
    private Table binned(List<Double> edges) {
        var bin = Sql.join(
                " + ",
                edges.stream()
                        .map(edge -> Sql.of("cast(v > ? as integer)", edge))
                        .toList());
        var bins = IntStream.rangeClosed(0, edges.size())
                .mapToObj(i -> "(" + i + ")")
                .collect(Collectors.joining(", "));
        return engine.table(
                Sql.of("select cast(place as varchar) as value, count(b) filter (not is_later) as earlier,"
                                + " count(b) filter (is_later) as later from (values " + bins
                                + ") as all_bins(place) left join (select is_later, ")
                        .then(bin)
                        .then(" as b from (")
                        .then(both())
                        .then(") where v is not null) on b = place group by place order by place"),
                progress);
    }

    /** How often either has each frequent value of the earlier, and how often any other. */
    private Table valued() {
        return engine.table(
                Sql.of("with both_sides as (select * from (")
                        .then(both())
                        .then(
                                ") where v is not null), frequent as (select v from both_sides where not is_later group by v"
                                        + " order by count(*) desc, v limit " + MOST_VALUES
                                        + ") select f.v as value, count(*) filter (not is_later) as earlier,"
                                        + " count(*) filter (is_later) as later from both_sides b left join frequent f on b.v = f.v"
                                        + " group by f.v order by f.v nulls last"),
                progress);
    }

    private static DistributionShift shift(Table counts) {
        return DistributionShift.between(counts(counts, "earlier"), counts(counts, "later"));
    }

    private static List<Long> counts(Table table, String name) {
        var numbers = table.numbers(name);
        var counts = new ArrayList<Long>();
        for (int row = 0; row < numbers.size(); row++) {
            counts.add((long) numbers.get(row));
        }
        return counts;
    }

    /** The value whose share changed most; those that the earlier did not have are no one value. */
    private static ColumnChange.Mover mover(Table counts) {
        double some = total(counts, "earlier");
        double others = total(counts, "later");
        return IntStream.range(0, counts.rowCount())
                .filter(row -> !counts.column("value").isMissing(row))
                .mapToObj(row -> new ColumnChange.Mover(
                        counts.text(row, "value"),
                        counts.numbers("earlier").get(row) / some,
                        counts.numbers("later").get(row) / others))
                .max(java.util.Comparator.comparingDouble(mover -> Math.abs(mover.after() - mover.before())))
                .orElse(ColumnChange.Mover.NONE);
    }

    private static double total(Table counts, String name) {
        return counts(counts, name).stream().flatMapToDouble(DoubleStream::of).sum();
    }
}
