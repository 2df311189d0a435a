package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds where rows belong in clusters that were found before, by what was learnt then; see {@link Belonging}.
 *
 * <p>The rows that clusters were found among go back where they are, bit for bit. Cost: O(rows x clusters x columns), for clouds
 * x columns², and where known rows are asked that of {@link KnownRows}.
 */
final class Assigning {
    private static final int BLOCK = 256;
    private static final String STEP = "Sorting customers into the groups";

    private final Matrix scaled;
    private final int clusterCount;
    private final Progress progress;

    /**
     * Prepares to find where rows belong.
     *
     * @param scaled the rows, brought to the scale of the clustering
     */
    Assigning(Matrix scaled, int clusterCount, Progress progress) {
        this.scaled = scaled;
        this.clusterCount = clusterCount;
        this.progress = progress;
    }

    /**
     * The cluster of each row.
     *
     * @param known the rows that clusters were found among, where the belonging needs them
     * @throws corymb.work.Failure when what was learnt does not go with the rows, or a value is too large
     */
    Assignments assignments(Belonging belonging, Optional<KnownRows> known) {
        Rows.requireFinite(scaled);
        return switch (belonging) {
            case Belonging.NearestCentre centres -> nearest(centres);
            case Belonging.LikeliestCloud clouds -> likeliest(clouds);
            case Belonging.WithinRadius _, Belonging.NearestRow _ -> {
                var rows = known.orElseThrow(Assigning::unknown);
                yield each(rows::nearest);
            }
            case Belonging.FirstReached by -> {
                var rows = known.orElseThrow(Assigning::unknown);
                Belonging.require(by.densities().size() == clusterCount);
                yield each((values, at) -> rows.firstReached(values, at, by));
            }
            case Belonging.Unknown _ -> throw unknown();
        };
    }

    private static RuntimeException unknown() {
        return new Problem(
                        "These groups were found by an earlier version, which did not keep what it learnt of the customers.",
                        "",
                        "Find them once more with the same options: they go on under their names.")
                .asFailure();
    }

    private Assignments nearest(Belonging.NearestCentre by) {
        Belonging.require(by.middle().size() == scaled.columnCount());
        var points = Points.of(scaled, array(by.middle()), by.unit(), progress.untold());
        var places = by.centres().stream().map(centre -> array(centre.place())).toArray(double[][]::new);
        int[] found = new Lloyd(points, places).nearest(progress.untold());
        return numbered(
                found,
                by.centres().stream()
                        .mapToInt(Belonging.NearestCentre.Centre::cluster)
                        .toArray());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Assignments likeliest(Belonging.LikeliestCloud by) {
        Belonging.require(by.clouds().getFirst().mean().size() == scaled.columnCount());
        var parts = MixtureParts.of(by.clouds());
        int[] found = new MixtureRound(scaled, parts.shape).mostLikely(parts, progress.untold());
        return numbered(
                found,
                by.clouds().stream()
                        .mapToInt(Belonging.LikeliestCloud.Cloud::cluster)
                        .toArray());
    }

    private Assignments numbered(int[] found, int... numbers) {
        for (int number : numbers) {
            Belonging.require(number >= 0 && number < clusterCount);
        }
        progress.report(1, STEP);
        var labels = new int[found.length];
        Arrays.setAll(labels, row -> numbers[found[row]]);
        return new Assignments(clusterCount, labels);
    }

    private Assignments each(Finding finding) {
        double[] values = scaled.toArray();
        var labels = new int[scaled.rowCount()];
        Parallel.forBlocks(labels.length, BLOCK, progress, STEP, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                progress.check();
                labels[row] = finding.cluster(values, row * scaled.columnCount());
            }
        });
        return new Assignments(clusterCount, labels);
    }

    /** Finds the cluster of the row that begins at a place. */
    @FunctionalInterface
    private interface Finding {
        int cluster(double[] values, int at);
    }
}
