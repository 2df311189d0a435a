package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * The silhouettes of some rows against all rows, in several partitions at once, block by block of the scored ones.
 *
 * <p>Rows that are together in every partition come one after the other, and are added to the clusters as one: there are far fewer such bundles than
 * rows times partitions.
 */
final class SilhouetteScores {
    /** Loops along fewer rows end before the compiler's vector instructions pay off; more leave many cores without a block. */
    private static final int LANES = 256;

    private static final int ROWS_A_CHECK = 4_096;

    private final RowDistances rows;
    private final int[] scored;
    /** The rows, those that are together in every partition after each other. */
    private final int[] order;

    /** Of each place in that order whether the next row is elsewhere in some partition. */
    private final boolean[] isLast;

    private final int[][] labels;
    private final int[][] sizes;

    SilhouetteScores(RowDistances rows, int[] scored, List<Assignments> partitions) {
        this.rows = rows;
        this.scored = scored;
        this.order = Sample.inClusterOrder(partitions);
        this.labels = new int[partitions.size()][];
        this.sizes = new int[partitions.size()][];
        for (int partition = 0; partition < labels.length; partition++) {
            int noise = partitions.get(partition).clusterCount();
            labels[partition] = partitions.get(partition).stream()
                    .map(cluster -> cluster == Assignments.NOISE ? noise : cluster)
                    .toArray();
            sizes[partition] = new int[noise + 1];
            for (int label : labels[partition]) {
                sizes[partition][label]++;
            }
        }
        this.isLast = lasts(order, labels);
    }

    private static boolean[] lasts(int[] order, int[][] labels) {
        var lasts = new boolean[order.length];
        for (int[] of : labels) {
            for (int place = 0; place < order.length; place++) {
                lasts[place] |= place == order.length - 1 || of[order[place]] != of[order[place + 1]];
            }
        }
        return lasts;
    }

    /** One array a partition, in order of the scored rows; 0 for a row of no cluster. */
    double[][] scores(Progress progress) {
        var scores = new double[labels.length][scored.length];
        Parallel.forBlocks(scored.length, LANES, progress, "Scoring the clusters", (_, from, to) -> {
            var toClusters = distanceSums(from, to, progress);
            for (int partition = 0; partition < labels.length; partition++) {
                for (int i = from; i < to; i++) {
                    scores[partition][i] = silhouette(partition, scored[i], i - from, toClusters[partition]);
                }
            }
        });
        return scores;
    }

    /**
     * One number a partition: over its clusters, what the distances of all pairs of scored rows of one sum to, divided by its size.
     *
     * @param counts how many each row stands for in the size of its cluster
     */
    double[] within(int[] counts, Progress progress) {
        var sizes = new long[labels.length][];
        Arrays.setAll(sizes, partition -> sizes(labels[partition], counts));
        var parts = new double[labels.length][Parallel.blocks(scored.length, LANES)];
        Parallel.forBlocks(scored.length, LANES, progress, "Comparing within the clusters", (block, from, to) -> {
            var toClusters = distanceSums(from, to, progress);
            for (int partition = 0; partition < labels.length; partition++) {
                for (int i = from; i < to; i++) {
                    int own = labels[partition][scored[i]];
                    parts[partition][block] += toClusters[partition][own][i - from] / sizes[partition][own];
                }
            }
        });
        return Arrays.stream(parts)
                .mapToDouble(blocks -> Arrays.stream(blocks).reduce(0, Double::sum) / 2)
                .toArray();
    }

    private static long[] sizes(int[] labels, int... counts) {
        var sizes = new long[Arrays.stream(labels).max().orElse(0) + 1];
        for (int row = 0; row < labels.length; row++) {
            sizes[labels[row]] += counts[row];
        }
        return sizes;
    }

    private double[][][] distanceSums(int from, int to, Progress progress) {
        var few = rows.few(scored, from, to);
        var sums = new double[labels.length][][];
        Arrays.setAll(sums, partition -> new double[sizes[partition].length][to - from]);
        var distances = new double[to - from];
        var bundle = new double[to - from];
        for (int place = 0; place < order.length; place++) {
            if (place % ROWS_A_CHECK == 0) {
                progress.check();
            }
            few.from(order[place], distances);
            add(distances, bundle);
            if (isLast[place]) {
                for (int partition = 0; partition < labels.length; partition++) {
                    add(bundle, sums[partition][labels[partition][order[place]]]);
                }
                Arrays.fill(bundle, 0);
            }
        }
        return sums;
    }

    private static void add(double[] distances, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += distances[i];
        }
    }

    private double silhouette(int partition, int row, int lane, double[][] toClusters) {
        int own = labels[partition][row];
        int noise = toClusters.length - 1;
        if (own == noise || sizes[partition][own] == 1) {
            return 0;
        }
        double within = toClusters[own][lane] / (sizes[partition][own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < noise; cluster++) {
            if (cluster != own && sizes[partition][cluster] > 0) {
                next = Math.min(next, toClusters[cluster][lane] / sizes[partition][cluster]);
            }
        }
        double wider = Math.max(within, next);
        return wider == 0 || Double.isInfinite(wider) ? 0 : (next - within) / wider;
    }
}
