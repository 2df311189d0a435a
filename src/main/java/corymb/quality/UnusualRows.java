package corymb.quality;

import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TimeColumn;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the rows of a source that are unlike the others in several columns taken together, and says why.
 *
 * <p>Looked at are numbers and times as they are and categories by how rare they are; a missing value counts as the usual one.
 * A row is unusual when an {@link IsolationForest} gives it a score of 0.6 or more that lies beyond the outer fence of all
 * scores. The columns named are those whose usual value in place of the row's own brings the score down most.
 *
 * <p>Cost: one pass over the columns; at most 50,000 rows, taken by the hash of their place, are scored.
 */
record UnusualRows(Engine engine, Source source, List<ColumnProfile> columns, Progress progress) {
    private static final long MOST_LOOKED_AT = 50_000;
    private static final int FEWEST_ROWS = 100;
    private static final int MOST_COLUMNS = 30;
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_NAMED = 20;
    private static final int MOST_REASONS = 3;
    private static final double DISTINCT = 0.6;
    private static final double TELLING = 0.01;
    private static final double EXTREME = 0.99;
    private static final Seed SEED = new Seed(1);

    /** The check that names these rows; none where no row stands out or too little is there to compare. */
    List<Check> checks() {
        var compared = columns.stream()
                .filter(this::isTelling)
                .limit(MOST_COLUMNS)
                .map(ColumnProfile::name)
                .toList();
        if (compared.size() < 2 || source.accepted() < FEWEST_ROWS) {
            return List.of();
        }
        var table = engine.table(looked(compared), progress);
        var scales = compared.stream().map(name -> Scale.of(table.column(name))).toList();
        var found = new Comparison(table, scales, matrix(compared, scales)).unusual();
        return found.isEmpty() ? List.of() : List.of(new Check.Unusual(found, table.rowCount()));
    }

    /** Keys differ in each row and say nothing of what it is like. */
    private boolean isTelling(ColumnProfile column) {
        long present = source.accepted() - column.missing();
        long different = column.distinct().values();
        if (different < 2 || column.name().equals("id") || column.name().endsWith("_id")) {
            return false;
        }
        return switch (column.type()) {
            case TEXT, BOOLEAN -> different <= MOST_CATEGORIES;
            case INTEGER -> different < 0.95 * present;
            case DECIMAL, DATE, TIMESTAMP -> true;
        };
    }

    private Sql looked(List<String> compared) {
        var place = Sql.name(CheckSql.place(source));
        long step = Math.ceilDiv(source.accepted(), MOST_LOOKED_AT);
        var some = step == 1 ? "" : " where hash(" + place + ") % " + step + " = 0";
        return Sql.of("select * from (select " + Sql.names(compared) + ", row_number() over () as " + place + " from "
                + source.data().quoted() + ")" + some);
    }

    private static Matrix matrix(List<String> names, List<Scale> scales) {
        int rows = scales.getFirst().values.length;
        var values = new double[rows * names.size()];
        for (int column = 0; column < names.size(); column++) {
            var scale = scales.get(column).values;
            for (int row = 0; row < rows; row++) {
                values[row * names.size() + column] = scale[row];
            }
        }
        return new Matrix(names, values);
    }

    /** The values of a column as numbers, and the usual one. */
    private static final class Scale {
        private final Column column;
        private final double usual;
        private final double[] values;

        private Scale(Column column, double usual, double... values) {
            this.column = column;
            this.usual = usual;
            this.values = values;
        }

