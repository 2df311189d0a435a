package corymb.embedding;

import corymb.stats.Seed;
import corymb.work.Parallel;
import corymb.work.Progress;

/** The points of a UMAP map under way. */
final class UmapLayout {
    private static final int BLOCK = 256;
    /** How many points each pull is paid for with a push from. */
    private static final int DRAWS = 5;

    /** A pull that comes in every round. */
    private static final float ONCE = 0x1p32f;

    private static final float FARTHEST_MOVE = 4;
    private static final double NEAREST_PUSH = 0.001;

    private final Graph graph;
    private final StrengthTable pulls;
    private final StrengthTable pushes;
    private final long seed;
    private final int rounds;
    private final float strongest;
    private float[] x;
    private float[] y;
    private float[] nextX;
    private float[] nextY;

    UmapLayout(Graph graph, Start start, MapMethod.Umap method, Seed seed) {
        this.graph = graph;
        var nearness = Nearness.of(method.minDistance());
        this.pulls = new StrengthTable(nearness::pull);
        this.pushes = new StrengthTable(square -> nearness.push(square, NEAREST_PUSH));
        this.seed = seed.value();
        this.rounds = method.rounds();
        float most = 0;
        for (float weight : graph.weights) {
            most = Math.max(most, weight);
        }
        this.strongest = most;
        this.x = new float[graph.rows()];
        this.y = new float[graph.rows()];
        this.nextX = new float[graph.rows()];
        this.nextY = new float[graph.rows()];
        for (int row = 0; row < graph.rows(); row++) {
            x[row] = (float) start.positions().x(row);
            y[row] = (float) start.positions().y(row);
        }
    }

    Positions positions() {
        return Positions.of(x, y);
    }

    void move(int round, Progress progress) {
        float step = 1 - (float) round / rounds;
        Parallel.forBlocks(graph.rows(), BLOCK, progress, (_, from, to) -> {
            var point = new Point(round, step);
            for (int row = from; row < to; row++) {
                point.move(row);
            }
        });
        var oldX = x;
        var oldY = y;
        x = nextX;
        y = nextY;
        nextX = oldX;
        nextY = oldY;
    }

    /** An unrelated number for each of many like things. */
    private static long mixed(long value) {
        long mixed = value * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** One point on its way through a round, while the others stand still. */
    private final class Point {
        private final int round;
        private final float step;
        private float atX;
        private float atY;

        Point(int round, float step) {
            this.round = round;
            this.step = step;
        }

        /** Each neighbour pulls as often as it is held on to: once for each of the two, and is paid for by pushes once. */
        void move(int row) {
            atX = x[row];
            atY = y[row];
            long draws = mixed(seed + ((long) round << 32 | row));
            for (int i = graph.starts[row]; i < graph.starts[row + 1]; i++) {
                int other = graph.others[i];
                long often = (long) (graph.weights[i] / strongest * ONCE);
                if (isDue(often, row, other)) {
                    pull(other);
                    for (int draw = 0; draw < DRAWS; draw++) {
                        draws = mixed(draws + 1);
                        push(row, (int) (((draws >>> 32) * graph.rows()) >>> 32));
                    }
                }
                if (isDue(often, other, row)) {
                    pull(other);
                }
            }
            nextX[row] = atX;
            nextY[row] = atY;
        }

        /** Whether a pull that comes so often, in parts of {@link #ONCE}, comes in this round; each begins at a time of its own. */
        private boolean isDue(long often, int from, int to) {
            long before = round * often + (mixed((long) from << 32 | to) >>> 32);
            return (before + often) >>> 32 > before >>> 32;
        }

        private void pull(int other) {
            float offX = atX - x[other];
            float offY = atY - y[other];
            float square = offX * offX + offY * offY;
            if (square > 0) {
                float strength = pulls.at(square);
                atX += step * bounded(strength * offX);
                atY += step * bounded(strength * offY);
            }
        }

        private void push(int row, int other) {
            float offX = atX - x[other];
            float offY = atY - y[other];
            float square = offX * offX + offY * offY;
            if (other != row && square > 0) {
                float strength = pushes.at(square);
                atX += step * bounded(strength * offX);
                atY += step * bounded(strength * offY);
            }
        }

        private static float bounded(float move) {
            return Math.max(-FARTHEST_MOVE, Math.min(FARTHEST_MOVE, move));
        }
    }
}
