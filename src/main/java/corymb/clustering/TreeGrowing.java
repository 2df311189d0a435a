package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Grows a classification tree: at each node the question that leaves the purest halves, until they are pure or the tree is deep
 * enough.
 *
 * <p>Reference: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and regression trees (1984), chapter 4, with Gini's
 * index; thresholds lie midway between neighbouring values, of equally good ones the first column's and the smallest count, so that
 * the tree is the same on any number of cores. Cost: O(depth x columns x rows log rows).
 */
final class TreeGrowing {
    /** Rounding alone makes no half purer. */
    private static final double LEAST_GAIN = 1e-9;

    private final int fewestRows;
    private final Progress progress;

    private TreeGrowing(int fewestRows, Progress progress) {
        this.fewestRows = fewestRows;
        this.progress = progress;
    }

    /**
     * A tree that tells the clusters of some rows, at least one.
     *
     * @param depth how many questions in a row it asks at most, at least 0
     * @param fewestRows how many rows end at each leaf at least, at least 1
     * @throws java.util.concurrent.CancellationException when asked to stop
     */
    static DecisionTree grow(TreeSample sample, int depth, int fewestRows, Progress progress) {
        return new TreeGrowing(fewestRows, progress).grow(sample, depth);
    }

    private DecisionTree grow(TreeSample sample, int depth) {
        var counts = sample.counts();
        int commonest = IntStream.range(0, counts.length)
                .reduce((one, other) -> counts[other] > counts[one] ? other : one)
                .orElseThrow();
        var leaf = new DecisionTree.Leaf(commonest);
        if (depth == 0 || counts[commonest] == sample.size()) {
            return leaf;
        }
        var cut = best(sample, purity(counts, sample.size()));
        if (cut.column() < 0) {
            return leaf;
        }
        double threshold = cut.threshold();
        return new DecisionTree.Split(
                cut.column(),
                threshold,
                grow(sample.part(cut.column(), threshold, true), depth - 1),
                grow(sample.part(cut.column(), threshold, false), depth - 1));
    }

    /** The purer, the larger: rows times (1 less Gini's index). */
    private static double purity(int[] counts, int size) {
        double squares = 0;
        for (double count : counts) {
            squares += count * count;
        }
        return squares / size;
    }

    private Cut best(TreeSample sample, double before) {
        var cuts = new Cut[sample.rows().columnCount()];
        Parallel.forBlocks(cuts.length, 1, progress, (column, _, _) -> cuts[column] = best(sample, column, before));
        return Arrays.stream(cuts)
                .reduce((one, other) -> other.purity() > one.purity() ? other : one)
                .orElseThrow();
    }

    private Cut best(TreeSample sample, int column, double before) {
        var sweep = new Sweep(sample, column);
        var best = new Cut(-1, 0, 0, before * (1 + LEAST_GAIN));
        while (sweep.advance()) {
            if (sweep.below >= fewestRows && sample.size() - sweep.below >= fewestRows) {
                double purity = sweep.purity();
                if (purity > best.purity()) {
                    best = new Cut(column, sweep.value(), sweep.next(), purity);
                }
            }
        }
        return best;
    }

    /** Two neighbouring values of a column to part the rows between; no column where no question helps. */
    private record Cut(int column, double below, double above, double purity) {
        double threshold() {
            double middle = below + (above - below) / 2;
            return middle < above ? middle : below;
        }
    }

    /** Goes through the values of a column and counts the rows of each cluster up to there. */
    private static final class Sweep {
        private final double[] all;
        private final double[][] values;
        private final int[] low;
        private final int[] high;
        /** How many rows are no larger than the value at hand. */
        private int below;

        Sweep(TreeSample sample, int column) {
            high = sample.counts();
            low = new int[high.length];
            values = new double[high.length][];
            Arrays.setAll(values, label -> new double[high[label]]);
            sample.places().forEach(row -> {
                int label = sample.label(row);
                values[label][low[label]++] = sample.rows().get(row, column);
            });
            all = sample.places()
                    .mapToDouble(row -> sample.rows().get(row, column))
                    .toArray();
            Arrays.fill(low, 0);
            Arrays.stream(values).forEach(Arrays::sort);
            Arrays.sort(all);
        }

        /** Takes in the next value; false where it was the largest. */
        boolean advance() {
            double value = all[below];
            below = 0;
            for (int label = 0; label < low.length; label++) {
                while (low[label] < values[label].length && values[label][low[label]] <= value) {
                    low[label]++;
                    high[label]--;
                }
                below += low[label];
            }
            return below < all.length;
        }

        double value() {
            return all[below - 1];
        }

        double next() {
            return all[below];
        }

        double purity() {
            return TreeGrowing.purity(low, below) + TreeGrowing.purity(high, all.length - below);
        }
    }
}
