package corymb.feature;

import corymb.table.Column;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Turns feature columns into matrix columns one after the other. */
final class MatrixEncoder {
    /** What all levels of a text but the commonest are called. */
    static final String OTHER = "(other)";

    private static final int MOST_LEVELS = 12;
    private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    private final boolean tamesTails;
    private final List<Encoding> encodings = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    MatrixEncoder(boolean tamesTails) {
        this.tamesTails = tamesTails;
    }

    List<Encoding> encodings() {
        return List.copyOf(encodings);
    }

    Matrix matrix(int rows) {
        int width = columns.size();
        var values = new double[rows * width];
        for (int column = 0; column < width; column++) {
            var from = columns.get(column);
            for (int row = 0; row < rows; row++) {
                values[row * width + column] = from[row];
            }
        }
        return new Matrix(encodings.stream().map(Encoding::column).toList(), values);
    }

    void add(Column column) {
        switch (column) {
            case NumberColumn numbers -> addNumbers(column.name(), values(numbers.size(), numbers::get));
            case TimeColumn times -> addNumbers(column.name(), values(times.size(), row -> days(times, row)));
            case TextColumn texts -> addLevels(texts);
        }
    }

    private static double[] values(int size, RowValue value) {
        var values = new double[size];
        Arrays.setAll(values, value::at);
        return values;
    }

    private static double days(TimeColumn times, int row) {
        return times.isMissing(row) ? Double.NaN : times.micros(row) / MICROS_PER_DAY;
    }

    private void addNumbers(String name, double... values) {
        var present = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (present.length == 0) {
            throw new Problem(
                            "The feature \"" + name + "\" has no value for anybody.",
                            "features",
                            "Leave it out or choose another.")
                    .asFailure();
        }
        boolean isLogarithm = tamesTails && present[0] >= 0 && skewness(present) > 1;
        double median = median(present);
        for (int row = 0; row < values.length; row++) {
            double value = Double.isFinite(values[row]) ? values[row] : median;
            values[row] = isLogarithm ? Math.log1p(value) : value;
        }
        columns.add(values);
        encodings.add(new Encoding(name, name, values.length - present.length, median, isLogarithm));
    }

    private static double median(double... sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The third standardised moment; 0 where all values are equal. */
    private static double skewness(double... values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double second = mean(values, value -> (value - mean) * (value - mean));
        double third = mean(values, value -> (value - mean) * (value - mean) * (value - mean));
        return second == 0 ? 0 : third / Math.pow(second, 1.5);
    }

    private static double mean(double[] values, DoubleUnaryOperator power) {
        return Arrays.stream(values).map(power).average().orElse(0);
    }

    private void addLevels(TextColumn texts) {
        var counts = new HashMap<String, Long>();
        long missing = 0;
        for (int row = 0; row < texts.size(); row++) {
            if (texts.isMissing(row)) {
                missing++;
            } else {
                counts.merge(texts.text(row), 1L, Long::sum);
            }
        }
        var levels = commonest(counts);
        for (var level : levels) {
            addLevel(texts, level, missing, text -> text.equals(level) ? 1 : 0);
        }
        if (counts.size() > levels.size()) {
            addLevel(texts, OTHER, missing, text -> levels.contains(text) ? 0 : 1);
        }
        if (counts.isEmpty()) {
            addNumbers(texts.name(), values(texts.size(), _ -> Double.NaN));
        }
    }

    private static List<String> commonest(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void addLevel(TextColumn texts, String level, long missing, ToDoubleFunction<String> indicator) {
        columns.add(values(texts.size(), row -> texts.isMissing(row) ? 0 : indicator.applyAsDouble(texts.text(row))));
        encodings.add(new Encoding(texts.name() + "=" + level, texts.name(), missing, 0, false));
    }

    /** The value of a row. */
    @FunctionalInterface
    private interface RowValue {
        double at(int row);
    }
}
