package corymb.clustering;

import corymb.clustering.Dendrogram.Merge;
import corymb.table.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A hierarchy of rows seen from the top, where a cluster that loses but a few rows stays the same cluster.
 *
 * <p>Density is one over height. A cluster appears where a split leaves both parts large enough; rows of smaller parts leave it
 * there. Clusters are numbered from 0, all rows together, in the order in which they appear.
 */
final class CondensedTree {
    private final Dendrogram tree;
    private final int minSize;
    /** The cluster of each node of the hierarchy, rows first. */
    private final int[] clusterOf;
    /** The density at which the node's rows left it, 0 where they did not all at once. */
    private final double[] leftAt;

    private final int[] parents;
    private final double[] bornAt;
    private final double[] diedAt;
    private final double[] stabilities;
    private final double densest;
    private int clusters = 1;

    CondensedTree(Dendrogram tree, int minSize) {
        int nodes = 2 * tree.rows() - 1;
        this.tree = tree;
        this.minSize = minSize;
        this.clusterOf = new int[nodes];
        this.leftAt = new double[nodes];
        this.parents = new int[nodes];
        this.bornAt = new double[nodes];
        this.diedAt = new double[nodes];
        this.stabilities = new double[nodes];
        this.densest = 1
                / tree.merges().stream()
                        .mapToDouble(Merge::height)
                        .filter(height -> height > 0)
                        .findFirst()
                        .orElse(1);
        for (int node = nodes - 1; node >= tree.rows(); node--) {
            split(node, tree.merges().get(node - tree.rows()));
        }
    }

    private void split(int node, Merge merge) {
        double density = leftAt[node] > 0 ? leftAt[node] : density(merge.height());
        boolean isSplit = leftAt[node] == 0 && size(merge.one()) >= minSize && size(merge.other()) >= minSize;
        if (isSplit) {
            diedAt[clusterOf[node]] = density;
            stabilities[clusterOf[node]] += (density - bornAt[clusterOf[node]]) * merge.size();
        }
        for (int child : new int[] {merge.one(), merge.other()}) {
            clusterOf[child] = isSplit ? appear(clusterOf[node], density) : clusterOf[node];
            if (leftAt[node] > 0 || size(child) < minSize) {
                leave(child, density, leftAt[node] > 0);
            }
        }
    }

    private int appear(int parent, double density) {
        parents[clusters] = parent;
        bornAt[clusters] = density;
        return clusters++;
    }

    private void leave(int node, double density, boolean isCounted) {
        leftAt[node] = density;
        if (!isCounted) {
            stabilities[clusterOf[node]] += (density - bornAt[clusterOf[node]]) * size(node);
        }
    }

    private int size(int node) {
        return node < tree.rows() ? 1 : tree.merges().get(node - tree.rows()).size();
    }

    /** Rows in one place count as apart as the nearest that are not. */
    private double density(double height) {
        return height > 0 ? 1 / height : densest;
    }

    /** The clusters that are more stable than all that come out of them. */
    StableClusters clusters() {
        var chosen = chosen();
        var labels = new int[clusters];
        for (int cluster = 0; cluster < clusters; cluster++) {
            labels[cluster] = chosen[cluster] ? cluster : cluster == 0 ? Assignments.NOISE : labels[parents[cluster]];
        }
        var kept =
                IntStream.range(0, clusters).filter(cluster -> chosen[cluster]).toArray();
        var places = new int[clusters];
        for (int place = 0; place < kept.length; place++) {
            places[kept[place]] = place;
        }
        var rows = IntStream.range(0, tree.rows())
                .map(row -> labels[clusterOf[row]] == Assignments.NOISE
                        ? Assignments.NOISE
                        : places[labels[clusterOf[row]]])
                .toArray();
        var order = Assignments.bySize(kept.length, rows);
        return new StableClusters(
                Assignments.largestFirst(kept.length, rows),
                order.stream().map(place -> stabilities[kept[place]]).toList(),
                order.stream().map(place -> bornAt[kept[place]]).toList(),
                new Matrix(List.of("strength"), strengths(labels)));
    }

    /** Excess of mass: from those that appear last upwards, a cluster or the best of what comes out of it. */
    private boolean[] chosen() {
        var chosen = new boolean[clusters];
        var below = new double[clusters];
        for (int cluster = clusters - 1; cluster > 0; cluster--) {
            chosen[cluster] = stabilities[cluster] > below[cluster]
                    || (stabilities[cluster] == below[cluster] && !isOfNoDuration(cluster));
            below[parents[cluster]] += Math.max(stabilities[cluster], below[cluster]);
        }
        var isWithin = new boolean[clusters];
        for (int cluster = 1; cluster < clusters; cluster++) {
            isWithin[cluster] = isWithin[parents[cluster]] || chosen[parents[cluster]];
            chosen[cluster] &= !isWithin[cluster];
        }
        return chosen;
    }

    /** Whether a cluster came apart at the density at which it appeared: more than two that part at once do so two by two. */
    private boolean isOfNoDuration(int cluster) {
        return diedAt[cluster] > 0 && diedAt[cluster] == bornAt[cluster];
    }

    private double[] strengths(int[] labels) {
        var densities = new double[tree.rows()];
        var most = new double[clusters];
        for (int row = 0; row < densities.length; row++) {
            int label = labels[clusterOf[row]];
            if (label != Assignments.NOISE) {
                densities[row] = clusterOf[row] == label ? leftAt[row] : diedAt[label];
                most[label] = Math.max(most[label], densities[row]);
            }
        }
        Arrays.setAll(densities, row -> densities[row] == 0 ? 0 : densities[row] / most[labels[clusterOf[row]]]);
        return densities;
    }
}
