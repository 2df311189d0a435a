package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The prototypes of some rows while they move; see {@link KPrototypes}. */
final class Prototypes {
    private static final int BLOCK = 1_024;

    private final MixedRows rows;
    private final Weights weights;
    private final double gamma;
    private final double[][] means;
    private final int[][] modes;
    private final int[] clusters;
    private final double[] nearest;
    /** The prototypes by which rows found their clusters. */
    private List<Belonging.NearestPrototype.Prototype> before = List.of();

    private int rounds;

    Prototypes(MixedRows rows, Weights weights, int count, double gamma) {
        this.rows = rows;
        this.weights = weights;
        this.gamma = gamma;
        this.means = new double[count][rows.numbers().length];
        this.modes = new int[count][rows.categories().length];
        this.clusters = new int[rows.count()];
        this.nearest = new double[rows.count()];
        Arrays.fill(clusters, -1);
    }

    /** Prototypes as they were kept, over other rows. */
    static Prototypes of(Belonging.NearestPrototype kept, MixedRows rows) {
        var prototypes = new Prototypes(rows, Weights.EVEN, kept.prototypes().size(), kept.gamma());
        for (int cluster = 0; cluster < prototypes.means.length; cluster++) {
            var one = kept.prototypes().get(cluster);
            Arrays.setAll(prototypes.means[cluster], one.place()::get);
            Arrays.setAll(
                    prototypes.modes[cluster],
                    column -> rows.code(column, one.levels().get(column)));
        }
        return prototypes;
    }

    /** The prototypes of clusters that are known, none of them empty. */
    static Prototypes of(MixedRows rows, Weights weights, Assignments found, double gamma) {
        var prototypes = new Prototypes(rows, weights, found.clusterCount(), gamma);
        Arrays.setAll(prototypes.clusters, found::get);
        prototypes.move(Progress.NONE);
        return prototypes;
    }

    /** Puts a prototype at a row. */
    void place(int cluster, int row) {
        Arrays.setAll(means[cluster], column -> rows.numbers()[column][row]);
        Arrays.setAll(modes[cluster], column -> rows.categories()[column][row]);
    }

    /** How far the rows {@code from} to before {@code to} are from a prototype. */
    double[] distances(int cluster, int from, int to) {
        var distances = new double[to - from];
        for (int column = 0; column < means[cluster].length; column++) {
            double mean = means[cluster][column];
            var values = rows.numbers()[column];
            for (int i = 0; i < distances.length; i++) {
                double off = values[from + i] - mean;
                distances[i] += off * off;
            }
        }
        for (int column = 0; column < modes[cluster].length; column++) {
            int mode = modes[cluster][column];
            var codes = rows.categories()[column];
            for (int i = 0; i < distances.length; i++) {
                distances[i] += codes[from + i] == mode ? 0 : gamma;
            }
        }
        return distances;
    }

    /** Every row finds its nearest prototype, the first of equally near ones, and these move; whether any row changed its cluster. */
    boolean round(Progress progress) {
        before = kept();
        boolean isChanged = assign(progress);
        isChanged |= refill();
        move(progress);
        rounds++;
        return isChanged;
    }

    private void move(Progress progress) {
        for (int column = 0; column < rows.numbers().length; column++) {
            progress.check();
            moveMeans(column);
        }
        for (int column = 0; column < rows.categories().length; column++) {
            progress.check();
            moveModes(column);
        }
    }

    /** The nearest prototype of each row. */
    int[] nearest(Progress progress) {
        assign(progress);
        return clusters;
    }

    private boolean assign(Progress progress) {
        var isChanged = new boolean[Parallel.blocks(rows.count(), BLOCK)];
        Parallel.forBlocks(rows.count(), BLOCK, progress, (block, from, to) -> isChanged[block] = assign(from, to));
        return IntStream.range(0, isChanged.length).anyMatch(block -> isChanged[block]);
    }

