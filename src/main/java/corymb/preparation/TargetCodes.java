package corymb.preparation;

import corymb.work.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Learns the mean of a column for each value of texts. */
record TargetCodes(Cells cells, Step.EncodeTarget step) {
    Learnt learn() {
        var target = cells.number(step.target());
        double mean = Arrays.stream(cells.present(step.target()))
                .average()
                .orElseThrow(() -> new Problem(
                                "The column “" + step.target() + "” has no value for anybody.",
                                "preparation",
                                "Name another target.")
                        .asFailure());
        var codes =
                cells.texts(step.columns()).stream().collect(Collectors.toMap(name -> name, name -> codes(name, mean)));
        return new Learnt.Codes(codes, mean, target.name());
    }

    private Map<String, Double> codes(String name, double mean) {
        var texts = cells.text(name);
        var target = cells.number(step.target());
        var sums = new HashMap<String, Sum>();
        for (int row = 0; row < cells.rows(); row++) {
            if (!texts.isMissing(row) && !target.isMissing(row)) {
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
        Sum plus(Sum other) {
            return new Sum(rows + other.rows, total + other.total);
        }
    }
}
