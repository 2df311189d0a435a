package corymb.embedding;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** The points of a t-SNE map under way. */
final class TSneLayout {
    private static final int BLOCK = 1_024;
    private static final float LEAST_GAIN = 0.01f;

    /** Once groups have gathered, boxes of an order this many rounds old take hardly longer to go through than new ones to make. */
    private static final int SORTED_EVERY = 10;

    private final Graph graph;
    private final Repulsion repulsion;
    private final Axis x;
    private final Axis y;
    private int rounds;

    TSneLayout(Graph graph, Start start, double opening) {
        this.graph = graph;
        this.repulsion = new Repulsion(graph.rows(), opening);
        this.x = new Axis(graph.rows());
        this.y = new Axis(graph.rows());
        for (int row = 0; row < graph.rows(); row++) {
            x.at[row] = (float) start.positions().x(row);
            y.at[row] = (float) start.positions().y(row);
        }
    }

    int count() {
        return graph.rows();
    }

    Positions positions() {
        return Positions.of(x.at, y.at);
    }

    /** How a round moves the points. */
    record Round(double exaggeration, double momentum, double stepLength) {}

    void move(Round round, Progress progress) {
        // While groups gather, boxes of an older order overlap so much that a round takes ten times as long.
        boolean isGathering = round.exaggeration() > 1;
        double pairs = gradients(isGathering || rounds % SORTED_EVERY == 0, round.exaggeration(), progress);
        rounds++;
        Parallel.forBlocks(count(), BLOCK, progress, (_, from, to) -> {
            x.move(from, to, round, pairs);
            y.move(from, to, round, pairs);
        });
    }

    /** Fills the pulls and the pushes, these not yet divided by the sum over all pairs, which it returns. */
    private double gradients(boolean isSorted, double exaggeration, Progress progress) {
        if (isSorted) {
            repulsion.sort(x.at, y.at, progress);
        }
        repulsion.enclose(x.at, y.at, progress);
        double pairs = repulsion.push(x.push, y.push, progress);
        pull((float) exaggeration, progress);
        return pairs;
    }

    private void pull(float exaggeration, Progress progress) {
        float[] atX = x.at, atY = y.at;
        Parallel.forBlocks(count(), BLOCK, progress, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                float sumX = 0, sumY = 0;
                for (int i = graph.starts[row]; i < graph.starts[row + 1]; i++) {
                    float offX = atX[row] - atX[graph.others[i]];
                    float offY = atY[row] - atY[graph.others[i]];
                    float pull = graph.weights[i] / (1 + offX * offX + offY * offY);
                    sumX += pull * offX;
                    sumY += pull * offY;
                }
                x.pull[row] = exaggeration * sumX;
                y.pull[row] = exaggeration * sumY;
            }
        });
    }

    /** The gradient of the divergence at a point: along x, then along y. */
    double[] gradient(int row, Progress progress) {
        double pairs = gradients(true, 1, progress);
        return new double[] {4 * (x.pull[row] - x.push[row] / pairs), 4 * (y.pull[row] - y.push[row] / pairs)};
    }

    /** The Kullback–Leibler divergence of the map's neighbourhoods from those of the rows, over the pairs that hold on to each other. */
    double divergence(Progress progress) {
        double pairs = gradients(true, 1, progress);
        var sums = new double[Parallel.blocks(count(), BLOCK)];
        Parallel.forBlocks(count(), BLOCK, progress, (block, from, to) -> {
            for (int row = from; row < to; row++) {
                for (int i = graph.starts[row]; i < graph.starts[row + 1]; i++) {
                    double offX = x.at[row] - x.at[graph.others[i]];
                    double offY = y.at[row] - y.at[graph.others[i]];
                    double near = 1 / (1 + offX * offX + offY * offY);
                    double weight = graph.weights[i];
                    sums[block] += weight > 0 ? weight * Math.log(weight * pairs / near) : 0;
                }
            }
        });
        return Arrays.stream(sums).reduce(0, Double::sum);
    }

    /** One coordinate of all points, with what moves it. */
    private static final class Axis {
        private final float[] at;
        private final float[] pull;
        private final float[] push;
        private final float[] speeds;
        private final float[] gains;

        Axis(int count) {
            at = new float[count];
            pull = new float[count];
            push = new float[count];
            speeds = new float[count];
            gains = new float[count];
            Arrays.fill(gains, 1);
        }

        /** Speeds up where the direction stays, slows down where it turns. */
        void move(int from, int to, Round round, double pairs) {
            float momentum = (float) round.momentum();
            float step = (float) round.stepLength();
            float share = (float) (1 / pairs);
            for (int i = from; i < to; i++) {
                float gradient = 4 * (pull[i] - push[i] * share);
                float gain = speeds[i] * gradient < 0 ? gains[i] + 0.2f : gains[i] * 0.8f;
                gains[i] = Math.max(LEAST_GAIN, gain);
                speeds[i] = momentum * speeds[i] - step * gains[i] * gradient;
                at[i] += speeds[i];
            }
        }
    }
}
