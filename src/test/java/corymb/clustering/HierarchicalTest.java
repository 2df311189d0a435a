package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import corymb.clustering.Dendrogram.Merge;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchicalTest extends KernelContract<List<Dendrogram>> {
    @Override
    protected List<Dendrogram> run(Progress progress) {
        var rows = Mixture.of(1_200, 3, 4, 3);
        var linkages = Linkage.values();
        return IntStream.range(0, linkages.length)
                .mapToObj(i -> run(
                        rows, linkages[i], progress.between((double) i / linkages.length, (i + 1.0) / linkages.length)))
                .toList();
    }

    @Override
    protected List<Dendrogram> runLong(Progress progress) {
        return List.of(run(Mixture.of(25_000, 8, 4, 1), Linkage.WARD, progress));
    }

    @Override
    protected List<Job<List<Dendrogram>>> edgeCases() {
        return Stream.of(Linkage.values())
                .flatMap(linkage -> EdgeCases.of(rows -> List.of(run(rows, linkage, Progress.NONE))).stream())
                .toList();
    }

    /** By hand: 0, 1 | 3 | 7 merge at 1, then 3 joins, then 7; Ward's heights are sqrt(2 n m / (n + m)) times the centres' distance. */
    @Test
    void fourRowsMergeAsByHand() {
        var rows = new Matrix(List.of("x"), 0, 1, 3, 7);

        assertThat(heights(rows, Linkage.SINGLE)).containsExactly(1, 2, 4);
        assertThat(heights(rows, Linkage.COMPLETE)).containsExactly(1, 3, 7);
        assertThat(heights(rows, Linkage.AVERAGE))
                .containsExactly(new double[] {1, 2.5, (7 + 6 + 4) / 3.0}, within(1e-6));
        assertThat(heights(rows, Linkage.WARD))
                .containsExactly(
                        new double[] {1, Math.sqrt(4 / 3.0) * 2.5, Math.sqrt(6 / 4.0) * (7 - 4 / 3.0)}, within(1e-12));
        assertThat(run(rows, Linkage.COMPLETE, Progress.NONE).merges())
                .containsExactly(new Merge(0, 1, 1, 2), new Merge(2, 4, 3, 3), new Merge(3, 5, 7, 4));
    }

    @Test
    void aCutGivesTheClustersBeforeTheLastMerges() {
        var dendrogram = run(new Matrix(List.of("x"), 0, 10, 1, 3, 11), Linkage.SINGLE, Progress.NONE);

        assertThat(dendrogram.cut(1)).isEqualTo(new Assignments(1, 0, 0, 0, 0, 0));
        assertThat(dendrogram.cut(2)).isEqualTo(new Assignments(2, 0, 1, 0, 0, 1));
        assertThat(dendrogram.cut(3)).isEqualTo(new Assignments(3, 0, 1, 0, 2, 1));
        assertThat(dendrogram.cut(5)).isEqualTo(new Assignments(5, 0, 1, 2, 3, 4));
    }

    /** The definition, word for word: of all pairs of clusters merge the nearest. */
    @ParameterizedTest
    @EnumSource
    void theHeightsAreThoseOfMergingTheNearestOfAllPairs(Linkage linkage) {
        var rows = Mixture.of(90, 3, 4, 2);

        assertThat(heights(rows, linkage)).containsExactly(byAllPairs(rows, linkage), within(1e-5));
    }

    /** scikit-learn's. */
    @ParameterizedTest
    @CsvSource({"WARD, .731199", "COMPLETE, .642251", "AVERAGE, .759199", "SINGLE, .563751"})
    void irisCutInThreeAgreesWithTheSpeciesAsPublished(Linkage linkage, double agreement) {
        var set = BenchmarkSets.labelled("other_iris");

        var clusters = run(set.rows(), linkage, Progress.NONE).cut(3);

        assertThat(AdjustedRandIndex.of(clusters, set.truth())).isCloseTo(agreement, within(1e-6));
    }

    /** Gagolewski's partitions by fastcluster, made on data shaken by 1e-6: a point or two may differ. */
    @ParameterizedTest
    @CsvSource({
        "fcps_atom, .0986, .0986, .0835",
        "fcps_chainlink, .2803, .2719, .3130",
        "fcps_hepta, 1, 1, 1",
        "fcps_lsun, .3688, .3611, .4046",
        "fcps_target, .6388, .1456, .2067"
    })
    void shapesAreCutAsPublished(String name, double ward, double average, double complete) {
        var set = BenchmarkSets.labelled(name);

        assertThat(agreement(set, Linkage.WARD)).isCloseTo(ward, within(5.001e-5));
        assertThat(agreement(set, Linkage.AVERAGE)).isCloseTo(average, within(5.001e-5));
        assertThat(agreement(set, Linkage.COMPLETE)).isCloseTo(complete, within(5.001e-5));
    }

    @Test
    void moreRowsThanTheirPairsHaveRoomAreAProblem() {
        var rows = Mixture.of(Hierarchical.MOST_ROWS_IN_PAIRS + 1, 1, 2, 3);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> run(rows, Linkage.COMPLETE, Progress.NONE))
                .withMessageStartingWith("There are 20001 customers; this linkage takes at most 20000.");
    }

    private static double agreement(BenchmarkSets.Labelled set, Linkage linkage) {
        var clusters = run(set.rows(), linkage, Progress.NONE).cut(set.truth().clusterCount());
        return AdjustedRandIndex.of(clusters, set.truth());
    }

    private static Dendrogram run(Matrix rows, Linkage linkage, Progress progress) {
        return Hierarchical.run(rows, new HierarchicalPlan(linkage), progress);
    }

    private static double[] heights(Matrix rows, Linkage linkage) {
        return run(rows, linkage, Progress.NONE).merges().stream()
                .mapToDouble(Merge::height)
                .toArray();
    }

    private static double[] byAllPairs(Matrix rows, Linkage linkage) {
        var clusters = new ArrayList<List<Integer>>();
        IntStream.range(0, rows.rowCount()).forEach(row -> clusters.add(List.of(row)));
        var heights = new double[rows.rowCount() - 1];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Double.POSITIVE_INFINITY;
            int[] nearest = {0, 1};
            for (int one = 0; one < clusters.size(); one++) {
                for (int other = one + 1; other < clusters.size(); other++) {
                    double height = height(rows, clusters.get(one), clusters.get(other), linkage);
                    if (height < heights[i]) {
                        heights[i] = height;
                        nearest = new int[] {one, other};
                    }
                }
            }
            var joined = Stream.concat(clusters.get(nearest[0]).stream(), clusters.remove(nearest[1]).stream());
            clusters.set(nearest[0], joined.toList());
        }
        return heights;
    }

    private static double height(Matrix rows, List<Integer> one, List<Integer> other, Linkage linkage) {
        var distances = one.stream()
                .flatMapToDouble(a -> other.stream().mapToDouble(b -> distance(row(rows, a), row(rows, b))))
                .summaryStatistics();
        double products = (double) one.size() * other.size();
        return switch (linkage) {
            case SINGLE -> distances.getMin();
            case COMPLETE -> distances.getMax();
            case AVERAGE -> distances.getAverage();
            case WARD ->
                Math.sqrt(2 * products / (one.size() + other.size())) * distance(mean(rows, one), mean(rows, other));
        };
    }

    private static double[] mean(Matrix rows, List<Integer> members) {
        return IntStream.range(0, rows.columnCount())
                .mapToDouble(column -> members.stream()
                        .mapToDouble(row -> rows.get(row, column))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double[] row(Matrix rows, int row) {
        return mean(rows, List.of(row));
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum());
    }
}
