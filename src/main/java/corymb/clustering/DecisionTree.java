package corymb.clustering;

import corymb.table.Matrix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Questions about one column at a time, each answered by "no more than this" or "more", that end at a cluster. */
sealed interface DecisionTree {
    /** The end: a cluster, counted from 1; 0 for none. */
    record Leaf(int label) implements DecisionTree {}

    /** A question, with the tree for values no more than the threshold and the one for larger values. */
    record Split(int column, double threshold, DecisionTree low, DecisionTree high) implements DecisionTree {
        Split at(double other) {
            return new Split(column, other, low, high);
        }
    }

    /** The cluster at which a row ends, counted from 1; 0 for none. */
    default int label(Matrix rows, int row) {
        var at = this;
        while (at instanceof Split split) {
            at = rows.get(row, split.column()) <= split.threshold() ? split.low() : split.high();
        }
        return ((Leaf) at).label();
    }

    /** The same without questions to which both answers end at the same cluster. */
    default DecisionTree simplified() {
        if (!(this instanceof Split split)) {
            return this;
        }
        var low = split.low().simplified();
        var high = split.high().simplified();
        return low instanceof Leaf && low.equals(high) ? low : new Split(split.column(), split.threshold(), low, high);
    }

    /** The boxes of the rows that end at a cluster, counted from 1. */
    default List<Box> boxes(int label) {
        return boxes(this, label, List.of()).toList();
    }

    private static Stream<Box> boxes(DecisionTree tree, int label, List<Range> ranges) {
        return switch (tree) {
            case Leaf leaf -> leaf.label() == label ? Stream.of(new Box(ranges)) : Stream.empty();
            case Split(int column, double threshold, var low, var high) ->
                Stream.concat(
                        boxes(low, label, narrowed(ranges, column, Double.NEGATIVE_INFINITY, threshold)),
                        boxes(high, label, narrowed(ranges, column, threshold, Double.POSITIVE_INFINITY)));
        };
    }

    private static List<Range> narrowed(List<Range> ranges, int column, double above, double upTo) {
        var narrowed = new LinkedHashMap<Integer, Range>();
        ranges.forEach(range -> narrowed.put(range.column(), range));
        narrowed.merge(
                column,
                new Range(column, above, upTo),
                (one, other) ->
                        new Range(column, Math.max(one.above(), other.above()), Math.min(one.upTo(), other.upTo())));
        return List.copyOf(narrowed.values());
    }
}
