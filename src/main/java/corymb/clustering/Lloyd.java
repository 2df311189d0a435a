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
    private final Sums total;
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
        this.total = new Sums(points, centres.length);
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
        if (!points.isEven()) {
            // Where a row counts a thousand million times as much as others, taking it off would leave nothing right.
            total.clear();
            Arrays.fill(clusters, -1);
        }
        int blocks = Parallel.blocks(points.count(), BLOCK);
        var moves = new Sums[blocks];
        Parallel.forBlocks(points.count(), BLOCK, progress, (block, from, to) -> {
            findNearest(from, to);
            moves[block] = moves(from, to);
        });
        for (var move : moves) {
            move.addTo(total);
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

    private Sums moves(int from, int to) {
        var moves = new Sums(points, centres.length);
        for (int row = from; row < to; row++) {
            int cluster = (int) nearestCluster[row];
            if (cluster != clusters[row]) {
                move(row, cluster, moves);
            }
        }
        return moves;
    }

    private void move(int row, int to, Sums into) {
        int from = clusters[row];
        clusters[row] = to;
        if (from >= 0) {
            into.add(row, from, -1);
        }
        into.add(row, to, 1);
    }

    /** Whether a refilled cluster may draw further rows; not so where it only takes one of several equal rows. */
    private boolean refillEmptyClusters() {
        boolean refilled = false;
        for (int cluster = 0; cluster < centres.length; cluster++) {
            if (total.sizes[cluster] == 0) {
                int row = farthestRow();
                move(row, cluster, total);
                refilled |= nearest[row] > 0;
                nearest[row] = 0;
            }
        }
        return refilled;
    }

    private int farthestRow() {
        int farthest = -1;
        for (int row = 0; row < clusters.length; row++) {
            boolean canLeave = total.sizes[clusters[row]] > 1;
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
                double place = total.mean(cluster, column);
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
                parts[block] += points.weight(row) * squaredDistance(row);
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

    /** What rows add to their clusters. */
    private static final class Sums {
        private final Points points;
        private final double[] values;
        private final double[] masses;
        private final int[] sizes;

        Sums(Points points, int clusters) {
            this.points = points;
            this.values = new double[clusters * points.dimensions()];
            this.masses = new double[clusters];
            this.sizes = new int[clusters];
        }

        void clear() {
            Arrays.fill(values, 0);
            Arrays.fill(masses, 0);
            Arrays.fill(sizes, 0);
        }

        void add(int row, int cluster, int sign) {
            double weight = sign * points.weight(row);
            sizes[cluster] += sign;
            masses[cluster] += weight;
            int at = cluster * points.dimensions();
            for (int column = 0; column < points.dimensions(); column++) {
                values[at + column] += weight * points.value(row, column);
            }
        }

        double mean(int cluster, int column) {
            return values[cluster * points.dimensions() + column] / masses[cluster];
        }

        void addTo(Sums all) {
            for (int i = 0; i < values.length; i++) {
                all.values[i] += values[i];
            }
            for (int i = 0; i < sizes.length; i++) {
                all.masses[i] += masses[i];
                all.sizes[i] += sizes[i];
            }
        }
    }
}
