package corymb.feature;

import corymb.feature.Histogram.Bin;
import corymb.sql.Engine;
import corymb.stats.SignificantDigits;
import corymb.stats.Spread;
import corymb.table.ColumnType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The finite values of one column in ascending order; times count in seconds. */
final class SortedNumbers {
    private final ColumnType type;
    private final double[] values;
    private int size;

    /** @param most how many values there can be */
    SortedNumbers(ColumnType type, int most) {
        this.type = type;
        this.values = new double[most];
    }

    /** Takes the one number of a row, in any order until {@link #sort}. */
    void add(Engine.Numbers row) {
        double value = row.decimalAt(0);
        if (Double.isFinite(value)) {
            values[size++] = value;
        }
    }

    void sort() {
        Arrays.sort(values, 0, size);
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
