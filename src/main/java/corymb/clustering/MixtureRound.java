package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** The rounds of a mixture over some rows: column by column, some hundred rows at a time, so that loops run along the rows. */
final class MixtureRound {
    private static final int LANES = 256;
    /** Each block of rows has sums of its own, so there are not many. */
    private static final int MOST_BLOCKS = 32;

    private final double[][] columns;
    private final Weights weights;
    private final int count;
    private final int blockLength;
    private final MixtureShape shape;
    private final boolean isTied;

    private MixtureRound(Subjects subjects, MixtureShape shape, boolean isTied) {
        var rows = subjects.scaled();
        this.weights = subjects.weights();
        this.count = rows.rowCount();
        this.blockLength = Math.ceilDiv(Math.ceilDiv(count, LANES), MOST_BLOCKS) * LANES;
        this.columns = new double[rows.columnCount()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Scaler.column(rows, column);
        }
        this.shape = shape;
        this.isTied = isTied;
    }

    /** Over rows of which it is asked how likely they are. */
    MixtureRound(Matrix rows, MixtureShape shape) {
        this(Subjects.of(rows), shape, false);
    }

    MixtureRound(Subjects rows, GaussianMixturePlan plan) {
        this(
                rows,
                new MixtureShape(
                        plan.clusters(), rows.scaled().columnCount(), plan.covariance() == Covariance.DIAGONAL),
                plan.covariance() == Covariance.TIED);
    }

    /** The mixture where each row is wholly of the distribution of its cluster. */
    State first(double[] centres, Assignments clusters, Progress progress) {
        var parts = new MixtureParts(shape, new double[shape.clusters()], centres);
        var sums = new MixtureSums(shape);
        forChunks(0, count, progress, (from, to) -> {
            for (int cluster = 0; cluster < shape.clusters(); cluster++) {
                var chances = new double[to - from];
                for (int row = from; row < to; row++) {
                    chances[row - from] = clusters.get(row) == cluster ? weights.of(row) : 0;
                }
                sums.add(cluster, chances, off(parts, cluster, from, to));
            }
        });
        var next = parts.next(sums, isTied);
        return new State(next, gather(next, progress), 0, false);
    }

    /** The mixture a round later. */
    State next(State state, Progress progress) {
        var parts = state.parts.next(state.sums, isTied);
        return new State(parts, gather(parts, progress), state.rounds + 1, false);
    }

    private MixtureSums gather(MixtureParts parts, Progress progress) {
        var blocks = new MixtureSums[Parallel.blocks(count, blockLength)];
        Parallel.forBlocks(count, blockLength, progress, (block, first, last) -> {
            blocks[block] = new MixtureSums(shape);
            forChunks(first, last, progress, (from, to) -> gather(parts, from, to, blocks[block]));
        });
        for (int block = 1; block < blocks.length; block++) {
            blocks[0].add(blocks[block]);
        }
        return blocks[0];
    }

    private void gather(MixtureParts parts, int from, int to, MixtureSums sums) {
        var chances = logDensities(parts, from, to);
        sums.logLikelihood += toChances(chances, from, to);
        for (int cluster = 0; cluster < shape.clusters(); cluster++) {
            sums.add(cluster, chances[cluster], off(parts, cluster, from, to));
        }
    }

    /** The most likely distribution of each row. */
    int[] mostLikely(MixtureParts parts, Progress progress) {
        var labels = new int[count];
        Parallel.forBlocks(count, LANES, progress, (_, from, to) -> {
            var logs = logDensities(parts, from, to);
            for (int row = from; row < to; row++) {
                for (int cluster = 1; cluster < logs.length; cluster++) {
                    labels[row] = logs[cluster][row - from] > logs[labels[row]][row - from] ? cluster : labels[row];
                }
            }
        });
        return labels;
    }

    private double[][] logDensities(MixtureParts parts, int from, int to) {
        var logs = new double[shape.clusters()][to - from];
        var along = new double[to - from];
        for (int cluster = 0; cluster < logs.length; cluster++) {
            var off = off(parts, cluster, from, to);
            for (int row = 0; row < columns.length; row++) {
                Arrays.fill(along, 0);
                for (int column = shape.first(row); column <= row; column++) {
                    addTimes(off[column], parts.whitening[shape.at(cluster, row, column)], along);
                }
                subtractHalfSquares(along, logs[cluster]);
            }
            double common = parts.logFactor(cluster);
            for (int i = 0; i < along.length; i++) {
                logs[cluster][i] += common;
            }
        }
        return logs;
    }

    private double[][] off(MixtureParts parts, int cluster, int from, int to) {
        var off = new double[columns.length][to - from];
        for (int column = 0; column < off.length; column++) {
            double centre = parts.centres[cluster * columns.length + column];
            var values = columns[column];
            var into = off[column];
            for (int i = 0; i < into.length; i++) {
                into[i] = values[from + i] - centre;
            }
        }
        return off;
    }

    private static void addTimes(double[] values, double factor, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }

    private static void subtractHalfSquares(double[] values, double[] logs) {
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= values[i] * values[i] / 2;
        }
    }

    /** Turns log-densities into the chances of being of each distribution, times what the row counts; the sum of the rows' log-likelihoods. */
    private double toChances(double[][] logs, int from, int to) {
        double likelihood = 0;
        for (int i = 0; i < to - from; i++) {
            double weight = weights.of(from + i);
            double most = Double.NEGATIVE_INFINITY;
            for (var log : logs) {
                most = Math.max(most, log[i]);
            }
            double sum = 0;
            for (var log : logs) {
                log[i] = Math.exp(log[i] - most);
                sum += log[i];
            }
            for (var log : logs) {
                log[i] = log[i] / sum * weight;
            }
            likelihood += weight * (most + Math.log(sum));
        }
        return likelihood;
    }

    private static void forChunks(int first, int last, Progress progress, Chunk chunk) {
        for (int from = first; from < last; from += LANES) {
            progress.check();
            chunk.work(from, Math.min(last, from + LANES));
        }
    }

    @FunctionalInterface
    private interface Chunk {
        void work(int from, int to);
    }

    /** A mixture and what its rows say about it. */
    record State(MixtureParts parts, MixtureSums sums, int rounds, boolean isSettled) {
        double logLikelihood() {
            return sums.logLikelihood;
        }

        State settled() {
            return new State(parts, sums, rounds, true);
        }
    }
}
