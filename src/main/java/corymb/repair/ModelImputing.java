package corymb.repair;

import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values for those that are missing, foretold from other columns by a linear model.
 *
 * <p>Reference: Stef van Buuren: Flexible Imputation of Missing Data, 2nd edition, 2018, section 3.2, of one value for each missing
 * one; of the models {@link Ridge} and {@link Discriminant}. How good it is is measured on a fifth of the known rows, set aside by
 * chance and always the same. Cost: at most {@value #MOST_KNOWN} known rows, evenly over the table, times the square of the numbers
 * the columns are; linear in the missing ones.
 */
final class ModelImputing {
    private static final int MOST_KNOWN = 100_000;

    /** Values of a text that are rarer than so many others are never filled in. */
    private static final int MOST_CLASSES = 50;

    private static final int LEAST_SET_ASIDE = 5;
    private static final double SET_ASIDE = 0.2;
    private static final Seed SEED = new Seed(1).derive("set aside");

    private final Workbench bench;
    private final Progress progress;
    private final String cell;
    private final ColumnType type;
    private final String cast;
    private final Predictors predictors;
    private final List<String> classes;
    private final LearningRows known;

    ModelImputing(Workbench bench, int column, List<Integer> others, Progress progress) {
        this.bench = bench;
        this.progress = progress;
        this.cell = "f" + column;
        this.type = bench.field(column).type();
        this.cast = bench.type(column);
        var isKnown = cell + " is not null";
        this.predictors = Predictors.of(others, isKnown, bench, progress);
        this.classes = isOfClasses() ? Predictors.levels(cell, isKnown, MOST_CLASSES, bench, progress) : List.of();
        this.known = known();
    }

    private boolean isOfClasses() {
        return type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
    }

    /** What is foretold, as a number: of a class its place among them. */
    private Sql target() {
        return switch (type) {
            case TEXT, BOOLEAN ->
                Sql.of("nullif(").then(Predictors.place(cell, classes)).then(", 0) - 1");
            case DATE -> Sql.of("cast(" + cell + " - date '1970-01-01' as double)");
            case TIMESTAMP -> Sql.of("epoch(" + cell + ")");
            case INTEGER, DECIMAL -> Sql.of("cast(" + cell + " as double)");
        };
    }

    private LearningRows known() {
        var values = DoubleStream.builder();
        var targets = DoubleStream.builder();
        bench.engine()
                .forEachRow(
                        Sql.of("select cast(")
                                .then(target())
                                .then(" as double) as target, ")
                                .then(predictors.values())
                                .then(
                                        " from (select *, row_number() over (order by place) as r, count(*) over () as n from "
                                                + bench.table() + " where " + cell
                                                + " is not null) where (r - 1) % greatest(1, cast(ceil(n / "
                                                + MOST_KNOWN
                                                + ") as bigint)) = 0 order by place"),
                        row -> {
                            if (row.getFirst() instanceof Double target) {
                                targets.add(target);
                                addTo(values, row.subList(1, row.size()));
                            }
                        },
                        progress);
        return new LearningRows(
                predictors, values.build().toArray(), targets.build().toArray());
    }

    private static void addTo(DoubleStream.Builder values, List<? extends @Nullable Object> cells) {
        cells.forEach(value -> values.add(value instanceof Number number ? number.doubleValue() : Double.NaN));
    }

    /** A query for a value of each row that has none; without any where nothing is known. */
    Sql values() {
        if (known.count() == 0) {
            return Sql.of("select place, " + cell + " as after from " + bench.table() + " where false");
        }
        var foretold =
                bench.fill("foretold", foretold(new Fitted(known)), progress).quoted();
        return isOfClasses()
                ? Sql.of("select place, cast(value as " + cast + ") as after from " + foretold)
                : Sql.of("select place, least(greatest(" + ofNumber() + ", low), high) as after from " + foretold
                        + ", (select min(" + cell + ") as low, max(" + cell + ") as high from " + bench.table() + ")");
    }

    /** A number as a value of the column: whole ones are rounded. */
    private String ofNumber() {
        return switch (type) {
            case DATE -> "date '1970-01-01' + cast(round(value) as integer)";
            case TIMESTAMP -> "make_timestamp(cast(round(value) as bigint) * 1000000)";
            case INTEGER -> "cast(round(value) as " + cast + ")";
            case DECIMAL, TEXT, BOOLEAN -> "cast(value as " + cast + ")";
        };
    }

    private Table foretold(Fitted fitted) {
        var places = DoubleStream.builder();
        var values = DoubleStream.builder();
        bench.engine()
                .forEachRow(
                        Sql.of("select place, ")
                                .then(predictors.values())
                                .then(" from " + bench.table() + " where " + cell + " is null"),
                        row -> {
                            var cells = DoubleStream.builder();
                            addTo(cells, row.subList(1, row.size()));
                            places.add((Long) row.getFirst());
                            values.add(fitted.value(cells.build().toArray()));
                        },
                        progress);
        var place = new NumberColumn("place", ColumnType.INTEGER, places.build().toArray());
        var value = values.build().toArray();
        return new Table(List.of(
                place,
                isOfClasses()
                        ? new TextColumn(
                                "value",
                                DoubleStream.of(value)
                                        .mapToObj(at -> classes.get((int) at))
                                        .toList())
                        : new NumberColumn("value", ColumnType.DECIMAL, value)));
    }

    /** A model that has learnt from rows. */
    private final class Fitted {
        private final Standardising standardising;
        private final LinearModel model;

        /** The classes that the rows have, by their places among all. */
        private final int[] present;

        private final double[] row = new double[predictors.width()];

        Fitted(LearningRows rows) {
            standardising = rows.standardising();
            present = isOfClasses()
                    ? IntStream.range(0, rows.count())
                            .map(at -> (int) rows.target(at))
                            .distinct()
                            .sorted()
                            .toArray()
                    : new int[0];
            var moments = rows.numbered(present).moments(standardising, present.length, progress);
            model = isOfClasses() ? Discriminant.fit(moments) : Ridge.fit(moments);
        }

        double value(double[] values) {
            predictors.spread(values, 0, row);
            return ofSpread();
        }

        double value(LearningRows rows, int at) {
            rows.spread(at, row);
            return ofSpread();
        }

        private double ofSpread() {
            standardising.apply(row);
            return isOfClasses() ? present[model.highest(row)] : model.value(0, row);
        }
    }

    /** How good the model is and what it does without, in sentences. */
    String note() {
        if (known.count() == 0) {
            return "No value is known, so none can be foretold.";
        }
        var notes = new ArrayList<String>();
        notes.add(measured());
        long without = (long) bench.engine()
                .number(
                        Sql.of("select count(*) from " + bench.table() + " where " + cell + " is null and ("
                                + predictors.anyIsMissing() + ")"),
                        progress);
        if (without > 0) {
            notes.add("%,d of the rows to fill lack a value of the other columns; that it is missing counts there."
                    .formatted(without));
        }
        return String.join(" ", notes);
    }

    private String measured() {
        var chance = SEED.generator();
        var isAside = new boolean[known.count()];
        for (int i = 0; i < isAside.length; i++) {
            isAside[i] = chance.nextDouble() < SET_ASIDE;
        }
        var aside = known.only(
                IntStream.range(0, isAside.length).filter(i -> isAside[i]).toArray());
        var rest = known.only(
                IntStream.range(0, isAside.length).filter(i -> !isAside[i]).toArray());
        if (aside.count() < LEAST_SET_ASIDE) {
            return "Too few values are known to tell how good the model is.";
        }
        var fitted = new Fitted(rest);
        return isOfClasses() ? accuracy(fitted, rest, aside) : explained(fitted, rest, aside);
    }

    private static String accuracy(Fitted fitted, LearningRows rest, LearningRows aside) {
        double usual = rest.mostFrequent();
        double right = 0;
        double rightByMode = 0;
        for (int i = 0; i < aside.count(); i++) {
            right += fitted.value(aside, i) == aside.target(i) ? 1 : 0;
            rightByMode += usual == aside.target(i) ? 1 : 0;
        }
        return "On %,d known rows set aside the model is right in %.1f %%, the most frequent value in %.1f %%.%s"
                .formatted(
                        aside.count(),
                        100 * right / aside.count(),
                        100 * rightByMode / aside.count(),
                        right > rightByMode ? "" : " It is no better than the most frequent value.");
    }

    private static String explained(Fitted fitted, LearningRows rest, LearningRows aside) {
        double mean = rest.mean();
        double residual = 0;
        double total = 0;
        for (int i = 0; i < aside.count(); i++) {
            double off = fitted.value(aside, i) - aside.target(i);
            residual += off * off;
            total += (aside.target(i) - mean) * (aside.target(i) - mean);
        }
        if (total == 0) {
            return "The known rows set aside all have the same value.";
        }
        return "On %,d known rows set aside R² is %.3f, where that of the mean is 0.%s"
                .formatted(
                        aside.count(),
                        1 - residual / total,
                        residual < total ? "" : " The model is no better than the mean.");
    }
}
