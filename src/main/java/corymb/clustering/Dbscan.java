package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Clusters of any shape: rows that lie densely, and all that lie near such rows, chained together; what lies alone is noise.
 *
 * <p>A row near the cores of several clusters goes to the one whose first core comes first in row order, as in scikit-learn.
 *
 * <p>Reference: M. Ester, H.-P. Kriegel, J. Sander, X. Xu, A density-based algorithm for discovering clusters in large spatial
 * databases with noise, KDD (1996). Cost: O(rows x log rows x columns) where few columns tell the rows apart, O(rows²) at worst;
 * memory O(rows). Assumes: features on comparable scales.
 */
public final class Dbscan {
    private static final int BLOCK = 512;
    private static final int NONE = -1;
    private static final String COUNTING = "Counting the neighbours";
    private static final String JOINING = "Joining neighbours";

    private final KdTree tree;
    private final double square;
    private final int minPoints;
    private final boolean[] core;
    /** For each node the place of one of its cores, {@link #NONE} where it has none. */
    private final int[] coreOf;

    private final UnionFind clusters;

    private Dbscan(KdTree tree, DbscanPlan plan) {
        this.tree = tree;
        this.square = plan.radius() * plan.radius();
        this.minPoints = plan.minPoints();
        this.core = new boolean[tree.count()];
        this.clusters = new UnionFind(tree.count());
        this.coreOf = new int[tree.nodes()];
    }

    /**
     * The clusters, the same on any number of threads.
     *
     * @throws corymb.work.Failure when there are no rows or a value is missing or too large
     */
    public static DensityClusters run(Matrix rows, DbscanPlan plan, Progress progress) {
        progress.report(0, COUNTING);
        var values = Rows.values(rows);
        var dbscan = new Dbscan(new KdTree(values, rows.columnCount(), progress), plan);
        return dbscan.cluster(progress);
    }

    private DensityClusters cluster(Progress progress) {
        forPoints(progress.between(0, 0.5), COUNTING, place -> core[place] = count(0, place, 0) >= minPoints);
        findCores();
        forPoints(progress.between(0.5, 0.9), JOINING, place -> {
            if (core[place]) {
                join(0, place);
            }
        });
        var roots = new int[core.length];
        forPoints(
                progress.between(0.9, 1),
                JOINING,
                place -> roots[tree.row(place)] =
                        core[place] ? clusters.find(tree.row(place)) : firstCluster(0, place, NONE));
        return result(roots);
    }

    private void forPoints(Progress progress, String step, IntConsumer work) {
        Parallel.forBlocks(core.length, BLOCK, progress, step, (_, from, to) -> {
            for (int place = from; place < to; place++) {
                progress.check();
                work.accept(place);
            }
        });
    }

    /** How many points lie near, counted on from {@code counted}; stops when there are enough. */
    private int count(int node, int place, int counted) {
        if (counted >= minPoints || tree.nearest(node, place) > square) {
            return counted;
        }
        if (tree.farthest(node, place) <= square) {
            return counted + tree.to(node) - tree.from(node);
        }
        if (!tree.isLeaf(node)) {
            return count(2 * node + 2, place, count(2 * node + 1, place, counted));
        }
        int near = counted;
        for (int other = tree.from(node); other < tree.to(node) && near < minPoints; other++) {
            near += tree.square(place, other) <= square ? 1 : 0;
        }
        return near;
    }

    private void findCores() {
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            coreOf[node] = tree.isLeaf(node) ? coreWithin(node) : Math.max(coreOf[2 * node + 1], coreOf[2 * node + 2]);
        }
    }

    private int coreWithin(int node) {
        for (int place = tree.from(node); place < tree.to(node); place++) {
            if (core[place]) {
                return place;
            }
        }
        return NONE;
    }

    /** Joins a core with the cores near it in a node; those before it have joined it themselves. */
    private void join(int node, int place) {
        if (coreOf[node] == NONE || tree.to(node) <= place || tree.nearest(node, place) > square) {
            return;
        }
        boolean isSmall = tree.diagonal(node) <= square;
        if (isSmall && areJoined(place, coreOf[node]) && tree.from(node) > place) {
            return;
        }
        if (isSmall || tree.isLeaf(node)) {
            joinWithin(node, place);
        } else {
            join(2 * node + 1, place);
            join(2 * node + 2, place);
        }
    }

    private boolean areJoined(int place, int other) {
        return clusters.find(tree.row(place)) == clusters.find(tree.row(other));
    }

    private void joinWithin(int node, int place) {
        for (int other = Math.max(place + 1, tree.from(node)); other < tree.to(node); other++) {
            if (core[other] && tree.square(place, other) <= square) {
                clusters.unite(tree.row(place), tree.row(other));
            }
        }
    }

    /** The least first row of the clusters with a core near, {@link #NONE} where there is none. */
    private int firstCluster(int node, int place, int found) {
        if (coreOf[node] == NONE || tree.nearest(node, place) > square) {
            return found;
        }
        if (!tree.isLeaf(node)) {
            return firstCluster(2 * node + 2, place, firstCluster(2 * node + 1, place, found));
        }
        int first = found;
        for (int other = tree.from(node); other < tree.to(node); other++) {
            if (core[other] && tree.square(place, other) <= square) {
                int root = clusters.find(tree.row(other));
                first = first == NONE ? root : Math.min(first, root);
            }
        }
        return first;
    }

    private DensityClusters result(int[] roots) {
        var labels = new int[roots.length];
        var ofRoot = new int[roots.length];
        int found = 0;
        int cores = 0;
        for (int row = 0; row < roots.length; row++) {
            cores += core[tree.place(row)] ? 1 : 0;
            ofRoot[row] = roots[row] == row ? found++ : Assignments.NOISE;
        }
        Arrays.setAll(labels, row -> roots[row] == NONE ? Assignments.NOISE : ofRoot[roots[row]]);
        return new DensityClusters(Assignments.largestFirst(found, labels), cores);
    }
}
