package corymb.embedding;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/**
 * What pushes the points of a map apart: for each, the sum over all others of 1 / (1 + distance²) and of the pushes, where far
 * ones count together as one.
 *
 * <p>Points lie in boxes within boxes, each halved at its median and drawn tightly around its points. A whole leaf goes through the
 * tree at once; what it meets becomes one flat list, along which every inner loop runs.
 *
 * <p>Reference: J. Barnes, P. Hut, A hierarchical O(N log N) force-calculation algorithm, Nature 324 (1986),
 * doi:10.1038/324446a0; in this use van der Maaten (2014), see {@link Affinities}. Cost: O(points x log points) a round.
 */
final class Repulsion {
    private static final int LEAF = 16;
    private static final int LEAVES_A_BLOCK = 32;
    private static final int DEEPEST = 64;

    private final float openingSquare;
    /** Where the leaves begin in the arrays of nodes; the root is 1, node {@code i} has {@code 2 i} and {@code 2 i + 1}. */
    private final int firstLeaf;

    private final int[] from;
    private final int[] to;
    private final int[] order;
    private final float[] x;
    private final float[] y;
    private final float[] lowX;
    private final float[] highX;
    private final float[] lowY;
    private final float[] highY;
    private final float[] middleX;
    private final float[] middleY;
    private final float[] masses;

    /**
     * Room for so many points.
     *
     * @param opening how wide a box may be in parts of its distance to count as one point; 0 takes every point on its own
     */
    Repulsion(int count, double opening) {
        this.openingSquare = (float) (opening * opening);
        int wanted = Math.ceilDiv(count, LEAF);
        this.firstLeaf = Integer.highestOneBit(Math.max(1, 2 * wanted - 1));
        this.order = new int[count];
        Arrays.setAll(order, i -> i);
        this.from = new int[2 * firstLeaf];
        this.to = new int[2 * firstLeaf];
        share(1, 0, count);
        this.x = new float[count];
        this.y = new float[count];
        int nodes = 2 * firstLeaf;
        this.lowX = new float[nodes];
        this.highX = new float[nodes];
        this.lowY = new float[nodes];
        this.highY = new float[nodes];
        this.middleX = new float[nodes];
        this.middleY = new float[nodes];
        this.masses = new float[nodes];
    }

    private void share(int node, int begin, int end) {
        from[node] = begin;
        to[node] = end;
        if (node < firstLeaf) {
            int middle = (begin + end) >>> 1;
            share(2 * node, begin, middle);
            share(2 * node + 1, middle, end);
        }
    }

    /** Puts the points in boxes anew: each is halved at the median of its longer side. */
    void sort(float[] atX, float[] atY, Progress progress) {
        for (int level = 1; level < firstLeaf; level *= 2) {
            int first = level;
            Parallel.forBlocks(level, Math.ceilDiv(level, 16), progress, (_, begin, end) -> {
                for (int node = first + begin; node < first + end; node++) {
                    select(isWide(node, atX, atY) ? atX : atY, from[node], to[node] - 1, to[2 * node]);
                }
            });
        }
    }

    private boolean isWide(int node, float[] atX, float[] atY) {
        return extent(node, atX) >= extent(node, atY);
    }

