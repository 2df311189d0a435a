package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The shortest tree over points: by their distances, or by those lengthened to what each point needs to be in a dense place.
 *
 * <p>In each round every tree that has grown so far takes its shortest edge to another; each point looks for its own, and stops
 * looking where its tree has a shorter one already. What that saves depends on which point is first; the edge found does not.
 *
 * <p>Reference: O. Borůvka, O jistém problému minimálním (1926); W. B. March, P. Ram, A. G. Gray, Fast Euclidean minimum spanning
 * tree, KDD (2010), doi:10.1145/1835804.1835882. Cost: O(rows x log² rows x columns) where few columns tell the rows apart;
 * memory O(rows).
 */
final class SpanningTree {
    private static final int BLOCK = 512;
    private static final int MIXED = -1;

    private final KdTree points;
    /** The square of the least length of an edge at each point, and the least of them in each node. */
    private final double[] reach;

    private final double[] nodeReach;
    private final UnionFind trees;
    private final int[] treeOf;
    private final int[] treeOfNode;
    /** The square of the shortest edge found for each tree, as bits, which are in the order of the numbers. */
    private final AtomicLongArray shortest;

    private final int[] nearest;
    private final double[] squares;
    private final double[] atLeast;
    private final int[] ones;
    private final int[] others;
    private final double[] lengths;
    private int edges;

    private SpanningTree(KdTree points, double[] reach) {
        int count = points.count();
        this.points = points;
        this.reach = reach;
        this.nodeReach = new double[points.nodes()];
        this.trees = new UnionFind(count);
        this.treeOf = new int[count];
        this.treeOfNode = new int[points.nodes()];
        this.shortest = new AtomicLongArray(count);
        this.nearest = new int[count];
        this.squares = new double[count];
        this.atLeast = new double[count];
        this.ones = new int[count - 1];
        this.others = new int[count - 1];
        this.lengths = new double[count - 1];
    }

    /** The shortest tree by distance. */
    static SpanningTree of(KdTree points, Progress progress) {
        return of(points, new double[points.count()], progress);
    }

    /** The shortest tree by distance, where no edge at a point is shorter than the square root of its {@code reach}. */
    static SpanningTree of(KdTree points, double[] reach, Progress progress) {
        var tree = new SpanningTree(points, reach);
        tree.findNodeReach();
        while (tree.edges < tree.lengths.length) {
            progress.report((double) tree.edges / tree.lengths.length, "Joining neighbours");
            tree.grow(progress);
        }
        return tree;
    }

    /** The tree's edges as merges, the shortest first. */
    Dendrogram dendrogram(Progress progress) {
        return Dendrogram.of(ones, others, lengths, progress);
    }

    private void findNodeReach() {
        for (int node = points.nodes() - 1; node >= 0; node--) {
            nodeReach[node] = points.isLeaf(node)
                    ? Arrays.stream(reach, points.from(node), points.to(node))
                            .min()
                            .orElse(0)
                    : Math.min(nodeReach[2 * node + 1], nodeReach[2 * node + 2]);
        }
    }

    private void grow(Progress progress) {
        Arrays.setAll(treeOf, trees::find);
        findNodeTrees();
        for (int tree = 0; tree < treeOf.length; tree++) {
            shortest.setPlain(tree, Double.doubleToLongBits(Double.POSITIVE_INFINITY));
        }
        Parallel.forBlocks(treeOf.length, BLOCK, progress, (_, from, to) -> {
            for (int place = from; place < to; place++) {
                progress.check();
                look(place);
            }
        });
        join();
    }

    private void findNodeTrees() {
        for (int node = points.nodes() - 1; node >= 0; node--) {
            treeOfNode[node] = points.isLeaf(node)
                    ? treeOfAll(points.from(node), points.to(node))
                    : treeOfNode[2 * node + 1] == treeOfNode[2 * node + 2] ? treeOfNode[2 * node + 1] : MIXED;
        }
    }

    private int treeOfAll(int from, int to) {
        for (int place = from + 1; place < to; place++) {
            if (treeOf[place] != treeOf[from]) {
                return MIXED;
            }
        }
        return from < to ? treeOf[from] : MIXED;
    }

    private void look(int place) {
        int tree = treeOf[place];
        squares[place] = Double.POSITIVE_INFINITY;
        if (Math.max(atLeast[place], reach[place]) > shortest(tree)) {
            return;
        }
        search(0, bound(0, place), place);
        long found = Double.doubleToLongBits(squares[place]);
        atLeast[place] = Double.longBitsToDouble(shortest.accumulateAndGet(tree, found, Math::min));
    }

    private double shortest(int tree) {
        return Double.longBitsToDouble(shortest.get(tree));
    }

    private double bound(int node, int place) {
        return Math.max(points.nearest(node, place), Math.max(nodeReach[node], reach[place]));
    }

    private void search(int node, double bound, int place) {
        if (treeOfNode[node] == treeOf[place] || bound >= squares[place] || bound > shortest(treeOf[place])) {
            return;
        }
        if (points.isLeaf(node)) {
            searchWithin(node, place);
            return;
        }
        int left = 2 * node + 1;
        double toLeft = bound(left, place);
        double toRight = bound(left + 1, place);
        boolean isLeftFirst = toLeft <= toRight;
        search(isLeftFirst ? left : left + 1, Math.min(toLeft, toRight), place);
        search(isLeftFirst ? left + 1 : left, Math.max(toLeft, toRight), place);
    }

    private void searchWithin(int node, int place) {
        for (int other = points.from(node); other < points.to(node); other++) {
            if (treeOf[other] != treeOf[place]) {
                double square = Math.max(points.square(place, other), Math.max(reach[place], reach[other]));
                if (square < squares[place]) {
                    squares[place] = square;
                    nearest[place] = other;
                }
            }
        }
    }

    /** Of each tree the shortest edge, of equal ones the first; one that closes a ring of equal ones is left out. */
    private void join() {
        var best = new int[treeOf.length];
        Arrays.fill(best, MIXED);
        for (int place = 0; place < treeOf.length; place++) {
            int tree = treeOf[place];
            boolean isFound = squares[place] < Double.POSITIVE_INFINITY;
            if (isFound && (best[tree] == MIXED || squares[place] < squares[best[tree]])) {
                best[tree] = place;
            }
        }
        for (int place : best) {
            if (place != MIXED && trees.unite(place, nearest[place])) {
                ones[edges] = points.row(place);
                others[edges] = points.row(nearest[place]);
                lengths[edges++] = Math.sqrt(squares[place]);
            }
        }
    }
}
