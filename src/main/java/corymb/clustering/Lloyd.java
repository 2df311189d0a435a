package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * One run of k-means from given centres: assign every row to its nearest centre, move the centres, until they rest.
 *
 * <p>Only rows that may be nearer to another centre by now are compared ({@link Leads}), and only those that change their cluster
 * touch the sums. Sums are kept per block of rows and added in block order, so that the result does not depend on the number of
 * threads. A cluster that loses all rows takes over the row farthest from its centre. Memory: six bytes a row beside the rows.
 *
 * <p>Reference: S. P. Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28 (1982),
 * doi:10.1109/TIT.1982.1056489. Cost: O(rows x clusters x columns) a round. Assumes: at least as many rows as clusters.
 */
final class Lloyd {
    /** The most centres there can be, whose numbers fit into two bytes. */
    static final int MOST_CENTRES = Character.MAX_VALUE + 1;

    private static final int BLOCK = 1024;

    private final Points points;
    private final double[][] centres;
    private final Sums total;
    private final char[] clusters;
    private final Leads leads;
    private final Queue<NearestTwo> searches = new ConcurrentLinkedQueue<>();
    /** Where the centres were when the rows found their clusters. */
    private double[][] before = {};

    private int rounds;

    Lloyd(Points points, double[][] centres) {
        if (centres.length > MOST_CENTRES) {
            throw new Problem(
                            String.format(Locale.ROOT, "K-means looks for at most %,d clusters.", MOST_CENTRES),
                            "",
                            "Ask for fewer clusters.")
                    .asFailure();
        }
        this.points = points;
        this.centres = centres;
        this.total = new Sums(points, centres.length);
        this.clusters = new char[points.count()];
        this.leads = new Leads(points, centres.length);
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
        return clusters();
    }

    /** How rows found their clusters in the last round. */
    Belonging belonging() {
        return points.nearestOf(before);
    }

    private void assign(Progress progress) {
        // Where a row counts a thousand million times as much as others, taking it off would leave nothing right.
        boolean isAnew = before.length == 0 || !points.isEven();
        if (isAnew) {
            total.clear();
        }
        if (before.length > 0) {
            leads.move(before, centres);
        }
        before = centres();
        var changes = new ConcurrentSkipListMap<Integer, Sums>();
        Parallel.forBlocks(
                points.count(),
                NearestTwo.ROWS,
                progress,
                (block, from, to) -> changes(from, to, isAnew, progress).ifPresent(each -> changes.put(block, each)));
        changes.values().forEach(each -> each.addTo(total));
    }

    /** What rows that change over to a nearer centre add to the clusters, or what all rows do where sums are gathered anew. */
    private Optional<Sums> changes(int from, int to, boolean isAnew, Progress progress) {
        var search = Optional.ofNullable(searches.poll()).orElseGet(() -> new NearestTwo(points));
        int count = leads.doubtful(clusters, from, to, search.rows);
        search.find(count, centres, progress);
        Optional<Sums> changes = Optional.empty();
        for (int place = 0; place < count; place++) {
            int row = search.rows[place];
            int cluster = search.nearest(place);
            leads.set(row, cluster, search.lead(place));
            if (isAnew) {
                clusters[row] = (char) cluster;
            } else if (cluster != clusters[row]) {
                changes = changes.or(() -> Optional.of(new Sums(points, centres.length)));
                move(row, cluster, changes.orElseThrow());
            }
        }
        searches.add(search);
        return isAnew ? Optional.of(sums(from, to)) : changes;
    }

    private Sums sums(int from, int to) {
        var sums = new Sums(points, centres.length);
        for (int row = from; row < to; row++) {
            sums.add(row, clusters[row], 1);
        }
        return sums;
    }

    private void move(int row, int to, Sums into) {
        into.add(row, clusters[row], -1);
        into.add(row, to, 1);
        clusters[row] = (char) to;
    }

    /** Whether a refilled cluster may draw further rows; not so where it only takes one of several equal rows. */
    private boolean refillEmptyClusters() {
        boolean refilled = false;
        var distances = new float[0];
        for (int cluster = 0; cluster < centres.length; cluster++) {
            if (total.sizes[cluster] == 0) {
                distances = distances.length == 0 ? squaredDistances() : distances;
                int row = farthestRow(distances);
                move(row, cluster, total);
                leads.forget(row);
                refilled |= distances[row] > 0;
                distances[row] = 0;
            }
        }
        return refilled;
    }

    /** The squared distances to the centres in single precision, in which equal rows are as far off as their centre. */
    private float[] squaredDistances() {
        var distances = new float[clusters.length];
        for (int row = 0; row < distances.length; row++) {
            var centre = centres[clusters[row]];
            for (int column = 0; column < centre.length; column++) {
                float off = (float) points.value(row, column) - (float) centre[column];
                distances[row] += off * off;
            }
        }
        return distances;
    }

    private int farthestRow(float... distances) {
        int farthest = -1;
        for (int row = 0; row < clusters.length; row++) {
            boolean canLeave = total.sizes[clusters[row]] > 1;
            if (canLeave && (farthest < 0 || distances[row] > distances[farthest])) {
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

    /** The cluster of each row, as a copy. */
    int[] clusters() {
        return IntStream.range(0, clusters.length).map(row -> clusters[row]).toArray();
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
