package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Describes each column of a source.
 *
 * <p>Cost: one pass for all columns, and one sort or grouping of its values a column. Above a million rows quantiles are estimates (T-Digest), and columns of very many values have estimated counts and no most frequent values.
 */
final class Profiling {
    /** So many different values are grouped however many rows there are. */
    static final long FEW_TO_GROUP = 50_000;

    private static final long LARGE = 1_000_000;
    private static final int COLUMNS_A_PASS = 100;
    private static final long CELLS_A_PASS = 8_000_000;
    private static final long FEW_SHAPES = 20_000;
    private static final int BINS = 20;

    private final Engine engine;
    private final Source source;
    private final Sample sample;
    private final Progress progress;

    Profiling(Engine engine, Source source, Sample sample, Progress progress) {
        this.engine = engine;
        this.source = source;
        this.sample = sample;
        this.progress = progress;
    }

    List<ColumnProfile> profiles() {
        var profiles = new ArrayList<ColumnProfile>();
        int all = source.columns().size();
        int atOnce = isWide()
                ? Math.clamp(CELLS_A_PASS / Math.max(1, source.accepted()), 1, COLUMNS_A_PASS)
                : COLUMNS_A_PASS;
        for (int from = 0; from < all; from += atOnce) {
            var columns = source.columns().subList(from, Math.min(all, from + atOnce));
            profiles.addAll(profiles(
                    columns, progress.between((double) from / all, (double) (from + columns.size()) / all)));
        }
        return profiles;
    }

    /** Reading a few columns of very many out of their parts for each figure would take minutes, so they are read once. */
    private List<ColumnProfile> profiles(List<ImportedColumn> columns, Progress part) {
        if (isLarge() || !isWide()) {
            return profiles(columns, source.data(), part);
        }
        var names = Sql.names(columns.stream().map(ImportedColumn::name).toList());
        var copy = engine.create(
                "columns_of_" + source.data().name(),
                Sql.of("select " + names + " from " + source.data().quoted()),
                part);
        try {
            return profiles(columns, copy, part);
        } finally {
            engine.drop(copy.name());
        }
    }

    private List<ColumnProfile> profiles(List<ImportedColumn> columns, Relation rows, Progress part) {
        var answers = engine.table(summary(columns, rows), part);
        var profiles = new ConcurrentHashMap<Integer, ColumnProfile>();
        Parallel.forBlocks(
                columns.size(),
                1,
                part,
                "Profiling " + source.name(),
                (at, _, _) -> profiles.put(at, profile(columns.get(at), rows, new Answers(answers, at))));
        return List.copyOf(new TreeMap<>(profiles).values());
    }

    private boolean isLarge() {
        return source.accepted() > LARGE;
    }

    private boolean isWide() {
        return source.columns().size() > COLUMNS_A_PASS;
    }

