package corymb.clustering;

import corymb.table.Matrix;
import corymb.table.Table;
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
    private static final int ROWS_A_BLOCK = 16;
    private static final String STEP = "Sorting customers into the groups";

    private final Subjects subjects;
    private final Matrix scaled;
    private final int clusterCount;
    private final Progress progress;

    /**
     * Prepares to find where rows belong.
     *
     * @param subjects the rows, brought to the scale of the clustering
     */
    Assigning(Subjects subjects, int clusterCount, Progress progress) {
        this.subjects = subjects;
        this.scaled = subjects.scaled();
        this.clusterCount = clusterCount;
        this.progress = progress;
    }

    /**
     * The cluster of each row.
     *
     * @param known the rows that clusters were found among, as they were kept, where the belonging needs them
     * @throws corymb.work.Failure when what was learnt does not go with the rows, or a value is too large
     */
    Assignments assignments(Belonging belonging, Optional<Table> known) {
        Rows.requireFinite(scaled);
        return switch (belonging) {
            case Belonging.NearestCentre centres -> nearest(centres);
            case Belonging.LikeliestCloud clouds -> likeliest(clouds);
            case Belonging.WithinRadius _, Belonging.NearestRow _ -> {
                var rows = known(known);
                yield each(rows::nearest);
            }
            case Belonging.FirstReached by -> {
                var rows = known(known);
                Belonging.require(by.densities().size() == clusterCount);
                yield each((values, at) -> rows.firstReached(values, at, by));
            }
            case Belonging.NearestPrototype prototypes -> nearest(prototypes);
            case Belonging.MostAlike by ->
                mostAlike(
                        KnownMixedRows.of(known.orElseThrow(Assigning::unknown), new Gower(by.ranges()), clusterCount));
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

    private KnownRows known(Optional<Table> known) {
        return KnownRows.of(
                known.orElseThrow(Assigning::unknown), scaled.columnNames(), clusterCount, progress.untold());
    }

    private Assignments nearest(Belonging.NearestPrototype by) {
        var rows = subjects.mixedRows();
        var first = by.prototypes().getFirst();
        Belonging.require(
                first.place().size() == rows.numbers().length && first.levels().size() == rows.categories().length);
        int[] found = Prototypes.of(by, rows).nearest(progress.untold());
        return numbered(
                found,
                by.prototypes().stream()
                        .mapToInt(Belonging.NearestPrototype.Prototype::cluster)
                        .toArray());
    }

    private Assignments mostAlike(KnownMixedRows known) {
        var rows = known.told(subjects.mixedRows());
        var labels = new int[rows.count()];
        Parallel.forBlocks(labels.length, ROWS_A_BLOCK, progress, STEP, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                progress.check();
                labels[row] = known.nearest(rows, row);
            }
        });
        return new Assignments(clusterCount, labels);
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
