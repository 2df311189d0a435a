package corymb.preparation;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns between two steps: numbers, of which NaN is missing, and texts. */
final class Cells {
    private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final int rows;

    private Cells(int rows) {
        this.rows = rows;
    }

    /** The columns of a table; truth is 1 and 0, a time its days since 1970, and what is not finite is missing. */
    static Cells of(Table table) {
        var cells = new Cells(table.rowCount());
        table.columns().forEach(column -> cells.put(general(column)));
        return cells;
    }

    private static Column general(Column column) {
        return switch (column) {
            case NumberColumn numbers -> number(column.name(), numbers.size(), row -> finite(numbers.get(row)));
            case TimeColumn times ->
                number(
                        column.name(),
                        times.size(),
                        row -> times.isMissing(row) ? Double.NaN : times.micros(row) / MICROS_PER_DAY);
            case TextColumn texts -> texts;
        };
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static NumberColumn number(String name, int rows, RowValue value) {
        var values = new double[rows];
        Arrays.setAll(values, value::at);
        return new NumberColumn(name, ColumnType.DECIMAL, values);
    }

    int rows() {
        return rows;
    }

    List<Column> columns() {
        return List.copyOf(columns.values());
    }

    void put(Column column) {
        columns.put(column.name(), column);
    }

    void putNumber(String name, RowValue value) {
        put(made(name, value));
    }

    /** A column of numbers, which is not among the others yet. */
    Column made(String name, RowValue value) {
        return number(name, rows, value);
    }

    /** Puts several columns in the place of one. */
    void replace(Map<String, List<Column>> by) {
        var before = columns();
        columns.clear();
        before.stream()
                .flatMap(column -> by.getOrDefault(column.name(), List.of(column)).stream())
                .forEach(this::putNew);
    }

    private void putNew(Column column) {
        if (columns.putIfAbsent(column.name(), column) != null) {
            throw new Problem(
                            "Two columns would be called “" + column.name() + "”.",
                            "preparation",
                            "Leave one of them out, or encode texts in another way.")
                    .asFailure();
        }
    }

    void remove(String name) {
        columns.remove(name);
    }

    /** The columns of numbers that are named, or all of them where none is. */
    List<String> numbers(List<String> named) {
        return chosen(named, NumberColumn.class, "numbers");
    }

    /** The columns of texts that are named, or all of them where none is. */
    List<String> texts(List<String> named) {
        return chosen(named, TextColumn.class, "texts");
    }

    private List<String> chosen(List<String> named, Class<? extends Column> type, String what) {
        named.forEach(name -> require(name, type, what));
        return named.isEmpty()
                ? columns.values().stream()
                        .filter(type::isInstance)
                        .map(Column::name)
                        .toList()
                : named.stream().distinct().toList();
    }

    private void require(String name, Class<? extends Column> type, String what) {
        if (!type.isInstance(columns.get(name))) {
            var problem = columns.containsKey(name) ? "holds no " + what + " here" : "is not there";
            throw new Problem(
                            "The column “" + name + "” " + problem + ".",
                            "preparation",
                            "Name another column, or change the order of the steps.")
                    .asFailure();
        }
    }

    NumberColumn number(String name) {
        require(name, NumberColumn.class, "numbers");
        return (NumberColumn) columns.getOrDefault(name, new NumberColumn(name, ColumnType.DECIMAL));
    }

    TextColumn text(String name) {
        require(name, TextColumn.class, "texts");
        return (TextColumn) columns.getOrDefault(name, new TextColumn(name, List.of()));
    }

    double[] values(String name) {
        var numbers = number(name);
        return IntStream.range(0, rows).mapToDouble(numbers::get).toArray();
    }

    /** The values that are there. */
    double[] present(String name) {
        return Arrays.stream(values(name)).filter(Double::isFinite).toArray();
    }

    /** Changes the numbers of a column that are there. */
    void change(String name, DoubleUnaryOperator change) {
        var numbers = number(name);
        putNumber(name, row -> numbers.isMissing(row) ? Double.NaN : change.applyAsDouble(numbers.get(row)));
    }

    /** Changes the texts of a column that are there. */
    void changeText(String name, UnaryOperator<String> change) {
        var texts = text(name);
        var changed = new ArrayList<@Nullable String>();
        for (int row = 0; row < rows; row++) {
            changed.add(texts.isMissing(row) ? null : change.apply(texts.text(row)));
        }
        put(new TextColumn(name, changed));
    }

    /** Fills the gaps of a column of texts. */
    void fillText(String name, String fill) {
        var texts = text(name);
        put(new TextColumn(
                name,
                IntStream.range(0, rows)
                        .mapToObj(row -> texts.isMissing(row) ? fill : texts.text(row))
                        .toList()));
    }

    /** How many rows have each value of a text, the commonest first, equally common ones by name. */
    Map<String, Long> levels(String name) {
        var texts = text(name);
        var counts = new HashMap<String, Long>();
        for (int row = 0; row < rows; row++) {
            if (!texts.isMissing(row)) {
                counts.merge(texts.text(row), 1L, Long::sum);
            }
        }
        var sorted = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** The number of a row. */
    @FunctionalInterface
    interface RowValue {
        double at(int row);
    }
}
