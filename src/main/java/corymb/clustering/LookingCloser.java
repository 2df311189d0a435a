package corymb.clustering;

import corymb.clustering.ClusterDetails.Members;
import corymb.clustering.ClusterDetails.Row;
import corymb.clustering.ClusterDetails.Spread;
import corymb.clustering.ClusterDetails.Tree;
import corymb.stats.Scaling;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Looks closer at the clusters of rows.
 *
 * <p>Silhouettes, trees and distances of neighbours are those of about {@value #MOST_ROWS} rows, chosen so that every cluster has its
 * share; of small clusters more are looked at, or one that stands for all would tell nothing of how the others lie.
 *
 * <p>Cost: O(rows x columns log rows), and O({@value #MOST_ROWS}² x columns).
 */
public final class LookingCloser {
    private static final int MOST_ROWS = 5_000;
    private static final int FEWEST_OF_CLUSTER = 50;
    private static final int MOST_TREE_ROWS = 2_000;
    private static final int MOST_DRAWN = 120;
    private static final int MOST_NAMED = 20;
    private static final double TAIL = 0.05;

    private final Matrix described;
    private final Subjects subjects;
    private final Matrix scaled;
    private final Assignments clusters;
    private final ClusterPlan plan;

    private LookingCloser(GroupedRows rows, ClusterPlan plan) {
        this.described = rows.described();
        this.scaled = Scaler.scale(rows.matrix(), plan.scaling()).matrix();
        this.subjects = Subjects.of(scaled, Weights.EVEN, rows.mixed(), plan.method());
        this.clusters = rows.clusters();
        this.plan = plan;
    }

    /**
     * The details of the clusters.
     *
     * @param rows at least one of them is of some cluster
     * @throws corymb.work.Failure when there are no rows, or a value is missing or too large
     */
    public static ClusterDetails at(GroupedRows rows, ClusterPlan plan, Progress progress) {
        if (rows.matrix().rowCount() == 0) {
            throw Rows.noCustomers();
        }
        Rows.requireFinite(rows.matrix());
        progress.report(0, "Looking closer");
        return new LookingCloser(rows, plan).details(progress);
    }

    private ClusterDetails details(Progress progress) {
        int[] looked = looked();
        double[] silhouettes = silhouettes(looked, progress.between(0.1, 0.5));
        var details = new ClusterDetails(
                spreads(),
                byCluster(looked, silhouettes),
                drawn(),
                members(looked, silhouettes),
                tree(progress.between(0.5, 0.7)),
                neighbours(progress.between(0.7, 1)));
        progress.report(1, "Looking closer");
        return details;
    }

    private int[] looked() {
        int fewest = Math.min(FEWEST_OF_CLUSTER, MOST_ROWS / clusters.clusterCount());
        var more = IntStream.range(0, clusters.clusterCount()).flatMap(cluster -> some(cluster, fewest));
        return IntStream.concat(IntStream.of(sample(MOST_ROWS)), more)
                .sorted()
                .distinct()
                .toArray();
    }

    private IntStream some(int cluster, int most) {
        int[] rows = of(cluster);
        var chance = plan.seed().derive("closer " + cluster).generator();
        return Sample.stream(rows.length, most, chance).map(place -> rows[place]);
    }

    private int[] sample(int most) {
        int count = scaled.rowCount();
        return count <= most
                ? IntStream.range(0, count).toArray()
                : Arrays.stream(Sample.spread(
                                List.of(clusters),
                                most,
                                plan.seed().derive("closer").generator()))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private double[] silhouettes(int[] looked, Progress progress) {
        int[] all = IntStream.range(0, looked.length).toArray();
        return new SilhouetteScores(subjects.rows(looked).distances(), all, List.of(part(looked))).scores(progress)[0];
    }

    private List<List<Double>> byCluster(int[] looked, double[] silhouettes) {
        return each(cluster -> IntStream.range(0, looked.length)
                .filter(i -> clusters.get(looked[i]) == cluster)
                .mapToObj(i -> silhouettes[i])
                .sorted(Comparator.reverseOrder())
                .toList());
    }

    private <T> List<T> each(IntFunction<T> work) {
        return IntStream.range(0, clusters.clusterCount()).mapToObj(work).toList();
    }

    private int[] of(int cluster) {
        return IntStream.range(0, scaled.rowCount())
                .filter(row -> clusters.get(row) == cluster)
                .toArray();
    }

    private List<Spread> spreads() {
        var spreads = new ArrayList<Spread>();
        for (int cluster = 0; cluster < clusters.clusterCount(); cluster++) {
            int[] places = of(cluster);
            for (int column = 0; column < described.columnCount() && places.length > 0; column++) {
                spreads.add(spread(cluster, column, places));
            }
        }
        return spreads;
    }

    private Spread spread(int cluster, int column, int... places) {
        double[] sorted = Arrays.stream(places)
                .mapToDouble(row -> described.get(row, column))
                .sorted()
                .toArray();
        return new Spread(
                cluster,
                column,
                corymb.stats.Spread.quantile(sorted, TAIL),
                corymb.stats.Spread.quantile(sorted, 0.25),
                corymb.stats.Spread.quantile(sorted, 0.5),
                corymb.stats.Spread.quantile(sorted, 0.75),
                corymb.stats.Spread.quantile(sorted, 1 - TAIL));
    }

    private List<Row> drawn() {
        var standard = Scaler.scale(described, Scaling.STANDARD).matrix();
        return IntStream.of(sample(MOST_DRAWN))
                .filter(row -> clusters.get(row) != Assignments.NOISE)
                .mapToObj(row -> new Row(
                        clusters.get(row),
                        IntStream.range(0, described.columnCount())
                                .mapToObj(column -> standard.get(row, column))
                                .toList()))
                .toList();
    }

    private List<Members> members(int[] looked, double[] silhouettes) {
        double[] centres = Centres.of(scaled, clusters);
        return each(cluster -> new Members(
                subjects.mixed().isPresent()
                        ? inOrder(cluster, looked, i -> -silhouettes[i])
                        : IntStream.of(of(cluster))
                                .boxed()
                                .sorted(Comparator.comparingDouble(row ->
                                        Centres.squaredDistance(scaled, row, centres, cluster * scaled.columnCount())))
                                .limit(MOST_NAMED)
                                .toList(),
                inOrder(cluster, looked, i -> silhouettes[i])));
    }

    /** Some of the rows of a cluster that are looked at, those of the least values first. */
    private List<Integer> inOrder(int cluster, int[] looked, IntToDoubleFunction value) {
        return IntStream.range(0, looked.length)
                .filter(i -> clusters.get(looked[i]) == cluster)
                .boxed()
                .sorted(Comparator.comparingDouble(value::applyAsDouble))
                .limit(MOST_NAMED)
                .map(i -> looked[i])
                .toList();
    }

    private Optional<Tree> tree(Progress progress) {
        int[] some = sample(MOST_TREE_ROWS);
        return switch (plan.method()) {
            case ClusterMethod.Merging merging ->
                Optional.of(new Tree(
                        Hierarchical.run(scaled.rows(some), new HierarchicalPlan(merging.linkage()), progress),
                        part(some)));
            case ClusterMethod.Gower gower -> {
                var merging = GowerMerging.run(subjects.rows(some).mixedRows(), gower.linkage(), progress);
                int[] distinct =
                        IntStream.of(merging.distinct()).map(i -> some[i]).toArray();
                yield Optional.of(new Tree(merging.dendrogram(), part(distinct)));
            }
            case ClusterMethod.Moving _, ClusterMethod.KPrototypes _, ClusterMethod.Dense _ -> Optional.empty();
        };
    }

    private Assignments part(int... places) {
        return new Assignments(
                clusters.clusterCount(), IntStream.of(places).map(clusters::get).toArray());
    }

    private Optional<NeighbourDistances> neighbours(Progress progress) {
        var minPoints = switch (plan.method()) {
            case ClusterMethod.Dbscan method -> Optional.of(method.minPoints());
            case ClusterMethod.Hdbscan method -> Optional.of(method.minPoints());
            case ClusterMethod.Numbered _ -> Optional.<Integer>empty();
        };
        return minPoints.map(points -> NeighbourDistances.of(scaled, points, progress));
    }
}
