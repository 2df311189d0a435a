package corymb.repair;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows of which a model learns, as flat arrays: the numbers of each, and what it is to foretell. */
final class LearningRows {
    private static final int BLOCK = 8_192;

    private final Predictors predictors;
    private final double[] values;
    private final double[] targets;

    /** @param values row after row, the values of the columns */
    LearningRows(Predictors predictors, double[] values, double[] targets) {
        this.predictors = predictors;
        this.values = values;
        this.targets = targets;
    }

    int count() {
        return targets.length;
    }

    double target(int row) {
        return targets[row];
    }

    /** Only these rows. */
    LearningRows only(int[] rows) {
        int count = predictors.count();
        var some = new double[rows.length * count];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * count, some, i * count, count);
        }
        return new LearningRows(
                predictors,
                some,
                IntStream.of(rows).mapToDouble(row -> targets[row]).toArray());
    }

    /** The same with classes numbered anew by their places in a list; with no classes the same. */
    LearningRows numbered(int[] classes) {
        return classes.length == 0
                ? this
                : new LearningRows(
                        predictors,
                        values,
                        Arrays.stream(targets)
                                .map(target -> Arrays.binarySearch(classes, (int) target))
                                .toArray());
    }

    double mean() {
        return Arrays.stream(targets).average().orElse(0);
    }

    /** Of classes the most frequent; the first of equals. */
    double mostFrequent() {
        var counts = new TreeMap<Double, Integer>();
        Arrays.stream(targets).forEach(target -> counts.merge(target, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Double, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    void spread(int row, double[] into) {
        predictors.spread(values, row, into);
    }

    /** What makes the numbers have mean 0 and variance 1. */
    Standardising standardising() {
        var means = new double[predictors.width()];
        var present = new double[means.length];
        forEachNumber((at, value) -> {
            means[at] += value;
            present[at]++;
        });
        Arrays.setAll(means, at -> means[at] / Math.max(1, present[at]));
        var squares = new double[means.length];
        forEachNumber((at, value) -> squares[at] += (value - means[at]) * (value - means[at]));
        return Standardising.of(means, squares, count());
    }

    private void forEachNumber(NumberReader reader) {
        var row = new double[predictors.width()];
        for (int i = 0; i < count(); i++) {
            spread(i, row);
            for (int at = 0; at < row.length; at++) {
                if (!Double.isNaN(row[at])) {
                    reader.read(at, row[at]);
                }
            }
        }
    }

    @FunctionalInterface
    private interface NumberReader {
        void read(int at, double value);
    }

    /** The sums over all rows that linear models are made of; the same on any number of cores. */
    Moments moments(Standardising standardising, int classes, Progress progress) {
        var parts = new Moments[Parallel.blocks(count(), BLOCK)];
        Parallel.forBlocks(count(), BLOCK, progress, (block, from, to) -> {
            var part = new Moments(predictors.width(), Math.max(1, classes));
            var row = new double[predictors.width()];
            for (int i = from; i < to; i++) {
                spread(i, row);
                standardising.apply(row);
                part.add(row, classes == 0 ? 0 : (int) targets[i], classes == 0 ? targets[i] : 1);
            }
            parts[block] = part;
        });
        var whole = new Moments(predictors.width(), Math.max(1, classes));
        Arrays.stream(parts).forEach(whole::add);
        return whole;
    }
}
