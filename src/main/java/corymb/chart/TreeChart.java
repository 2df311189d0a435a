package corymb.chart;

import corymb.clustering.ClusterDetails;
import corymb.clustering.Dendrogram.Merge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The upper part of a dendrogram, down to {@value #MOST_LEAVES} leaves. */
final class TreeChart {
    private static final int MOST_LEAVES = 40;
    private static final double NEARLY_ALL = 0.9;

    private final ClusterDetails.Tree tree;
    private final int rows;
    /** Merges below this one are not drawn. */
    private final int first;

    private final List<ChartSpec.Branch> branches = new ArrayList<>();
    private int leaves;

    TreeChart(ClusterDetails.Tree tree) {
        this.tree = tree;
        this.rows = tree.dendrogram().rows();
        this.first = Math.max(0, rows - MOST_LEAVES);
    }

    ChartSpec spec(int chosen) {
        int last = tree.dendrogram().merges().size() - 1;
        if (last >= 0) {
            place(rows + last);
        }
        return new ChartSpec.Branches(
                new Caption(
                        "Cut into %d groups, in which the merges below are close".formatted(chosen),
                        "How groups merge, the nearest first; the higher, the farther apart"),
                Axis.of("Distance"),
                branches);
    }

    /** Draws a node and all above the leaves below it; gives its place. */
    private ChartSpec.Point place(int node) {
        if (node < rows + first) {
            return new ChartSpec.Point(leaves++, node < rows ? 0 : merge(node).height());
        }
        var merge = merge(node);
        var one = place(merge.one());
        var other = place(merge.other());
        branches.add(new ChartSpec.Branch(one, other, merge.height(), colour(node)));
        return new ChartSpec.Point((one.x() + other.x()) / 2, merge.height());
    }

    private Merge merge(int node) {
        return tree.dendrogram().merges().get(node - rows);
    }

    /**
     * The group of nearly all rows of a node, since a tree of some customers need not agree with the groups of all about each of them; grey
     * where there is no such group.
     */
    private int colour(int node) {
        var counts = new HashMap<Integer, Integer>();
        var open = new ArrayDeque<>(List.of(node));
        int all = 0;
        while (!open.isEmpty()) {
            int next = open.pop();
            if (next < rows) {
                counts.merge(tree.clusters().get(next), 1, Integer::sum);
                all++;
            } else {
                open.push(merge(next).one());
                open.push(merge(next).other());
            }
        }
        double enough = NEARLY_ALL * all;
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= enough)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(Palette.GREYED);
    }
}
