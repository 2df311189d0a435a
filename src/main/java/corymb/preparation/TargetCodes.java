package corymb.preparation;

import corymb.work.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns the mean of a column for each value of texts.
 *
 * <p>Reference: D. Micci-Barreca, A preprocessing scheme for high-cardinality categorical attributes, SIGKDD Explorations 3 (2001),
 * doi:10.1145/507533.507538. Cost: O(rows) a text, O(rows x folds) with folds.
 */
record TargetCodes(Cells cells, Step.EncodeTarget step) {
    Learnt learn() {
        return learn(_ -> true);
    }

    /** Puts codes in the place of texts where each row gets what the rows of the other folds say. */
    void crossFit() {
        var texts = cells.texts(step.columns()).stream().map(cells::text).toList();
        var ofOthers = IntStream.range(0, Math.min(step.folds(), cells.rows()))
                .mapToObj(fold -> learn(row -> row % step.folds() != fold))
                .toList();
        texts.forEach(text -> cells.putNumber(
                text.name(), row -> ofOthers.get(row % step.folds()).of(text, row)));
        cells.remove(step.target());
    }

    private Learnt.Codes learn(IntPredicate isIn) {
        var target = cells.number(step.target());
        var all = new Sum(0, 0);
        for (int row = 0; row < cells.rows(); row++) {
            all = isIn.test(row) && !target.isMissing(row) ? all.plus(target.get(row)) : all;
        }
        if (all.rows() == 0) {
            throw new Problem(
                            "The column “" + step.target() + "” has too few values to learn from.",
                            "preparation",
                            "Name another target, or fewer folds.")
                    .asFailure();
        }
        double mean = all.total() / all.rows();
        var codes = cells.texts(step.columns()).stream()
                .collect(Collectors.toMap(name -> name, name -> codes(name, mean, isIn)));
        return new Learnt.Codes(codes, mean, step.target());
    }

    private Map<String, Double> codes(String name, double mean, IntPredicate isIn) {
        var texts = cells.text(name);
        var target = cells.number(step.target());
        var sums = new HashMap<String, Sum>();
        for (int row = 0; row < cells.rows(); row++) {
            if (isIn.test(row) && !texts.isMissing(row) && !target.isMissing(row)) {
                sums.merge(texts.text(row), new Sum(1, target.get(row)), Sum::plus);
            }
        }
        return sums.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, level -> code(level.getValue(), mean)));
    }

    private double code(Sum sum, double mean) {
        return (sum.total() + step.smoothing() * mean) / (sum.rows() + step.smoothing());
    }

    /** What rows with one value come to. */
    private record Sum(double rows, double total) {
        Sum plus(double value) {
            return plus(new Sum(1, value));
        }

        Sum plus(Sum other) {
            return new Sum(rows + other.rows, total + other.total);
        }
    }
}