    private Sql summary(List<ImportedColumn> columns, Relation rows) {
        var measured = new ArrayList<String>();
        var inner = new ArrayList<String>();
        var outer = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            measured.add(Statistic.measured(column.name(), column.type()) + " as measured" + i);
            measured.add(Sql.name(column.name()) + " as all" + i);
            for (var statistic : statistics(column)) {
                var alias = statistic.name() + i;
                inner.add(statistic.of("all" + i, "measured" + i) + " as " + alias);
                outer.addAll(statistic == Statistic.QUANTILES ? elements(alias) : List.of(alias));
            }
        }
        return Sql.of("select " + String.join(", ", outer) + " from (select " + String.join(", ", inner)
                + " from (select " + String.join(", ", measured) + " from " + rows.quoted() + "))");
    }

    /** Where all values are looked at anyway, nothing need be estimated. */
    private List<Statistic> statistics(ImportedColumn column) {
        return Statistic.of(column.type()).stream()
                .filter(statistic ->
                        isLarge() || !(statistic == Statistic.DISTINCT || statistic == Statistic.QUANTILES))
                .toList();
    }

    private static List<String> elements(String list) {
        return IntStream.range(0, Statistic.SHARES.size())
                .mapToObj(at -> list + "[" + (at + 1) + "] as " + list + "_" + at)
                .toList();
    }

    /** The figures of the one pass about one column. */
    private record Answers(Table table, int column) {
        Column of(Statistic statistic) {
            return table.column(statistic.name() + column);
        }

        double number(Statistic statistic) {
            return table.numbers(statistic.name() + column).get(0);
        }

        long count(Statistic statistic) {
            return (long) number(statistic);
        }

        String text(Statistic statistic) {
            return ShownText.of(of(statistic).text(0));
        }

        List<Quantile> quantiles() {
            return IntStream.range(0, Statistic.SHARES.size())
                    .mapToObj(at -> new Quantile(
                            Statistic.SHARES.get(at),
                            table.numbers(Statistic.QUANTILES.name() + column + "_" + at)
                                    .get(0)))
                    .toList();
        }
    }

    /** What all the values of a column say together. */
    private record Values(ValueCounts counts, List<Quantile> quantiles, Histogram histogram) {}

    private Values values(ImportedColumn column, Relation rows, Answers answers) {
        if (isLarge() || !column.type().isNumeric()) {
            var quantiles = column.type().isNumeric() ? answers.quantiles() : List.<Quantile>of();
            return new Values(counts(column, rows, answers), quantiles, histogram(column, rows, answers));
        }
        var numbers = sorted(column, rows);
        boolean areAll = numbers.size() == answers.count(Statistic.PRESENT) && numbers.areExact();
        return new Values(
                areAll ? numbers.counts() : counts(column, rows, answers),
                numbers.quantiles(),
                hasRange(column, answers)
                        ? new Histogram(
                                onScale(answers.of(Statistic.LOW)),
                                onScale(answers.of(Statistic.HIGH)),
                                numbers.inBins(BINS))
                        : Histogram.NONE);
    }

    private SortedNumbers sorted(ImportedColumn column, Relation rows) {
        var name = Sql.name(column.name());
        var measurable = Sql.of("select " + name + " from " + rows.quoted() + " where "
                + Statistic.measurable(column.name(), column.type()));
        return new SortedNumbers(engine.table(measurable, progress).numbers(column.name()));
    }

    private ColumnProfile profile(ImportedColumn column, Relation rows, Answers answers) {
        long present = answers.count(Statistic.PRESENT);
        var values = values(column, rows, answers);
        return new ColumnProfile(
                column.name(),
                column.type(),
                source.accepted() - present,
                column.unreadable(),
                values.counts().distinct(),
                answers.text(Statistic.LOW),
                answers.text(Statistic.HIGH),
                numbers(column, answers, values.quantiles()),
                values.counts().top(),
                values.histogram(),
                detail(column, rows, answers, values));
    }

    private ValueCounts counts(ImportedColumn column, Relation rows, Answers answers) {
        var values = new ValueCounts.Grouping(engine, rows, column, progress);
        long roughly = isLarge() ? answers.count(Statistic.DISTINCT) : 0;
        return roughly <= FEW_TO_GROUP ? values.all() : values.estimated(roughly);
    }

    private static NumberSummary numbers(ImportedColumn column, Answers answers, List<Quantile> quantiles) {
        if (!column.type().isNumeric()) {
            return NumberSummary.NONE;
        }
        return new NumberSummary(
                answers.number(Statistic.MEAN),
                answers.number(Statistic.DEVIATION),
                quantiles.get(2).value(),
                quantiles.get(3).value(),
                quantiles.get(4).value());
    }

    private ColumnDetail detail(ImportedColumn column, Relation rows, Answers answers, Values values) {
        long measurable = answers.count(Statistic.MEASURABLE);
        boolean hasQuantiles = column.type().isNumeric() && measurable > 0;
        boolean isText = column.type() == ColumnType.TEXT && measurable > 0;
        var counts = values.counts();
        return new ColumnDetail(
                counts.unique(),
                answers.count(Statistic.PRESENT) - measurable,
                hasQuantiles ? values.quantiles() : List.of(),
                hasQuantiles && isLarge(),
                counts.bottom(),
                isText ? lengths(answers) : TextLengths.NONE,
                isText ? shapes(column, rows, counts.distinct().values()) : Shapes.NONE);
    }

    private static TextLengths lengths(Answers answers) {
        return new TextLengths(
                answers.count(Statistic.SHORTEST),
                answers.number(Statistic.MEAN_LENGTH),
                answers.count(Statistic.LONGEST));
    }

    private Shapes shapes(ImportedColumn column, Relation all, long distinct) {
        var rows = distinct <= FEW_SHAPES ? all : sample.rows();
        return new ValueCounts.Grouping(engine, rows, column, progress).shapes();
    }

    /** Whether it has a scale, and values at more than one place of it. */
    private static boolean hasRange(ImportedColumn column, Answers answers) {
        var low = answers.of(Statistic.LOW);
        boolean hasScale = column.type().isNumeric() || column.type().isTemporal();
        return hasScale
                && !low.isMissing(0)
                && !low.text(0).equals(answers.of(Statistic.HIGH).text(0));
    }

    private Histogram histogram(ImportedColumn column, Relation rows, Answers answers) {
        if (!hasRange(column, answers)) {
            return Histogram.NONE;
        }
        double from = onScale(answers.of(Statistic.LOW));
        double to = onScale(answers.of(Statistic.HIGH));
        var name = Sql.name(column.name());
        var value = column.type().isTemporal() ? "epoch(" + name + ")" : name;
        var counts = engine.table(
                Sql.of(
                        "select cast(least(" + (BINS - 1) + ", floor((" + value + " - ?) / ? * " + BINS
                                + ")) as bigint) as bin, count(*) as n from "
                                + rows.quoted() + " where "
                                + Statistic.measurable(column.name(), column.type()) + " group by 1",
                        from,
                        to - from),
                progress);
        return new Histogram(from, to, inOrder(counts.numbers("bin"), counts.numbers("n")));
    }

    private static List<Long> inOrder(NumberColumn bins, NumberColumn rows) {
        var counts = new ArrayList<>(Collections.nCopies(BINS, 0L));
        for (int i = 0; i < bins.size(); i++) {
            int bin = Math.clamp((long) bins.get(i), 0, BINS - 1);
            counts.set(bin, counts.get(bin) + (long) rows.get(i));
        }
        return counts;
    }

    private static double onScale(Column value) {
        return switch (value) {
            case NumberColumn numbers -> numbers.get(0);
            case TimeColumn times -> times.micros(0) / 1e6;
            case TextColumn _ -> throw new IllegalArgumentException("A text has no scale");
        };
    }
}
