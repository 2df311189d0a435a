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
    private static final int ROWS_A_BLOCK = 4_096;
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
        Parallel.forBlocks(scores.length, ROWS_A_BLOCK, progress, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                scores[row] = score(values, row * columns);
            }
        });
        return scores;
    }

    /** From 0 to 1: about 0.5 for a row like the others, the closer to 1 the fewer cuts set it apart. */
    double score(double... row) {
        return score(row, 0);
    }

    private double score(double[] values, int start) {
        double steps = 0;
        for (var tree : trees) {
            steps += tree.path(values, start);
        }
        return Math.pow(2, -steps / TREES / usualPath);
    }

    /** The mean number of cuts after which a search in a random tree of so many rows ends. */
    private static double usualPath(int rows) {
        if (rows <= 1) {
            return 0;
        }
        return rows == 2 ? 1 : 2 * (Math.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    /** Cuts in a heap of nodes: the parts of node n are the nodes 2n + 1, below the cut, and 2n + 2. */
    private static final class Tree {
        private final int deepest;
        private final int[] column;
        /** Where the column is cut; of a leaf the steps that its rows would still have taken. */
        private final double[] value;

        Tree(Matrix matrix, int size, RandomGenerator chance) {
            deepest = (int) Math.ceil(Math.log(size) / Math.log(2));
            column = new int[(2 << deepest) - 1];
            value = new double[column.length];
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
            int cut = depth < deepest && rows.size() > 1 ? rows.columnThatVaries(chance) : LEAF;
            column[node] = cut;
            if (cut == LEAF) {
                value[node] = usualPath(rows.size());
                return;
            }
            value[node] = rows.between(cut, chance);
            grow(2 * node + 1, depth + 1, rows.part(cut, value[node], true), chance);
            grow(2 * node + 2, depth + 1, rows.part(cut, value[node], false), chance);
        }

        double path(double[] values, int start) {
            int node = 0;
            int depth = 0;
            while (column[node] != LEAF) {
                node = 2 * node + (values[start + column[node]] < value[node] ? 1 : 2);
                depth++;
            }
            return depth + value[node];
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
