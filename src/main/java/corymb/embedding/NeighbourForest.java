package corymb.embedding;

import corymb.clustering.KdTree;
import corymb.stats.Seed;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Nearly all nearest neighbours where many columns make the exact search slow.
 *
 * <p>Several trees each halve the rows along directions between two rows drawn by chance, down to small leaves; rows that share
 * a leaf are first guesses, then the neighbours of neighbours are looked at for a few rounds.
 *
 * <p>Reference: J. Tang et al., Visualizing large-scale and high-dimensional data (LargeVis), WWW 2016,
 * doi:10.1145/2872427.2883041; the rounds as W. Dong et al., Efficient k-nearest neighbor graph construction, WWW 2011,
 * doi:10.1145/1963405.1963487. Cost: O(rows x log rows x columns) a tree, O(rows x neighbours² x columns) a round at most.
 */
final class NeighbourForest {
    private static final int TREES = 8;
    private static final int LEAF = 40;
    private static final int ROUNDS = 2;
    private static final int ASKED = 20;
    private static final int BLOCK = 256;

    private final float[] values;
    private final int columns;
    private final int rows;

    private NeighbourForest(double[] values, int columns) {
        this.values = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            this.values[i] = (float) values[i];
        }
        this.columns = columns;
        this.rows = values.length / columns;
    }

    static Neighbours neighbours(double[] values, int columns, int count, Seed seed, Progress progress) {
        var forest = new NeighbourForest(values, columns);
        int leaf = Math.max(LEAF, count + 1);
        var trees = new Tree[TREES];
        Parallel.forBlocks(
                TREES,
                1,
                progress.between(0, 0.3),
                "Finding neighbours",
                (tree, _, _) -> trees[tree] = forest.new Tree(leaf, seed.derive(tree), progress));
        var found = forest.guessed(trees, count, progress.between(0.3, 0.5));
        for (int round = 0; round < ROUNDS; round++) {
            double from = 0.5 + 0.5 * round / ROUNDS;
            found = forest.improved(found, progress.between(from, from + 0.5 / ROUNDS));
        }
        return found;
    }

    private float square(int one, int other) {
        int a = one * columns;
        int b = other * columns;
        float some = 0, more = 0, others = 0, rest = 0;
        int column = 0;
        for (; column + 3 < columns; column += 4) {
            float p = values[a + column] - values[b + column];
            float q = values[a + column + 1] - values[b + column + 1];
            float r = values[a + column + 2] - values[b + column + 2];
            float s = values[a + column + 3] - values[b + column + 3];
            some += p * p;
            more += q * q;
            others += r * r;
            rest += s * s;
        }
        for (; column < columns; column++) {
            float p = values[a + column] - values[b + column];
            some += p * p;
        }
        return (some + more) + (others + rest);
    }

    private Neighbours guessed(Tree[] trees, int count, Progress progress) {
        var found = new Neighbours(rows, count);
        Parallel.forBlocks(rows, BLOCK, progress, "Finding neighbours", (_, from, to) -> {
            var search = new Search(count);
            for (int row = from; row < to; row++) {
                progress.check();
                search.begin(row);
                for (var tree : trees) {
                    int at = tree.leafOf[row];
                    for (int place = tree.starts[at]; place < tree.starts[at + 1]; place++) {
                        search.look(tree.order[place]);
                    }
                }
                search.writeTo(found);
            }
        });
        return found;
    }

    private Neighbours improved(Neighbours before, Progress progress) {
        var after = new Neighbours(rows, before.count);
        int asked = Math.min(ASKED, before.count);
        Parallel.forBlocks(rows, BLOCK, progress, "Finding neighbours", (_, from, to) -> {
            var search = new Search(before.count);
            for (int row = from; row < to; row++) {
                progress.check();
                search.begin(row);
                for (int i = row * before.count; i < (row + 1) * before.count; i++) {
                    search.look(before.others[i]);
                }
                for (int i = row * before.count; i < row * before.count + asked; i++) {
                    int first = before.others[i] * before.count;
                    for (int j = first; j < first + asked; j++) {
                        search.look(before.others[j]);
                    }
                }
                search.writeTo(after);
            }
        });
        return after;
    }

    /** The nearest of those looked at, each once. */
    private final class Search {
        private final float[] squares;
        private final int[] others;
        private final BitSet seen = new BitSet();
        private int row;

        Search(int count) {
            squares = new float[count];
            others = new int[count];
        }

        void begin(int newRow) {
            row = newRow;
            Arrays.fill(squares, Float.POSITIVE_INFINITY);
            seen.clear();
            seen.set(row);
        }

        void look(int other) {
            if (!seen.get(other)) {
                seen.set(other);
                KdTree.insert(square(row, other), other, squares, others);
            }
        }

        void writeTo(Neighbours found) {
            System.arraycopy(squares, 0, found.squares, row * found.count, found.count);
            System.arraycopy(others, 0, found.others, row * found.count, found.count);
        }
    }

    /** One tree: which rows share a leaf. */
    private final class Tree {
        private final int[] order = new int[rows];
        private final int[] leafOf = new int[rows];
        private final int[] starts = new int[rows + 1];
        private int leaves;

        Tree(int most, Seed seed, Progress progress) {
            Arrays.setAll(order, row -> row);
            split(0, rows, most, seed, progress);
            starts[leaves] = rows;
        }

        private void split(int from, int to, int most, Seed seed, Progress progress) {
            progress.check();
            if (to - from <= 2 * most) {
                starts[leaves] = from;
                for (int place = from; place < to; place++) {
                    leafOf[order[place]] = leaves;
                }
                leaves++;
                return;
            }
            var chance = seed.generator();
            int one = order[from + chance.nextInt(to - from)];
            int other = order[from + chance.nextInt(to - from)];
            sort(from, to, one, other);
            int middle = (from + to) >>> 1;
            split(from, middle, most, seed.derive(1), progress);
            split(middle, to, most, seed.derive(2), progress);
        }

        /** By how far they lie from the first towards the second; rows where both are the same stay in order. */
        private void sort(int from, int to, int one, int other) {
            var keys = new long[to - from];
            for (int place = from; place < to; place++) {
                float along = 0;
                for (int column = 0; column < columns; column++) {
                    along += values[order[place] * columns + column]
                            * (values[other * columns + column] - values[one * columns + column]);
                }
                int bits = Float.floatToIntBits(along);
                keys[place - from] = (long) (bits < 0 ? bits ^ Integer.MAX_VALUE : bits) << 32 | order[place];
            }
            Arrays.sort(keys);
            for (int place = from; place < to; place++) {
                order[place] = (int) keys[place - from];
            }
        }
    }
}
