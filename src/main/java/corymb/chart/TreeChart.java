package corymb.chart;

import corymb.clustering.Assignments;
import corymb.clustering.ClusterDetails;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Dendrogram.Merge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The upper part of a dendrogram, down to {@value #MOST_LEAVES} leaves. */
final class TreeChart {
    private static final int MOST_LEAVES = 40;
    private static final double NEARLY_ALL = 0.9;

    private final ClusterDetails.Tree tree;
    private final List<ClusterProfile> groups;
    private final int rows;
    /** Merges below this one are not drawn. */
    private final int first;

    private final List<ChartSpec.Branch> branches = new ArrayList<>();
    private int leaves;

    TreeChart(ClusterDetails.Tree tree, List<ClusterProfile> groups) {
        this.tree = tree;
        this.groups = groups;
        this.rows = tree.dendrogram().rows();
        this.first = Math.max(0, rows - MOST_LEAVES);
    }

    ChartSpec spec() {
        var merges = tree.dendrogram().merges();
        if (!merges.isEmpty()) {
            place(rows + merges.size() - 1);
        }
        // Into so many groups the tree falls where that many merges less one are left out, the highest of them.
        int above = merges.size() - groups.size() + 1;
        boolean isCut = above > 0 && above < merges.size() && areGroups(above);
        double low = isCut ? merges.get(above - 1).height() : 0;
        double high = isCut ? merges.get(above).height() : 0;
        var numbers = Numbers.local();
        var finding = isCut
                ? "Cut between %s and %s there are %d groups"
                        .formatted(numbers.prose(low), numbers.prose(high), groups.size())
                : "Groups that merge low are close, and those that merge high far apart";
        return new ChartSpec.Branches(
                new Caption(
                        finding,
                        "How %s customers merge, the nearest first; the higher, the farther apart"
                                .formatted(numbers.count(rows))),
                Axis.of("Distance"),
                branches,
                groups.stream()
                        .map(group -> new ChartSpec.Series(group.name(), group.cluster(), List.of()))
                        .toList(),
                isCut ? List.of((low + high) / 2) : List.of());
    }

    /** Whether the tree falls into the groups where it is cut below a merge; one of some customers need not. */
    private boolean areGroups(int above) {
        var merges = tree.dendrogram().merges();
        return IntStream.range(above, merges.size())
                        .flatMap(merge -> IntStream.of(
                                merges.get(merge).one(), merges.get(merge).other()))
                        .filter(node -> node < rows + above)
                        .map(node -> colour(counts(node)))
                        .filter(colour -> colour != Palette.GREYED)
                        .distinct()
                        .count()
                == groups.size();
    }

    /** Draws a node and all above the leaves below it. */
    private ChartSpec.Leg place(int node) {
        var counts = counts(node);
        int colour = colour(counts);
        if (node < rows + first) {
            return new ChartSpec.Leg(leaves++, node < rows ? 0 : merge(node).height(), colour);
        }
        var merge = merge(node);
        var one = place(merge.one());
        var other = place(merge.other());
        branches.add(new ChartSpec.Branch(one, other, merge.height(), colour, note(merge, colour, counts)));
        return new ChartSpec.Leg((one.x() + other.x()) / 2, merge.height(), colour);
    }

    private String note(Merge merge, int colour, int... counts) {
        var name = colour == Palette.GREYED ? "" : groups.get(colour).name() + "\n";
        var numbers = Numbers.local();
        return name
                + "%s customers merge at a distance of %s"
                        .formatted(numbers.count(IntStream.of(counts).sum()), numbers.prose(merge.height()));
    }

    private Merge merge(int node) {
        return tree.dendrogram().merges().get(node - rows);
    }

    /** How many rows below a node are of each group, after those of none. */
    private int[] counts(int node) {
        var counts = new int[groups.size() + 1];
        var open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            int next = open.pop();
            if (next < rows) {
                counts[tree.clusters().get(next) - Assignments.NOISE]++;
            } else {
                open.push(merge(next).one());
                open.push(merge(next).other());
            }
        }
        return counts;
    }

    /**
     * The group of nearly all rows of a node, since a tree of some customers need not agree with the groups of all about each of them; grey
     * where there is no such group, and where most of another is there, too.
     */
    private int colour(int... counts) {
        double enough = NEARLY_ALL * IntStream.of(counts).sum();
        var whole = tree.clusters().sizes();
        var here = IntStream.range(0, groups.size())
                .filter(group -> counts[group + 1] >= enough || counts[group + 1] * 2L > whole.get(group))
                .toArray();
        return here.length == 1 && counts[here[0] + 1] >= enough ? here[0] : Palette.GREYED;
    }
}
