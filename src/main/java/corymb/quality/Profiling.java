package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes each column of a source.
 *
 * <p>Cost: one pass for all columns, one grouping a column for its top values and histogram. Above a million rows distinct
 * counts and quartiles are estimates (HyperLogLog, T-Digest), and nearly unique columns have no top values.
 */
final class Profiling {
    private static final long LARGE = 1_000_000;
    private static final int TOP = 10;
    private static final int BINS = 20;

    private final Engine engine;
    private final Source source;
    private final Progress progress;

    Profiling(Engine engine, Source source, Progress progress) {
        this.engine = engine;
        this.source = source;
        this.progress = progress;
    }

    List<ColumnProfile> profiles() {
        var columns = source.columns();
        var answers = engine.table(summary(columns), progress);
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(profile(columns.get(i), i, answers));
        }
        return profiles;
    }

    private boolean isLarge() {
        return source.accepted() > LARGE;
    }

    private Sql summary(List<ImportedColumn> columns) {
        var pieces = new ArrayList<Sql>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var name = Sql.name(column.name());
            var distinct = isLarge() ? "approx_count_distinct(" + name + ")" : "count(distinct " + name + ")";
            pieces.add(Sql.of("count(" + name + ") as present" + i + ", " + distinct + " as distinct" + i + ", min("
                    + name + ") as low" + i + ", max(" + name + ") as high" + i));
            if (column.type().isNumeric()) {
                pieces.add(numbers(name, i));
            }
        }
        return Sql.of("select ")
                .then(Sql.join(", ", pieces))
                .then(" from " + source.data().quoted());
    }

    private Sql numbers(String name, int i) {
        var quantile = isLarge() ? "approx_quantile" : "quantile_cont";
        return Sql.of("cast(avg(" + name + ") as double) as mean" + i + ", cast(stddev_samp(" + name
                + ") as double) as deviation" + i + ", cast("
                + quantile + "(" + name + ", 0.25) as double) as lower" + i + ", cast(" + quantile + "(" + name
                + ", 0.5) as double) as median" + i
                + ", cast(" + quantile + "(" + name + ", 0.75) as double) as upper" + i);
    }

    private ColumnProfile profile(ImportedColumn column, int i, Table answers) {
        long present = (long) answers.numbers("present" + i).get(0);
        long distinct = Math.min(present, (long) answers.numbers("distinct" + i).get(0));
        return new ColumnProfile(
                column.name(),
                column.type(),
                source.accepted() - present,
                column.unreadable(),
                new DistinctCount(distinct, isLarge()),
                answers.text(0, "low" + i),
                answers.text(0, "high" + i),
                column.type().isNumeric() ? summary(answers, i) : NumberSummary.NONE,
                isLarge() && distinct > present / 100 ? List.of() : top(column),
                histogram(column, answers.column("low" + i), answers.column("high" + i)));
    }

    private static NumberSummary summary(Table answers, int i) {
        return new NumberSummary(
                answers.numbers("mean" + i).get(0),
                answers.numbers("deviation" + i).get(0),
                answers.numbers("lower" + i).get(0),
                answers.numbers("median" + i).get(0),
                answers.numbers("upper" + i).get(0));
    }

    private List<ValueCount> top(ImportedColumn column) {
        var name = Sql.name(column.name());
        var counts = engine.table(
                Sql.of("select " + name + " as value, count(*) as n from "
                        + source.data().quoted() + " where " + name
                        + " is not null group by 1 order by n desc, value limit " + TOP),
                progress);
        var top = new ArrayList<ValueCount>();
        for (int row = 0; row < counts.rowCount(); row++) {
            top.add(new ValueCount(
                    counts.text(row, "value"), (long) counts.numbers("n").get(row)));
        }
        return top;
    }

    private Histogram histogram(ImportedColumn column, Column low, Column high) {
        boolean hasScale = column.type().isNumeric() || column.type().isTemporal();
        if (!hasScale || low.isMissing(0) || low.text(0).equals(high.text(0))) {
            return Histogram.NONE;
        }
        double from = onScale(low);
        double to = onScale(high);
        var name = Sql.name(column.name());
        var value = column.type().isTemporal() ? "epoch(" + name + ")" : name;
        var counts = engine.table(
                Sql.of(
                        "select cast(least(" + (BINS - 1) + ", floor((" + value + " - ?) / ? * " + BINS
                                + ")) as bigint) as bin, count(*) as n from "
                                + source.data().quoted() + " where " + name
                                + " is not null group by 1",
                        from,
                        to - from),
                progress);
        return new Histogram(from, to, inOrder(counts.numbers("bin"), counts.numbers("n")));
    }

    private static List<Long> inOrder(NumberColumn bins, NumberColumn rows) {
        var counts = new ArrayList<>(java.util.Collections.nCopies(BINS, 0L));
        for (int i = 0; i < bins.size(); i++) {
            counts.set(Math.clamp((long) bins.get(i), 0, BINS - 1), (long) rows.get(i));
        }
        return counts;
    }

    private static double onScale(Column value) {
        return switch (value) {
            case NumberColumn numbers -> numbers.get(0);
            case corymb.table.TimeColumn times -> times.micros(0) / 1e6;
            case corymb.table.TextColumn _ -> throw new IllegalArgumentException("A text has no scale");
        };
    }
}
