package corymb.clustering;

import corymb.table.Column;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows of numbers and of categories, column by column, as kernels for mixed data take them: a number that is missing is NaN, and a
 * category is the place of its value among the sorted values of its column.
 */
public final class MixedRows {
    /** A category that is missing; a text without a letter is. */
    static final int MISSING = -1;

    /** A value that is not among those of the column. */
    static final int UNKNOWN = -2;

    private final int count;
    private final List<String> names;
    private final double[][] numbers;
    private final int[][] categories;
    private final List<List<String>> levels;
    private final Gower gower;

    private MixedRows(
            int count,
            List<String> names,
            double[][] numbers,
            int[][] categories,
            List<List<String>> levels,
            Gower gower) {
        this.count = count;
        this.names = names;
        this.numbers = numbers;
        this.categories = categories;
        this.levels = levels;
        this.gower = gower;
    }

    /** Of a table as it stands: texts are categories, all else is numbers. */
    public static MixedRows of(Table table) {
        var texts = table.columns().stream()
                .filter(TextColumn.class::isInstance)
                .map(TextColumn.class::cast)
                .toList();
        var others = table.columns().stream()
                .filter(column -> !(column instanceof TextColumn))
                .toList();
        var levels = texts.stream().map(MixedRows::levels).toList();
        var categories = new int[texts.size()][];
        Arrays.setAll(categories, column -> codes(texts.get(column), levels.get(column)));
        var numbers = others.stream().map(MixedRows::numbers).toArray(double[][]::new);
        return new MixedRows(
                table.rowCount(),
                others.stream().map(Column::name).toList(),
                numbers,
                categories,
                levels,
                Gower.of(numbers));
    }

    /** Of numbers alone. */
    static MixedRows of(Matrix rows) {
        var numbers = new double[rows.columnCount()][];
        Arrays.setAll(numbers, column -> Scaler.column(rows, column));
        return new MixedRows(rows.rowCount(), rows.columnNames(), numbers, new int[0][], List.of(), Gower.of(numbers));
    }

    /** The same categories, with numbers as they were prepared: without gaps, and on one scale. */
    MixedRows onScale(Matrix prepared) {
        var scaled = names.stream()
                .map(name -> Scaler.column(prepared, prepared.columnNames().indexOf(name)))
                .toArray(double[][]::new);
        return new MixedRows(count, names, scaled, categories, levels, Gower.of(scaled));
    }