    private float extent(int node, float[] at) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int place = from[node]; place < to[node]; place++) {
            low = Math.min(low, at[order[place]]);
            high = Math.max(high, at[order[place]]);
        }
        return high - low;
    }

    /** Orders the points so that none before {@code wanted} lies farther along than it and none after less far (Hoare). */
    private void select(float[] at, int first, int last, int wanted) {
        int low = first;
        int high = last;
        while (low < high) {
            float pivot = at[order[(low + high) >>> 1]];
            int left = low;
            int right = high;
            while (left <= right) {
                while (at[order[left]] < pivot) {
                    left++;
                }
                while (at[order[right]] > pivot) {
                    right--;
                }
                if (left <= right) {
                    int swapped = order[left];
                    order[left++] = order[right];
                    order[right--] = swapped;
                }
            }
            high = wanted <= right ? right : high;
            low = wanted >= left ? left : low;
            if (wanted > right && wanted < left) {
                return;
            }
        }
    }

    /** Draws the boxes around where the points are now. */
    void enclose(float[] atX, float[] atY, Progress progress) {
        Parallel.forBlocks(firstLeaf, LEAVES_A_BLOCK, progress, (_, begin, end) -> {
            for (int leaf = begin; leaf < end; leaf++) {
                encloseLeaf(firstLeaf + leaf, atX, atY);
            }
        });
        for (int node = firstLeaf - 1; node > 0; node--) {
            join(node, 2 * node, 2 * node + 1);
        }
    }

    private void encloseLeaf(int node, float[] atX, float[] atY) {
        float left = Float.POSITIVE_INFINITY, right = Float.NEGATIVE_INFINITY;
        float bottom = left, top = right, sumX = 0, sumY = 0;
        for (int place = from[node]; place < to[node]; place++) {
            x[place] = atX[order[place]];
            y[place] = atY[order[place]];
            left = Math.min(left, x[place]);
            right = Math.max(right, x[place]);
            bottom = Math.min(bottom, y[place]);
            top = Math.max(top, y[place]);
            sumX += x[place];
            sumY += y[place];
        }
        lowX[node] = left;
        highX[node] = right;
        lowY[node] = bottom;
        highY[node] = top;
        masses[node] = to[node] - from[node];
        middleX[node] = sumX / masses[node];
        middleY[node] = sumY / masses[node];
    }

    private void join(int node, int one, int other) {
        lowX[node] = Math.min(lowX[one], lowX[other]);
        highX[node] = Math.max(highX[one], highX[other]);
        lowY[node] = Math.min(lowY[one], lowY[other]);
        highY[node] = Math.max(highY[one], highY[other]);
        masses[node] = masses[one] + masses[other];
        float part = masses[other] / masses[node];
        middleX[node] = middleX[one] + part * (middleX[other] - middleX[one]);
        middleY[node] = middleY[one] + part * (middleY[other] - middleY[one]);
    }

    /**
     * Writes each point's push, not yet divided by the sum over all pairs.
     *
     * @return that sum
     */
    double push(float[] pushX, float[] pushY, Progress progress) {
        var sums = new double[Parallel.blocks(firstLeaf, LEAVES_A_BLOCK)];
        Parallel.forBlocks(firstLeaf, LEAVES_A_BLOCK, progress, (block, begin, end) -> {
            var met = new Met(4 * LEAF * LEAF);
            for (int leaf = firstLeaf + begin; leaf < firstLeaf + end; leaf++) {
                meet(leaf, met);
                for (int place = from[leaf]; place < to[leaf]; place++) {
                    // Among those it meets is the point itself, at distance 0.
                    sums[block] += met.push(x[place], y[place]) - 1;
                    pushX[order[place]] = met.sumX;
                    pushY[order[place]] = met.sumY;
                }
            }
        });
        return Arrays.stream(sums).reduce(0, Double::sum);
    }

    private void meet(int group, Met met) {
        met.size = 0;
        var open = new int[DEEPEST];
        int left = 0;
        open[left++] = 1;
        while (left > 0) {
            int node = open[--left];
            if (masses[node] > 0 && !met.takes(this, group, node)) {
                if (node >= firstLeaf) {
                    met.addAll(x, y, from[node], to[node]);
                } else {
                    open[left++] = 2 * node + 1;
                    open[left++] = 2 * node;
                }
            }
        }
        met.fillUp();
    }

    /** Whether a box is small enough from all of a group's to count as one point. */
    private boolean isFar(int group, int node) {
        float width = Math.max(highX[node] - lowX[node], highY[node] - lowY[node]);
        float offX = Math.max(0, Math.max(lowX[group] - middleX[node], middleX[node] - highX[group]));
        float offY = Math.max(0, Math.max(lowY[group] - middleY[node], middleY[node] - highY[group]));
        return width * width < openingSquare * (offX * offX + offY * offY);
    }

    /** What a leaf's points are pushed by: points, and boxes that count as many. */
    private static final class Met {
        private static final int STEP = 4;
        private float[] x;
        private float[] y;
        private float[] masses;
        private float[] pushX;
        private float[] pushY;
        private float[] weights;
        private int size;
        private float sumX;
        private float sumY;

        Met(int room) {
            x = new float[room];
            y = new float[room];
            masses = new float[room];
            pushX = new float[room];
            pushY = new float[room];
            weights = new float[room];
        }

        boolean takes(Repulsion tree, int group, int node) {
            boolean isFar = tree.isFar(group, node);
            if (isFar) {
                require(size + 1);
                x[size] = tree.middleX[node];
                y[size] = tree.middleY[node];
                masses[size++] = tree.masses[node];
            }
            return isFar;
        }

        void addAll(float[] fromX, float[] fromY, int from, int to) {
            require(size + to - from);
            System.arraycopy(fromX, from, x, size, to - from);
            System.arraycopy(fromY, from, y, size, to - from);
            Arrays.fill(masses, size, size + to - from, 1);
            size += to - from;
        }

        /** Makes the length a multiple of four with what has no mass. */
        void fillUp() {
            int full = Math.ceilDiv(size, STEP) * STEP;
            require(full);
            Arrays.fill(x, size, full, 0);
            Arrays.fill(y, size, full, 0);
            Arrays.fill(masses, size, full, 0);
            size = full;
        }

        private void require(int wanted) {
            if (wanted > x.length) {
                int room = Math.max(wanted, 2 * x.length);
                x = Arrays.copyOf(x, room);
                y = Arrays.copyOf(y, room);
                masses = Arrays.copyOf(masses, room);
                pushX = new float[room];
                pushY = new float[room];
                weights = new float[room];
            }
        }

        /** The sum of the weights of all; the sums of the pushes are then in {@link #sumX} and {@link #sumY}. */
        float push(float atX, float atY) {
            weigh(atX, atY, size);
            sumX = sum(pushX, size);
            sumY = sum(pushY, size);
            return sum(weights, size);
        }

        private void weigh(float atX, float atY, int count) {
            float[] fromX = x, fromY = y, mass = masses, intoX = pushX, intoY = pushY, weight = weights;
            for (int i = 0; i < count; i++) {
                float offX = atX - fromX[i];
                float offY = atY - fromY[i];
                float near = 1 / (1 + offX * offX + offY * offY);
                float each = mass[i] * near;
                weight[i] = each;
                intoX[i] = each * near * offX;
                intoY[i] = each * near * offY;
            }
        }

        private static float sum(float[] values, int count) {
            float a = 0, b = 0, c = 0, d = 0;
            for (int i = 0; i < count; i += STEP) {
                a += values[i];
                b += values[i + 1];
                c += values[i + 2];
                d += values[i + 3];
            }
            return (a + b) + (c + d);
        }
    }
}