        static Scale of(Column column) {
            var values = new double[column.size()];
            boolean isCategory = !(column.type().isNumeric() || column.type().isTemporal());
            var rarity = isCategory ? rarity(column) : Map.<String, Double>of();
            for (int row = 0; row < values.length; row++) {
                values[row] = switch (column) {
                    case TimeColumn times -> times.isMissing(row) ? Double.NaN : times.micros(row) / 8.64e10;
                    case NumberColumn numbers
                    when !isCategory -> Double.isFinite(numbers.get(row)) ? numbers.get(row) : Double.NaN;
                    default -> column.isMissing(row) ? Double.NaN : rarity.getOrDefault(column.text(row), Double.NaN);
                };
            }
            var known = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            double usual = known.length == 0 ? 0 : known[isCategory ? 0 : known.length / 2];
            return new Scale(
                    column,
                    usual,
                    Arrays.stream(values)
                            .map(value -> Double.isNaN(value) ? usual : value)
                            .toArray());
        }

        /** How many bits a value tells: 0 where all rows have it, 10 where one in a thousand does. */
        private static Map<String, Double> rarity(Column column) {
            var rows = IntStream.range(0, column.size())
                    .filter(row -> !column.isMissing(row))
                    .mapToObj(column::text)
                    .collect(Collectors.groupingBy(text -> text, HashMap::new, Collectors.counting()));
            var rarity = new HashMap<String, Double>();
            rows.forEach((text, count) -> rarity.put(text, Math.log((double) column.size() / count) / Math.log(2)));
            return rarity;
        }

        /** The value of a row with how it compares, such as "value 9,000, above 99.9 % of rows". */
        String reason(int row) {
            var text = column.text(row);
            var shown = column.name() + " "
                    + (text.length() > 10 && column.type() == ColumnType.TIMESTAMP
                            ? text.substring(0, 10)
                            : ShownText.of(text));
            if (column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN) {
                return shown + ", as in " + percent(Math.pow(2, -values[row])) + " of rows";
            }
            double below = share(value -> value < values[row]);
            double above = share(value -> value > values[row]);
            if (below >= EXTREME) {
                return shown + ", above " + percent(below) + " of rows";
            }
            return above >= EXTREME ? shown + ", below " + percent(above) + " of rows" : shown;
        }

        private double share(DoublePredicate is) {
            return (double) Arrays.stream(values).filter(is).count() / values.length;
        }

        private static String percent(double share) {
            double percent = share * 100;
            int decimals = percent > 99.9 || percent < 0.1 ? 3 : percent > 99 || percent < 1 ? 2 : 1;
            return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
        }
    }

    private record Comparison(Table table, List<Scale> scales, Matrix matrix) {
        List<UnusualRow> unusual() {
            var forest = IsolationForest.fit(matrix, SEED, Progress.NONE);
            var scores = forest.scores(matrix, Progress.NONE);
            var sorted = Arrays.stream(scores).sorted().toArray();
            var quartiles = new NumberSummary(
                    0, 0, sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]);
            double least = Math.max(DISTINCT, Fences.of(quartiles).high());
            return IntStream.range(0, scores.length)
                    .filter(row -> scores[row] >= least)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> -scores[row]))
                    .limit(MOST_NAMED)
                    .map(row -> new UnusualRow(
                            (long) ((NumberColumn) table.columns().getLast()).get(row),
                            scores[row],
                            reason(forest, row, scores[row])))
                    .toList();
        }

        private String reason(IsolationForest forest, int row, double score) {
            var drops = new double[scales.size()];
            var values = new double[scales.size()];
            for (int column = 0; column < drops.length; column++) {
                values[column] = matrix.get(row, column);
            }
            for (int column = 0; column < drops.length; column++) {
                var changed = values.clone();
                changed[column] = scales.get(column).usual;
                drops[column] = score - forest.score(changed);
            }
            var telling = IntStream.range(0, drops.length)
                    .filter(column -> drops[column] >= TELLING)
                    .boxed()
                    .sorted(Comparator.comparingDouble(column -> -drops[column]))
                    .limit(MOST_REASONS)
                    .toList();
            var reasons = new ArrayList<String>();
            telling.forEach(column -> reasons.add(scales.get(column).reason(row)));
            return reasons.isEmpty() ? "An unusual combination of values" : String.join("; ", reasons);
        }
    }
}
