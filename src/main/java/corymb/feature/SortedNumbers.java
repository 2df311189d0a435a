package corymb.feature;

import corymb.feature.Histogram.Bin;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.SignificantDigits;
import corymb.stats.Spread;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The finite values of one column in ascending order; times count in seconds. */
final class SortedNumbers {
    /** The part of the values at either end that may lie far out. */
    private static final double FAR = 0.01;

    private final ColumnType type;
    private final double[] values;
    private int size;

    private SortedNumbers(ColumnType type, int most) {
        this.type = type;
        this.values = new double[most];
    }

    /** The values of a column of a table; none of texts. */
    static SortedNumbers of(Engine engine, Relation table, Field field, Progress progress) {
        if (field.type() == ColumnType.TEXT) {
            return new SortedNumbers(field.type(), 0);
        }
        var numbers = new SortedNumbers(field.type(), Math.toIntExact(table.rows()));
        var name = Sql.name(field.name());
        engine.forEachNumbers(
                Sql.of("select cast(" + (field.type().isTemporal() ? "epoch(" + name + ")" : name) + " as double) from "
                        + table.quoted()),
                numbers::add,
                progress);
        Arrays.sort(numbers.values, 0, numbers.size);
        return numbers;
    }

    private void add(Engine.Numbers row) {
        double value = row.decimalAt(0);
        if (Double.isFinite(value)) {
            values[size++] = value;
        }
    }

    int size() {
        return size;
    }

    /** NaN of none, as are the next three. */
    double minimum() {
        return size == 0 ? Double.NaN : values[0];
    }

    double median() {
        return size == 0 ? Double.NaN : Spread.quantile(values, size, 0.5);
    }

    double mean() {
        return Arrays.stream(values, 0, size).average().orElse(Double.NaN);
    }

    double maximum() {
        return size == 0 ? Double.NaN : values[size - 1];
    }

    /** How many values lie in ranges of equal width; few whole numbers get a range each. */
    List<Bin> bins() {
        var counts = new long[size == 0 ? 0 : binCount()];
        for (int place = 0; place < size; place++) {
            counts[Math.min((int) Math.floor((values[place] / 2 - minimum() / 2) / halfWidth()), counts.length - 1)]++;
        }
        return IntStream.range(0, counts.length)
                .mapToObj(bin -> bin(bin, counts.length, counts[bin]))
                .toList();
    }

    /**
     * How many values lie in ranges of equal, round width where all but some in a hundred lie; a first and a last range hold what lies
     * far out. None where nothing does.
     */
    List<Bin> near() {
        if (size == 0) {
            return List.of();
        }
        double low = Spread.quantile(values, size, FAR);
        double high = Spread.quantile(values, size, 1 - FAR);
        double from = low - minimum() > high - low ? low : minimum();
        double to = maximum() - high > high - low ? high : maximum();
        boolean isNothingFar = from == minimum() && to == maximum();
        return isNothingFar || !(to > from) || Double.isInfinite(to - from) ? List.of() : near(from, to);
    }

    private List<Bin> near(double from, double to) {
        double width = RoundWidth.of((to - from) / Histogram.MOST_VALUES, type == ColumnType.INTEGER);
        double first = Math.floor(from / width);
        double last = Math.floor(to / width);
        var edges = DoubleStream.builder();
        if (minimum() < first * width) {
            edges.add(minimum());
        }
        for (double place = first; place <= last + 1; place++) {
            edges.add(place * width);
        }
        if (maximum() > (last + 1) * width) {
            edges.add(maximum());
        }
        return between(edges.build().toArray());
    }

    /** The last range holds its end as well. */
    private List<Bin> between(double... edges) {
        return IntStream.range(0, edges.length - 1)
                .mapToObj(place -> {
                    double from = edges[place];
                    double to = edges[place + 1];
                    int end = place == edges.length - 2 ? size : below(to);
                    boolean isOne = type == ColumnType.INTEGER && to - from == 1;
                    return new Bin(isOne ? shown(from) : shown(from) + " to " + shown(to), from, to, end - below(from));
                })
                .toList();
    }

    /** How many values are less. */
    private int below(double edge) {
        int place = Arrays.binarySearch(values, 0, size, edge);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && values[place - 1] == edge) {
            place--;
        }
        return place;
    }

    private int binCount() {
        if (minimum() == maximum() || halfWidth() == 0) {
            return 1;
        }
        return isCounted() ? (int) (maximum() - minimum()) + 1 : Histogram.MOST_VALUES;
    }

    private boolean isCounted() {
        return type == ColumnType.INTEGER && maximum() - minimum() < Histogram.MOST_VALUES;
    }

    /** By halves, which change nothing but that the widest range is no longer infinite. */
    private double halfWidth() {
        return isCounted() || minimum() == maximum() ? 0.5 : (maximum() / 2 - minimum() / 2) / Histogram.MOST_VALUES;
    }

    private Bin bin(int place, int bins, long count) {
        double from = 2 * (minimum() / 2 + place * halfWidth());
        double to = bins == 1 ? maximum() : 2 * (from / 2 + halfWidth());
        return new Bin(label(from, to), from, to, count);
    }

    private String label(double from, double to) {
        return isCounted() || from == to ? shown(from) : shown(from) + " to " + shown(to);
    }

    private String shown(double value) {
        if (type.isTemporal()) {
            return Instant.ofEpochSecond((long) value).toString().substring(0, 10);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : SignificantDigits.of(value);
    }
}
