package corymb.quality;

import corymb.quality.ColumnChange.Mover;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.DistributionShift;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns that an earlier and a later relation share, compared in a few questions whatever their number.
 *
 * @param fields the columns as the later has them; the earlier has them too, with values that can be laid beside
 */
record ColumnPairs(Engine engine, Relation before, Relation after, List<Field> fields) {
    private static final int DECILES = 10;

    /** The most frequent values that are counted one by one; the others are counted together. */
    private static final int MOST_VALUES = 50;

    /** A column with fewer rows a value than this tells things apart and has no shares to speak of. */
    private static final int ROWS_A_VALUE = 10;

    /** What the columns look like; in the order of the fields. */
    List<ColumnChange> changes(Progress progress) {
        var earlier = figures(before, DECILES, progress.between(0, 0.5));
        var later = figures(after, 2, progress.between(0.5, 0.7));
        var counts = new LinkedHashMap<Integer, Counts>();
        var ordered = compared(earlier, later, true);
        var others = compared(earlier, later, false);
        if (!ordered.isEmpty()) {
            counts.putAll(binned(ordered, earlier, progress.between(0.7, 0.9)));
        }
        if (!others.isEmpty()) {
            counts.putAll(valued(others, progress.between(0.9, 1)));
        }
        return IntStream.range(0, fields.size())
                .mapToObj(i -> change(i, earlier.get(i).facts(), later.get(i).facts(), counts))
                .toList();
    }

    private ColumnChange change(int place, ColumnFacts earlier, ColumnFacts later, Map<Integer, Counts> counts) {
        var field = fields.get(place);
        var found = counts.get(place);
        return found == null
                ? new ColumnChange.Kept(field.name(), field.type(), earlier, later)
                : new ColumnChange.Moved(field.name(), field.type(), earlier, later, found.shift(), found.mover());
    }

    /** The places of the columns whose shares can be laid side by side, those with an order or the others. */
    private List<Integer> compared(List<Figures> earlier, List<Figures> later, boolean isOrdered) {
        return IntStream.range(0, fields.size())
                .filter(i -> isOrdered(fields.get(i)) == isOrdered)
                .filter(i -> earlier.get(i).isPresent() && later.get(i).isPresent())
                .filter(i -> isOrdered || earlier.get(i).hasShares())
                .boxed()
                .toList();
    }

    private static boolean isOrdered(Field field) {
        return field.type().isNumeric() || field.type().isTemporal();
    }

    /** The column as a relation has it, whose name may be written and whose numbers may be kept otherwise. */
    private static Field in(Relation relation, Field field) {
        return ComparingImports.named(relation, field.name()).orElseThrow();
    }

    /** A value as it is sorted; whole numbers stay what they are, which is sorted in a third of the time. */
    private static String sorted(ColumnType type, String name) {
        return type.isTemporal() ? "epoch(cast(" + Sql.name(name) + " as timestamp))" : Sql.name(name);
    }

