package corymb.clustering;

import corymb.work.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leaves out what a cluster is told as well without: bounds where it costs no row, whole boxes where it costs no more than one in
 * {@value #ROWS_A_SLIP} of its rows.
 *
 * <p>Reference: J. R. Quinlan, C4.5: programs for machine learning (1993), chapter 5. Cost: O(bounds x rows).
 */
final class BoxPruning {
    private static final int ROWS_A_SLIP = 100;

    private final TreeSample sample;
    private final int label;
    private final Progress progress;

    private BoxPruning(TreeSample sample, int label, Progress progress) {
        this.sample = sample;
        this.label = label;
        this.progress = progress;
    }

    /**
     * Fewer and wider boxes for the rows of a cluster; they may overlap.
     *
     * @param label which cluster, counted from 1
     */
    static List<Box> of(List<Box> boxes, TreeSample sample, int label, Progress progress) {
        return new BoxPruning(sample, label, progress).pruned(boxes);
    }

    private List<Box> pruned(List<Box> boxes) {
        var kept = new ArrayList<>(boxes);
        for (int at = 0; at < kept.size(); at++) {
            kept.set(at, widened(kept, at));
        }
        int slips = sample.counts()[label] / ROWS_A_SLIP;
        for (int at = kept.size() - 1; at >= 0 && kept.size() > 1; at--) {
            var others = others(kept, at);
            if (right(others, List.of()) + slips >= right(others, List.of(kept.get(at)))) {
                kept.remove(at);
                slips = 0;
            }
        }
        return List.copyOf(kept);
    }

    /** One of the boxes without the bounds that it needs not, beside the others. */
    private Box widened(List<Box> boxes, int at) {
        var others = others(boxes, at);
        var box = boxes.get(at);
        int right = right(others, List.of(box));
        boolean isDone = false;
        while (!isDone) {
            var wider = wider(box)
                    .filter(one -> right(others, List.of(one)) >= right)
                    .findFirst();
            isDone = wider.isEmpty();
            box = wider.orElse(box);
        }
        return box;
    }

    /** The box without one of its bounds; it keeps at least one. */
    private static Stream<Box> wider(Box box) {
        return box.ranges().stream()
                .flatMap(range -> Stream.of(range.withoutLow(), range.withoutHigh())
                        .filter(wide -> !wide.equals(range))
                        .map(wide -> box.with(range, wide)))
                .filter(wide -> !wide.ranges().isEmpty());
    }

    /** The rows that lie in some other box. */
    private BitSet others(List<Box> boxes, int at) {
        var held = new BitSet();
        var others = new ArrayList<>(boxes);
        others.remove(at);
        sample.places()
                .filter(row -> others.stream().anyMatch(box -> box.holds(sample.rows(), row)))
                .forEach(held::set);
        return held;
    }

    /** For how many rows it is told right whether they belong to the cluster. */
    private int right(BitSet others, List<Box> more) {
        progress.check();
        return (int) sample.places()
                .filter(row -> (others.get(row) || more.stream().anyMatch(box -> box.holds(sample.rows(), row)))
                        == (sample.label(row) == label))
                .count();
    }
}
