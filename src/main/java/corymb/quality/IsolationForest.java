package corymb.quality;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Tells rows that are few and different from the rest: cuts at random set them apart after fewer steps.
 *
 * <p>Reference: F. T. Liu, K. M. Ting, Z.-H. Zhou, Isolation Forest, Eighth IEEE International Conference on Data Mining, 2008,
 * doi:10.1109/ICDM.2008.17 (100 trees of 256 rows each, as recommended there).
 *
 * <p>Cost: to fit, trees times rows a tree times log of these, however many rows there are; to score, trees times about ten
 * steps a row.
 *
 * <p>The same for the same matrix and seed on any number of cores.
 */
final class IsolationForest {
    private static final int TREES = 100;
    private static final int ROWS_A_TREE = 256;
    private static final int ROWS_A_BLOCK = 128;
    private static final int LEAF = -1;
    private static final double EULER = 0.577_215_664_901_532_9;

    private final int columns;
    private final double usualPath;
    private final Tree[] trees = new Tree[TREES];

    private IsolationForest(int columns, int rowsATree) {
        this.columns = columns;
        this.usualPath = usualPath(rowsATree);
    }

    /** Grows the trees; the matrix has at least two rows. */
    static IsolationForest fit(Matrix matrix, Seed seed, Progress progress) {
        int rowsATree = Math.min(ROWS_A_TREE, matrix.rowCount());
        var forest = new IsolationForest(matrix.columnCount(), rowsATree);
        Parallel.forBlocks(
                TREES,
                1,
                progress,
                (tree, _, _) -> forest.trees[tree] =
                        new Tree(matrix, rowsATree, seed.derive(tree).generator()));
        return forest;
    }

    /** The score of each row of a matrix with the columns it was fitted on. */
    double[] scores(Matrix matrix, Progress progress) {
        var values = matrix.toArray();
        var scores = new double[matrix.rowCount()];
        Parallel.forBlocks(scores.length, ROWS_A_BLOCK, progress, (_, from, to) -> score(values, scores, from, to));
        return scores;
    }

    /** Tree after tree for a few rows, so that both stay in the processor's cache. */
    private void score(double[] values, double[] scores, int from, int to) {
        for (var tree : trees) {
            for (int row = from; row < to; row++) {
                scores[row] += tree.path(values, row * columns);
            }
        }
        for (int row = from; row < to; row++) {
            scores[row] = ofPath(scores[row]);
        }
    }

    /** From 0 to 1: about 0.5 for a row like the others, the closer to 1 the fewer cuts set it apart. */
    double score(double... row) {
        double steps = 0;
        for (var tree : trees) {
            steps += tree.path(row, 0);
        }
        return ofPath(steps);
    }

    private double ofPath(double steps) {
        return Math.pow(2, -steps / TREES / usualPath);
    }

    /** The mean number of cuts after which a search in a random tree of so many rows ends. */
    private static double usualPath(int rows) {
        if (rows <= 1) {
            return 0;
        }
        return rows == 2 ? 1 : 2 * (Math.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    /**
     * Cuts in a heap of nodes: the parts of node n are the nodes 2n + 1, below the cut, and 2n + 2. Where rows are set apart
     * early, both ways lead to the same end, so that every row takes the same number of steps, which processors are good at.
     */
    private static final class Tree {
        private final int deepest;
        private final int[] column;
        private final double[] cut;
        /** For each way down, how many cuts set its rows apart, or would have. */
        private final double[] steps;

        Tree(Matrix matrix, int size, RandomGenerator chance) {
            deepest = (int) Math.ceil(Math.log(size) / Math.log(2));
            steps = new double[1 << deepest];
            column = new int[steps.length - 1];
            cut = new double[column.length];
            grow(0, 0, new Rows(matrix, drawn(matrix.rowCount(), size, chance)), chance);
        }

        /** Different rows, each set of them as likely as another (Floyd's way). */
        private static int[] drawn(int all, int size, RandomGenerator chance) {
            var taken = new BitSet(all);
            for (int last = all - size; last < all; last++) {
                int row = chance.nextInt(last + 1);
                taken.set(taken.get(row) ? last : row);
            }
            return taken.stream().toArray();
        }

        private void grow(int node, int depth, Rows rows, RandomGenerator chance) {
            int varying = depth < deepest && rows.size() > 1 ? rows.columnThatVaries(chance) : LEAF;
            if (varying == LEAF) {
                end(node, depth, depth + usualPath(rows.size()));
                return;
            }
            column[node] = varying;
            cut[node] = rows.between(varying, chance);
            grow(2 * node + 1, depth + 1, rows.part(varying, cut[node], true), chance);
            grow(2 * node + 2, depth + 1, rows.part(varying, cut[node], false), chance);
        }

        private void end(int node, int depth, double path) {
            if (depth == deepest) {
                steps[node - column.length] = path;
            } else {
                end(2 * node + 1, depth + 1, path);
                end(2 * node + 2, depth + 1, path);
            }
        }

        double path(double[] values, int start) {
            int node = 0;
            for (int depth = 0; depth < deepest; depth++) {
                // The sign of the difference, 1 below the cut, in place of a branch that goes either way.
                long sign = Double.doubleToRawLongBits(values[start + column[node]] - cut[node]) >>> 63;
                node = 2 * node + 2 - (int) sign;
            }
            return steps[node - column.length];
        }
    }

    /** Some rows of a matrix. */
    private static final class Rows {
        private final Matrix matrix;
        private final int[] rows;

        Rows(Matrix matrix, int... rows) {
            this.matrix = matrix;
            this.rows = rows;
        }

        int size() {
            return rows.length;
        }

        private double low(int column) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> matrix.get(row, column))
                    .min()
                    .orElse(0);
        }

        private double high(int column) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> matrix.get(row, column))
                    .max()
                    .orElse(0);
        }

        /** One of the columns that hold more than one value. */
        int columnThatVaries(RandomGenerator chance) {
            int columns = matrix.columnCount();
            int first = chance.nextInt(columns);
            for (int i = 0; i < columns; i++) {
                int column = (first + i) % columns;
                if (low(column) < high(column)) {
                    return column;
                }
            }
            return LEAF;
        }

        /** A place above the smallest value and not above the largest, so that both parts have rows. */
        double between(int column, RandomGenerator chance) {
            double low = low(column);
            double high = high(column);
            double cut = high - chance.nextDouble() * (high - low);
            return cut > low ? cut : high;
        }

        Rows part(int column, double cut, boolean isBelow) {
            return new Rows(
                    matrix,
                    Arrays.stream(rows)
                            .filter(row -> matrix.get(row, column) < cut == isBelow)
                            .toArray());
        }
    }
}
