package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/**
 * One run of k-means from given centres: assign every row to its nearest centre, move the centres, until they rest.
 *
 * <p>Only rows that change their cluster touch the sums. Sums are kept per block of rows and added in block order, so that the
 * result does not depend on the number of threads. A cluster that loses all rows takes over the row farthest from its centre.
 *
 * <p>Reference: S. P. Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28 (1982),
 * doi:10.1109/TIT.1982.1056489. Cost: O(rows x clusters x columns) a round. Assumes: at least as many rows as clusters.
 */
final class Lloyd {
    private static final int BLOCK = 1024;

    private final Points points;
    private final double[][] centres;
    private final double[] sums;
    private final int[] sizes;
    private final int[] clusters;
    private final float[] squares;
    private final float[] nearest;
    private final float[] nearestCluster;
    /** Where the centres were when the rows found their clusters. */
    private double[][] before = {};

    private int rounds;

    Lloyd(Points points, double[][] centres) {
        this.points = points;
        this.centres = centres;
        this.sums = new double[centres.length * points.dimensions()];
        this.sizes = new int[centres.length];
        this.clusters = new int[points.count()];
        this.squares = new float[points.count()];
        this.nearest = new float[points.count()];
        this.nearestCluster = new float[points.count()];
        Arrays.fill(clusters, -1);
    }

    /**
     * Works until the squared moves of the centres in a round sum to no more than {@code tolerance} times the mean variance.
     *
     * @return this, at rest
     */
    Lloyd settle(int maxRounds, double tolerance, Progress progress) {
        boolean moving = true;
        while (moving && rounds < maxRounds) {
            progress.report(1 - 10.0 / (10 + rounds), "Moving the centres");
            assign(progress);
            boolean refilled = refillEmptyClusters();
            double moved = moveCentres();
            moving = refilled || moved > tolerance * points.meanVariance();
            rounds++;
        }
        return this;
    }

    /** The nearest of the centres for each row. */
    int[] nearest(Progress progress) {
        assign(progress);
        return clusters;
    }

    /** How rows found their clusters in the last round. */
    Belonging belonging() {
        return points.nearestOf(before);
    }

    private void assign(Progress progress) {
        before = centres();
        int blocks = Parallel.blocks(points.count(), BLOCK);
        var moves = new Moves[blocks];
        Parallel.forBlocks(points.count(), BLOCK, progress, (block, from, to) -> {
            findNearest(from, to);
            moves[block] = moves(from, to);
        });
        for (var move : moves) {
            move.addTo(sums, sizes);
        }
    }

    private void findNearest(int from, int to) {
        Arrays.fill(nearest, from, to, Float.MAX_VALUE);
        Arrays.fill(nearestCluster, from, to, 0);
        for (int cluster = 0; cluster < centres.length; cluster++) {
            points.squaredDistances(centres[cluster], squares, from, to);
            keepNearer(cluster, from, to);
        }
    }

    /** Takes a cluster where it is nearer, without a branch, which the compiler could not turn into vector instructions. */
    private void keepNearer(float cluster, int from, int to) {
        float[] distance = squares, least = nearest, label = nearestCluster;
        for (int i = from; i < to; i++) {
            float nearer = Math.min(least[i], distance[i]);
            float isNearer = Math.signum(least[i] - nearer);
            label[i] = label[i] + isNearer * (cluster - label[i]);
            least[i] = nearer;
        }
    }

    private Moves moves(int from, int to) {
        var moves = new Moves(new double[sums.length], new int[sizes.length]);
        for (int row = from; row < to; row++) {
            int cluster = (int) nearestCluster[row];
            if (cluster != clusters[row]) {
                move(row, cluster, moves.sums, moves.sizes);
            }
        }
        return moves;
    }

    private void move(int row, int to, double[] intoSums, int[] intoSizes) {
        int from = clusters[row];
        clusters[row] = to;
        if (from >= 0) {
            add(row, from, -1, intoSums, intoSizes);
        }
        add(row, to, 1, intoSums, intoSizes);
    }

    private void add(int row, int cluster, int sign, double[] intoSums, int[] intoSizes) {
        intoSizes[cluster] += sign;
        int at = cluster * points.dimensions();
        for (int column = 0; column < points.dimensions(); column++) {
            intoSums[at + column] += sign * points.value(row, column);
        }
    }

    /** Whether a refilled cluster may draw further rows; not so where it only takes one of several equal rows. */
    private boolean refillEmptyClusters() {
        boolean refilled = false;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (sizes[cluster] == 0) {
                int row = farthestRow();
                move(row, cluster, sums, sizes);
                refilled |= nearest[row] > 0;
                nearest[row] = 0;
            }
        }
        return refilled;
    }

    private int farthestRow() {
        int farthest = -1;
        for (int row = 0; row < clusters.length; row++) {
            boolean canLeave = sizes[clusters[row]] > 1;
            if (canLeave && (farthest < 0 || nearest[row] > nearest[farthest])) {
                farthest = row;
            }
        }
        return farthest;
    }

    private double moveCentres() {
        double moved = 0;
        for (int cluster = 0; cluster < centres.length; cluster++) {
            for (int column = 0; column < points.dimensions(); column++) {
                double place = sums[cluster * points.dimensions() + column] / sizes[cluster];
                double step = place - centres[cluster][column];
                centres[cluster][column] = place;
                moved += step * step;
            }
        }
        return moved;
    }

    /** The sum of squared distances of the rows to the mean of their cluster, in double precision. */
    double inertia(Progress progress) {
        var parts = new double[Parallel.blocks(points.count(), BLOCK)];
        Parallel.forBlocks(points.count(), BLOCK, progress, (block, from, to) -> {
            for (int row = from; row < to; row++) {
                parts[block] += squaredDistance(row);
            }
        });
        return Arrays.stream(parts).reduce(0, Double::sum);
    }

    private double squaredDistance(int row) {
        var centre = centres[clusters[row]];
        double sum = 0;
        for (int column = 0; column < centre.length; column++) {
            double off = points.value(row, column) - centre[column];
            sum += off * off;
        }
        return sum;
    }

    /** The means of the clusters, as a copy. */
    double[][] centres() {
        return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /** The cluster of each row. */
    int[] clusters() {
        return clusters;
    }

    int rounds() {
        return rounds;
    }

    /** What the rows of one block change. */
    private static final class Moves {
        private final double[] sums;
        private final int[] sizes;

        Moves(double[] sums, int[] sizes) {
            this.sums = sums;
            this.sizes = sizes;
        }

        void addTo(double[] totalSums, int[] totalSizes) {
            for (int i = 0; i < sums.length; i++) {
                totalSums[i] += sums[i];
            }
            for (int i = 0; i < sizes.length; i++) {
                totalSizes[i] += sizes[i];
            }
        }
    }
}
