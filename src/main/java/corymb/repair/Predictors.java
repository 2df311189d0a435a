package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns a model goes by, as numbers. A number, a time and a truth value is one, beside another that says whether it is
 * missing; a text is as many as it has frequent values, each 1 or 0, beside one for all others and one for none.
 */
final class Predictors {
    /** Values of a text that are rarer than so many others count as one. */
    private static final int MOST_LEVELS = 20;

    private final List<Predictor> all;

    private Predictors(List<Predictor> all) {
        this.all = all;
    }

    /**
     * One of them.
     *
     * @param cell the column
     * @param value what it is as a number, as SQL: of a text the place of its value among the levels, counted from 1
     * @param levels how many values of a text count alone; 0 of what is no text
     */
    private record Predictor(String cell, Sql value, int levels) {
        int width() {
            return levels == 0 ? 2 : levels + 2;
        }
    }

    /** @param isKnown the condition of rows that a model learns from */
    static Predictors of(List<Integer> columns, String isKnown, Workbench bench, Progress progress) {
        return new Predictors(columns.stream()
                .map(column -> bench.field(column).type() == ColumnType.TEXT
                        ? text(column, isKnown, bench, progress)
                        : new Predictor(
                                "f" + column, number(column, bench.field(column).type()), 0))
                .toList());
    }

    private static Sql number(int column, ColumnType type) {
        var cell = "f" + column;
        return Sql.of(
                switch (type) {
                    case DATE, TIMESTAMP -> "epoch(" + cell + ")";
                    case BOOLEAN -> "cast(cast(" + cell + " as integer) as double)";
                    case INTEGER, DECIMAL, TEXT -> "cast(" + cell + " as double)";
                });
    }

    private static Predictor text(int column, String isKnown, Workbench bench, Progress progress) {
        var cell = "f" + column;
        var levels = levels(cell, isKnown, MOST_LEVELS, bench, progress);
        var value = Sql.of("case when " + cell + " is not null then coalesce(nullif(")
                .then(place(cell, levels))
                .then(", 0), " + (levels.size() + 1) + ") end");
        return new Predictor(cell, value, Math.max(1, levels.size()));
    }

    /** The most frequent values of a column as texts, at most so many; ties in their order. */
    static List<String> levels(String cell, String isKnown, int most, Workbench bench, Progress progress) {
        var levels = new ArrayList<String>();
        bench.engine()
                .forEachRow(
                        Sql.of("select cast(" + cell + " as varchar) as level from " + bench.table() + " where "
                                + isKnown + " and " + cell
                                + " is not null group by 1 order by count(*) desc, 1 limit " + most),
                        row -> levels.add(String.valueOf(row.getFirst())),
                        progress);
        return levels;
    }

    /** The place of a value among texts, counted from 1; 0 or null where it is none of them. */
    static Sql place(String cell, List<String> levels) {
        return Sql.of("list_position([")
                .then(Sql.join(
                        ", ",
                        levels.stream()
                                .map(level -> Sql.of("cast(? as varchar)", level))
                                .toList()))
                .then("]::varchar[], cast(" + cell + " as varchar))");
    }

    /** How many columns they are. */
    int count() {
        return all.size();
    }

    /** How many numbers they are. */
    int width() {
        return all.stream().mapToInt(Predictor::width).sum();
    }

    /** Their values, in order, as SQL. */
    Sql values() {
        return Sql.join(
                ", ",
                IntStream.range(0, all.size())
                        .mapToObj(i -> all.get(i).value().then(" as c" + i))
                        .toList());
    }

    /** The condition that one of them is missing. */
    String anyIsMissing() {
        return all.stream()
                .map(predictor -> predictor.cell() + " is null")
                .reduce((one, other) -> one + " or " + other)
                .orElse("false");
    }

    /** Spreads the values of a row over all numbers; a number that is missing is NaN. */
    void spread(double[] values, int row, double[] into) {
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            double value = values[row * all.size() + i];
            int width = all.get(i).width();
            if (all.get(i).levels() == 0) {
                into[at] = value;
                into[at + 1] = Double.isNaN(value) ? 1 : 0;
            } else {
                Arrays.fill(into, at, at + width, 0);
                into[at + (Double.isNaN(value) ? width - 1 : (int) value - 1)] = 1;
            }
            at += width;
        }
    }
}
