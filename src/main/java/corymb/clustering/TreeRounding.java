package corymb.clustering;

import corymb.work.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives the thresholds of a tree as few digits as can be while it tells each cluster as well, but for one of its rows in
 * {@value #ROWS_A_SLIP}.
 *
 * <p>Cost: O(digits x rows x depth²).
 */
final class TreeRounding {
    private static final int ROWS_A_SLIP = 1_000;
    private static final int MOST_DIGITS = 17;

    /** How many rows of each cluster may still end elsewhere. */
    private final int[] slips;

    private final Progress progress;

    private TreeRounding(TreeSample sample, Progress progress) {
        this.slips =
                Arrays.stream(sample.counts()).map(size -> size / ROWS_A_SLIP).toArray();
        this.progress = progress;
    }

    /** The tree with rounder thresholds, as it tells the rows of a sample. */
    static DecisionTree of(DecisionTree tree, TreeSample sample, Progress progress) {
        return new TreeRounding(sample, progress).rounded(tree, sample);
    }

    /** A part of the tree, with the rows that come to it. */
    private DecisionTree rounded(DecisionTree part, TreeSample sample) {
        if (!(part instanceof DecisionTree.Split split)) {
            return part;
        }
        var before = agreeing(split, sample);
        double threshold = candidates(split.threshold())
                .filter(round -> spends(before, agreeing(split.at(round), sample)))
                .findFirst()
                .orElse(split.threshold());
        return new DecisionTree.Split(
                split.column(),
                threshold,
                rounded(split.low(), sample.part(split.column(), threshold, true)),
                rounded(split.high(), sample.part(split.column(), threshold, false)));
    }

    /** Takes what a rounder threshold costs off what it may cost; false where it costs more. */
    private boolean spends(int[] before, int... after) {
        boolean isCheap =
                IntStream.range(0, slips.length).allMatch(label -> before[label] - after[label] <= slips[label]);
        if (isCheap) {
            Arrays.setAll(slips, label -> slips[label] - Math.max(0, before[label] - after[label]));
        }
        return isCheap;
    }

    /** The neighbours with one digit, the nearer first, then those with two, and so on. */
    private static Stream<Double> candidates(double threshold) {
        var exact = BigDecimal.valueOf(threshold);
        return IntStream.rangeClosed(1, MOST_DIGITS)
                .boxed()
                .flatMap(digits -> Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                        .map(mode -> exact.round(new MathContext(digits, mode)).doubleValue())
                        .sorted(Comparator.comparingDouble(rounded -> Math.abs(rounded - threshold))));
    }

    /** How many rows of each cluster end there. */
    private int[] agreeing(DecisionTree tree, TreeSample sample) {
        progress.check();
        var agreeing = new int[slips.length];
        sample.places()
                .filter(row -> tree.label(sample.rows(), row) == sample.label(row))
                .forEach(row -> agreeing[sample.label(row)]++);
        return agreeing;
    }
}
