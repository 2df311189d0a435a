package corymb.embedding;

import corymb.work.Parallel;
import corymb.work.Progress;

/**
 * How much each row takes its neighbours for neighbours: chances by a normal curve around it, as wide as gives the wanted
 * perplexity, made the same in both directions and summing to 1 over all pairs.
 *
 * <p>Reference: L. van der Maaten, G. Hinton, Visualizing data using t-SNE, Journal of Machine Learning Research 9 (2008); over
 * the nearest rows alone as L. van der Maaten, Accelerating t-SNE using tree-based algorithms, JMLR 15 (2014).
 */
final class Affinities {
    private static final int BLOCK = 512;
    private static final int MOST_HALVINGS = 100;
    private static final double CLOSE = 1e-5;

    private Affinities() {}

    static Graph of(Neighbours neighbours, double perplexity, Progress progress) {
        var chances = new float[neighbours.squares.length];
        double scale = 1 / (2.0 * neighbours.rows);
        Parallel.forBlocks(neighbours.rows, BLOCK, progress, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                fill(neighbours, row, Math.log(perplexity), chances);
            }
        });
        return Graph.of(neighbours, chances, (there, back) -> (float) ((there + back) * scale), progress);
    }

    /** Finds the width by halving: the entropy falls as the curve narrows. */
    private static void fill(Neighbours neighbours, int row, double wanted, float[] chances) {
        int from = row * neighbours.count;
        int to = from + neighbours.count;
        double nearest = neighbours.squares[from];
        double mean = mean(neighbours.squares, from, to) - nearest;
        double narrowness = mean > 0 ? 1 / mean : 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double off = entropy(neighbours.squares, from, to, narrowness) - wanted;
            if (Math.abs(off) < CLOSE) {
                break;
            }
            low = off > 0 ? narrowness : low;
            high = off > 0 ? high : narrowness;
            narrowness = high == Double.POSITIVE_INFINITY ? narrowness * 2 : (low + high) / 2;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.exp(-narrowness * (neighbours.squares[i] - nearest));
        }
        for (int i = from; i < to; i++) {
            chances[i] = (float) (Math.exp(-narrowness * (neighbours.squares[i] - nearest)) / sum);
        }
    }

    private static double mean(float[] squares, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += squares[i];
        }
        return sum / (to - from);
    }

    private static double entropy(float[] squares, int from, int to, double narrowness) {
        double nearest = squares[from];
        double sum = 0;
        double weighted = 0;
        for (int i = from; i < to; i++) {
            double off = squares[i] - nearest;
            double chance = Math.exp(-narrowness * off);
            sum += chance;
            weighted += off * chance;
        }
        return Math.log(sum) + narrowness * weighted / sum;
    }
}