    private boolean assign(int from, int to) {
        var found = new int[to - from];
        double[] least = distances(0, from, to);
        for (int cluster = 1; cluster < means.length; cluster++) {
            double[] distances = distances(cluster, from, to);
            for (int i = 0; i < found.length; i++) {
                if (distances[i] < least[i]) {
                    least[i] = distances[i];
                    found[i] = cluster;
                }
            }
        }
        System.arraycopy(least, 0, nearest, from, least.length);
        boolean isChanged = !Arrays.equals(found, 0, found.length, clusters, from, to);
        System.arraycopy(found, 0, clusters, from, found.length);
        return isChanged;
    }

    /** A cluster that lost all rows takes over the one farthest from its prototype. */
    private boolean refill() {
        var sizes = new int[means.length];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        boolean isRefilled = false;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (sizes[cluster] == 0) {
                int row = farthest(sizes);
                sizes[clusters[row]]--;
                sizes[cluster]++;
                clusters[row] = cluster;
                isRefilled |= nearest[row] > 0;
                nearest[row] = 0;
            }
        }
        return isRefilled;
    }

    private int farthest(int... sizes) {
        int farthest = -1;
        for (int row = 0; row < clusters.length; row++) {
            if (sizes[clusters[row]] > 1 && (farthest < 0 || nearest[row] > nearest[farthest])) {
                farthest = row;
            }
        }
        return farthest;
    }

    private void moveMeans(int column) {
        var sums = new double[means.length];
        var masses = new double[means.length];
        for (int row = 0; row < clusters.length; row++) {
            sums[clusters[row]] += weights.of(row) * rows.numbers()[column][row];
            masses[clusters[row]] += weights.of(row);
        }
        for (int cluster = 0; cluster < sums.length; cluster++) {
            means[cluster][column] = sums[cluster] / masses[cluster];
        }
    }

    private void moveModes(int column) {
        int missing = rows.levels(column).size();
        var masses = new double[means.length][missing + 1];
        for (int row = 0; row < clusters.length; row++) {
            int code = rows.categories()[column][row];
            masses[clusters[row]][code < 0 ? missing : code] += weights.of(row);
        }
        for (int cluster = 0; cluster < masses.length; cluster++) {
            int mode = 0;
            for (int code = 1; code <= missing; code++) {
                mode = masses[cluster][code] > masses[cluster][mode] ? code : mode;
            }
            modes[cluster][column] = mode == missing ? MixedRows.MISSING : mode;
        }
    }

    /** How far two prototypes are from each other, as rows are from them. */
    double between(int one, int other) {
        double sum = 0;
        for (int column = 0; column < means[one].length; column++) {
            double off = means[one][column] - means[other][column];
            sum += off * off;
        }
        for (int column = 0; column < modes[one].length; column++) {
            sum += modes[one][column] == modes[other][column] ? 0 : gamma;
        }
        return sum;
    }

    /** What all rows are from their prototypes, each as much as it counts. */
    double cost() {
        var parts = new double[Parallel.blocks(rows.count(), BLOCK)];
        for (int cluster = 0; cluster < means.length; cluster++) {
            for (int block = 0; block < parts.length; block++) {
                int from = block * BLOCK;
                double[] distances = distances(cluster, from, Math.min(rows.count(), from + BLOCK));
                for (int i = 0; i < distances.length; i++) {
                    parts[block] += clusters[from + i] == cluster ? weights.of(from + i) * distances[i] : 0;
                }
            }
        }
        return Arrays.stream(parts).reduce(0, Double::sum);
    }

    /** How rows found their clusters in the last round. */
    Belonging.NearestPrototype belonging() {
        return new Belonging.NearestPrototype(gamma, before);
    }

    private List<Belonging.NearestPrototype.Prototype> kept() {
        return IntStream.range(0, means.length)
                .mapToObj(cluster -> new Belonging.NearestPrototype.Prototype(
                        cluster,
                        Belonging.list(means[cluster]),
                        IntStream.range(0, modes[cluster].length)
                                .mapToObj(column -> rows.level(column, modes[cluster][column]))
                                .toList()))
                .toList();
    }

    int[] clusters() {
        return clusters;
    }

    int rounds() {
        return rounds;
    }
}