    private static double[] numbers(Column column) {
        return IntStream.range(0, column.size())
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : number(column, row))
                .toArray();
    }

    private static double number(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> numbers.get(row);
            case TimeColumn times -> times.micros(row);
            case TextColumn _ -> Double.NaN;
        };
    }

    private static List<String> levels(TextColumn texts) {
        var levels = new TreeSet<String>();
        for (int row = 0; row < texts.size(); row++) {
            levels.add(texts.text(row));
        }
        levels.remove("");
        return List.copyOf(levels);
    }

    private static int[] codes(TextColumn texts, List<String> levels) {
        var code = coding(levels);
        return IntStream.range(0, texts.size())
                .map(row -> code.applyAsInt(texts.text(row)))
                .toArray();
    }

    private static ToIntFunction<String> coding(List<String> levels) {
        var codes = new HashMap<String, Integer>();
        for (int code = 0; code < levels.size(); code++) {
            codes.put(levels.get(code), code);
        }
        codes.put("", MISSING);
        return level -> codes.getOrDefault(level, UNKNOWN);
    }

    /** The same rows with categories told as others tell theirs. */
    MixedRows toldAs(MixedRows others) {
        var told = new int[categories.length][];
        for (int column = 0; column < told.length; column++) {
            int[] codes = levels.get(column).stream()
                    .mapToInt(coding(others.levels.get(column)))
                    .toArray();
            told[column] = Arrays.stream(categories[column])
                    .map(code -> code < 0 ? code : codes[code])
                    .toArray();
        }
        return new MixedRows(count, names, numbers, told, others.levels, gower);
    }

    /** The rows at these places, in their order; a place may come several times. */
    public MixedRows rows(int... places) {
        return new MixedRows(
                places.length,
                names,
                Arrays.stream(numbers)
                        .map(column -> IntStream.of(places)
                                .mapToDouble(row -> column[row])
                                .toArray())
                        .toArray(double[][]::new),
                Arrays.stream(categories)
                        .map(column ->
                                IntStream.of(places).map(row -> column[row]).toArray())
                        .toArray(int[][]::new),
                levels,
                gower);
    }

    /** As many rows whose numbers are spread evenly over the range of their column, and categories over its values. */
    MixedRows spreadEvenly(RandomGenerator chance) {
        var spread = spreadNumbers(chance);
        var drawn = new int[categories.length][count];
        for (int column = 0; column < drawn.length; column++) {
            int many = Math.max(1, levels.get(column).size());
            Arrays.setAll(drawn[column], _ -> chance.nextInt(many));
        }
        return new MixedRows(count, names, spread, drawn, levels, gower);
    }

    /** The same with categories drawn from those there are, each column by itself: which values are common tells no groups. */
    MixedRows spreadApart(RandomGenerator chance) {
        return new MixedRows(count, names, spreadNumbers(chance), drawnCategories(chance), levels, gower);
    }

    private double[][] spreadNumbers(RandomGenerator chance) {
        var spread = new double[numbers.length][count];
        for (int column = 0; column < numbers.length; column++) {
            double low = Arrays.stream(numbers[column])
                    .filter(Double::isFinite)
                    .min()
                    .orElse(0);
            double range = gower.ranges().get(column);
            Arrays.setAll(spread[column], _ -> low + chance.nextDouble() * range);
        }
        return spread;
    }

    /** As many rows with the values there are, each column drawn by itself, so that nothing goes together. */
    MixedRows mixedUp(RandomGenerator chance) {
        var drawn = new double[numbers.length][count];
        for (int column = 0; column < numbers.length; column++) {
            var values = numbers[column];
            Arrays.setAll(drawn[column], _ -> values[chance.nextInt(count)]);
        }
        return new MixedRows(count, names, drawn, drawnCategories(chance), levels, gower);
    }

    private int[][] drawnCategories(RandomGenerator chance) {
        var codes = new int[categories.length][count];
        for (int column = 0; column < codes.length; column++) {
            var values = categories[column];
            Arrays.setAll(codes[column], _ -> values[chance.nextInt(count)]);
        }
        return codes;
    }

    int count() {
        return count;
    }

    /** How unlike they are, by the ranges of the rows they were taken from. */
    Gower gower() {
        return gower;
    }

    /** The columns of numbers; not to be written to. */
    double[][] numbers() {
        return numbers;
    }

    /** The columns of categories; not to be written to. */
    int[][] categories() {
        return categories;
    }

    /** The values of a column of categories, in order. */
    List<String> levels(int column) {
        return levels.get(column);
    }

    /** The value of a category, empty where it is missing. */
    String level(int column, int code) {
        return code < 0 ? "" : levels.get(column).get(code);
    }

    /** The place of a value of a column of categories. */
    int code(int column, String level) {
        return coding(levels.get(column)).applyAsInt(level);
    }

    /** What makes a row: two rows are the same where these are. */
    List<Object> key(int row) {
        var key = new ArrayList<Object>();
        for (var column : numbers) {
            key.add(column[row] + 0.0);
        }
        for (var column : categories) {
            key.add(column[row]);
        }
        return key;
    }

    /** Whether a row is the same as one of others that tell categories alike. */
    boolean isSame(int row, MixedRows others, int other) {
        for (int column = 0; column < numbers.length; column++) {
            // Both may be missing.
            if (Double.compare(numbers[column][row] + 0.0, others.numbers[column][other] + 0.0) != 0) {
                return false;
            }
        }
        for (int column = 0; column < categories.length; column++) {
            if (categories[column][row] != others.categories[column][other]) {
                return false;
            }
        }
        return true;
    }

    /** Leaves with a problem where there are fewer distinct rows than clusters. */
    void requireDistinctRows(int clusters) {
        Rows.requireDistinct(count, clusters, this::key);
    }
}
