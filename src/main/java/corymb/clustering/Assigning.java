package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds where rows belong in clusters that were found before.
 *
 * <p>Round means and in hierarchies a row belongs to the nearest centre; in a mixture to the cloud it is most likely of, whose shapes
 * are those of the rows known to be of it; where clusters are dense places, known rows stay where they are and a new one belongs to
 * the cluster of the nearest dense row within the radius, if there is one. Cost: O(rows x clusters x columns), for dense places
 * O(new rows x known rows x columns).
 */
final class Assigning {
    private static final int BLOCK = 256;
    private static final int UNKNOWN = -2;
    private static final String STEP = "Sorting customers into the groups";

    private final Clustering clustering;
    private final Matrix scaled;
    /** Which rows are known. */
    private final int[] known;
    /** Where those belonged. */
    private final Assignments before;

    private final Progress progress;

    /**
     * Prepares to find where rows belong.
     *
     * @param scaled all rows, brought to the scale of the clustering
     * @param known which rows were there before
     * @param before where those belonged
     */
    Assigning(Clustering clustering, Matrix scaled, int[] known, Assignments before, Progress progress) {
        this.clustering = clustering;
        this.scaled = scaled;
        this.known = known.clone();
        this.before = before;
        this.progress = progress;
    }

    /** The cluster of each row. */
    Assignments assignments() {
        return switch (clustering.plan().method()) {
            case ClusterMethod.Mixture method
            when before.sizes().stream().allMatch(size -> size > 0) -> likeliest(method);
            case ClusterMethod.Numbered _ -> nearest();
            case ClusterMethod.Dbscan method ->
                dense(method.minPoints(), method.radius().orElse(0));
            case ClusterMethod.Hdbscan method -> dense(method.minPoints(), 0);
        };
    }

    private Assignments nearest() {
        int columns = scaled.columnCount();
        double[] centres = centres();
        var labels = new int[scaled.rowCount()];
        Parallel.forBlocks(labels.length, BLOCK, progress, STEP, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                double least = Double.POSITIVE_INFINITY;
                for (int cluster = 0; cluster < before.clusterCount(); cluster++) {
                    double square = Centres.squaredDistance(scaled, row, centres, cluster * columns);
                    if (square < least) {
                        least = square;
                        labels[row] = cluster;
                    }
                }
            }
        });
        return new Assignments(before.clusterCount(), labels);
    }

    private double[] centres() {
        var frame = clustering.frame();
        return clustering.clusters().stream()
                .flatMapToDouble(cluster -> IntStream.range(0, scaled.columnCount())
                        .mapToDouble(column ->
                                (cluster.centre().get(column) - frame.shift().get(column))
                                        / frame.scale().get(column)))
                .toArray();
    }

    private Assignments likeliest(ClusterMethod.Mixture method) {
        var plan = GaussianMixturePlan.of(
                before.clusterCount(), method.covariance(), clustering.plan().seed());
        var rows = scaled.rows(known);
        var state = new MixtureRound(rows, plan).first(Centres.of(rows, before), before, progress.untold());
        var labels = new MixtureRound(scaled, plan).mostLikely(state.parts(), progress.untold());
        progress.report(1, STEP);
        return new Assignments(before.clusterCount(), labels);
    }

    /** With no radius given, that which the distances of the known rows suggest. */
    private Assignments dense(int minPoints, double given) {
        var rows = scaled.rows(known);
        var tree = new KdTree(rows.toArray(), rows.columnCount());
        int points = Math.min(minPoints, rows.rowCount());
        double radius = given > 0
                ? given
                : NeighbourDistances.of(rows, points, progress.untold()).suggestedRadius();
        double[] squares = NeighbourDistances.squares(tree, points, progress.untold());
        int[] cores = IntStream.range(0, squares.length)
                .filter(place -> squares[place] <= radius * radius)
                .map(tree::row)
                .filter(row -> before.get(row) != Assignments.NOISE)
                .map(row -> known[row])
                .toArray();
        return nearestCore(cores, radius * radius);
    }

    private Assignments nearestCore(int[] cores, double withinSquare) {
        var labels = new int[scaled.rowCount()];
        Arrays.fill(labels, UNKNOWN);
        for (int i = 0; i < known.length; i++) {
            labels[known[i]] = before.get(i);
        }
        var then = labels.clone();
        double[] values = scaled.toArray();
        Parallel.forBlocks(labels.length, BLOCK, progress, STEP, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                if (then[row] == UNKNOWN) {
                    progress.check();
                    labels[row] = nearestCore(row, cores, withinSquare, values, then);
                }
            }
        });
        return new Assignments(before.clusterCount(), labels);
    }

    private int nearestCore(int row, int[] cores, double withinSquare, double[] values, int... then) {
        double least = withinSquare;
        int label = Assignments.NOISE;
        for (int core : cores) {
            double square = Centres.squaredDistance(scaled, row, values, core * scaled.columnCount());
            if (square < least || (square == least && label == Assignments.NOISE)) {
                least = square;
                label = then[core];
            }
        }
        return label;
    }
}