    private List<Figures> figures(Relation relation, int parts, Progress progress) {
        var quantiles = IntStream.range(1, parts)
                .mapToObj(i -> Double.toString((double) i / parts))
                .collect(Collectors.joining(", ", "[", "]"));
        var inner = new ArrayList<String>();
        var outer = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            var field = in(relation, fields.get(i));
            inner.add("count(%1$s) as p%2$d, count(distinct %1$s) as c%2$d".formatted(Sql.name(field.name()), i));
            outer.add("p%1$d, c%1$d".formatted(i));
            if (isOrdered(field)) {
                inner.add("quantile_cont(" + sorted(field.type(), field.name()) + ", " + quantiles + ") as q" + i);
                for (int part = 1; part < parts; part++) {
                    outer.add("q" + i + "[" + part + "]");
                }
            }
        }
        var row = engine.table(
                Sql.of("select n, " + String.join(", ", outer) + " from (select count(*) as n, "
                        + String.join(", ", inner) + " from " + relation.quoted() + ")"),
                progress);
        return figures(row, parts);
    }

    private List<Figures> figures(Table row, int parts) {
        long rows = (long) number(row, 0);
        var figures = new ArrayList<Figures>();
        int at = 1;
        for (var field : fields) {
            var edges = new ArrayList<Double>();
            int size = 2 + (isOrdered(field) ? parts - 1 : 0);
            for (int i = at + 2; i < at + size; i++) {
                edges.add(number(row, i));
            }
            double median = edges.isEmpty() ? Double.NaN : edges.get(edges.size() / 2);
            figures.add(new Figures(
                    new ColumnFacts(rows, rows - (long) number(row, at), (long) number(row, at + 1), median), edges));
            at += size;
        }
        return figures;
    }

    private static double number(Table row, int column) {
        var cell = row.columns().get(column);
        return cell.isMissing(0) ? Double.NaN : Double.parseDouble(cell.text(0));
    }

    /** How many of either lie at or below each decile of the earlier and above the one before, and how many above all. */
    private Map<Integer, Counts> binned(List<Integer> places, List<Figures> earlier, Progress progress) {
        var counted = new LinkedHashMap<Integer, Counts>();
        var was = bins(before, places, earlier, progress.between(0, 0.5));
        var is = bins(after, places, earlier, progress.between(0.5, 1));
        for (int i = 0; i < places.size(); i++) {
            counted.put(places.get(i), new Counts(List.of(), was.get(i), is.get(i)));
        }
        return counted;
    }

    private List<List<Long>> bins(Relation relation, List<Integer> places, List<Figures> earlier, Progress progress) {
        var inner = new ArrayList<Sql>();
        var outer = new ArrayList<Sql>();
        for (int place : places) {
            var field = in(relation, fields.get(place));
            var edges = earlier.get(place).edges();
            var list = Sql.join(
                    ", ",
                    edges.stream()
                            .map(edge -> Sql.of("cast(? as double)", edge))
                            .toList());
            inner.add(Sql.of("count(" + Sql.name(field.name()) + ") as p" + place + ", histogram(cast("
                            + sorted(field.type(), field.name()) + " as double), [")
                    .then(list)
                    .then("]) as h" + place));
            outer.add(Sql.of("p" + place));
            edges.forEach(edge -> outer.add(Sql.of("coalesce(h" + place + "[cast(? as double)], 0)", edge)));
        }
        var row = engine.table(
                Sql.of("select ")
                        .then(Sql.join(", ", outer))
                        .then(" from (select ")
                        .then(Sql.join(", ", inner))
                        .then(" from " + relation.quoted() + ")"),
                progress);
        var counts = new ArrayList<List<Long>>();
        int at = 0;
        for (int place : places) {
            int size = earlier.get(place).edges().size();
            var bins = IntStream.rangeClosed(at + 1, at + size)
                    .mapToObj(column -> (long) number(row, column))
                    .collect(Collectors.toCollection(ArrayList::new));
            bins.add((long) number(row, at)
                    - bins.stream().mapToLong(Long::longValue).sum());
            counts.add(bins);
            at += size + 1;
        }
        return counts;
    }

    /** How often either has each frequent value of the earlier, and how often any other. */
    private Map<Integer, Counts> valued(List<Integer> places, Progress progress) {
        var table = engine.table(
                Sql.of("select * from (")
                        .then(Sql.join(
                                " union all ", places.stream().map(this::values).toList()))
                        .then(") order by place, value nulls last"),
                progress);
        return IntStream.range(0, table.rowCount())
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> (int) table.numbers("place").get(row),
                        Collectors.collectingAndThen(Collectors.toList(), rows -> counts(table, rows))));
    }

    private Sql values(int place) {
        var name = Sql.name(fields.get(place).name());
        return Sql.of("(select " + place + " as place, case when rank <= " + MOST_VALUES
                + " and earlier > 0 then v end as value, sum(earlier) as earlier, sum(later) as later from"
                + " (select *, row_number() over (order by earlier desc, v) as rank from"
                + " (select v, count(*) filter (not is_later) as earlier, count(*) filter (is_later) as later from"
                + " (select false as is_later, cast(" + name + " as varchar) as v from " + before.quoted()
                + " union all select true, cast(" + name + " as varchar) from " + after.quoted()
                + ") where v is not null group by v)) group by value)");
    }

    private static Counts counts(Table table, List<Integer> rows) {
        return new Counts(
                rows.stream()
                        .filter(row -> !table.column("value").isMissing(row))
                        .map(row -> table.text(row, "value"))
                        .toList(),
                rows.stream()
                        .map(row -> (long) table.numbers("earlier").get(row))
                        .toList(),
                rows.stream().map(row -> (long) table.numbers("later").get(row)).toList());
    }

    /**
     * A column of one relation.
     *
     * @param quantiles the deciles, or the median alone; none of a column without order
     */
    private record Figures(ColumnFacts facts, List<Double> quantiles) {
        Figures {
            quantiles = List.copyOf(quantiles);
        }

        boolean isPresent() {
            return facts.missing() < facts.rows();
        }

        boolean hasShares() {
            return facts.distinct() <= 2 || facts.distinct() * ROWS_A_VALUE <= facts.rows() - facts.missing();
        }

        /** Each once; what is not finite parts nothing. */
        List<Double> edges() {
            return quantiles.stream().filter(Double::isFinite).distinct().toList();
        }
    }

    /**
     * How many there are of the earlier and of the later.
     *
     * @param values what is counted, of a column without order; then follows what is counted together
     */
    private record Counts(List<String> values, List<Long> earlier, List<Long> later) {
        DistributionShift shift() {
            return DistributionShift.between(earlier, later);
        }

        /** The value whose share changed most; those that the earlier did not have are no one value. */
        Mover mover() {
            double some = earlier.stream().mapToLong(Long::longValue).sum();
            double others = later.stream().mapToLong(Long::longValue).sum();
            return IntStream.range(0, values.size())
                    .mapToObj(i -> new Mover(values.get(i), earlier.get(i) / some, later.get(i) / others))
                    .max(Comparator.comparingDouble(mover -> Math.abs(mover.after() - mover.before())))
                    .orElse(Mover.NONE);
        }
    }
}
