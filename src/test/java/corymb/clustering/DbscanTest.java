package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbscanTest extends KernelContract<DensityClusters> {
    @Override
    protected DensityClusters run(Progress progress) {
        return Dbscan.run(Mixture.of(4_000, 3, 5, 6), new DbscanPlan(0.6, 5), progress);
    }

    @Override
    protected DensityClusters runLong(Progress progress) {
        return Dbscan.run(Mixture.of(20_000, 16, 5, 1), new DbscanPlan(3.5, 100), progress);
    }

    @Override
    protected List<Job<DensityClusters>> edgeCases() {
        return EdgeCases.of(rows -> Dbscan.run(rows, new DbscanPlan(1, 3), Progress.NONE));
    }

    /** Cores of one point may lie in two clusters' reach, so sizes are left to the sets without such. */
    @TestFactory
    List<DynamicTest> clustersNoiseAndCoresAreThoseOfScikitLearn() {
        return BenchmarkSets.lines("clustering-benchmarks/dbscan-facts.csv").stream()
                .map(facts -> DynamicTest.dynamicTest(String.join(" ", facts), () -> check(facts)))
                .toList();
    }

    private static void check(List<String> facts) {
        var set = BenchmarkSets.labelled(facts.getFirst());
        var plan = new DbscanPlan(Double.parseDouble(facts.get(1)), Integer.parseInt(facts.get(2)));

        var found = Dbscan.run(set.rows(), plan, Progress.NONE);

        assertThat(found.assignments().clusterCount()).isEqualTo(Integer.parseInt(facts.get(3)));
        assertThat(found.assignments().noise()).isEqualTo(Long.parseLong(facts.get(4)));
        assertThat(found.assignments().sizes().reversed())
                .isEqualTo(Arrays.stream(facts.get(5).split(" ", -1))
                        .map(Long::valueOf)
                        .toList());
        assertThat(AdjustedRandIndex.of(found.assignments(), set.truth()))
                .isCloseTo(Double.parseDouble(facts.get(6)), within(5.001e-7));
        assertThat(found.corePoints()).isEqualTo(Integer.parseInt(facts.get(7)));
    }

    /** scikit-learn's for iris, five points to a core. */
    @ParameterizedTest
    @CsvSource({"NONE, .5, 17, 84, 49", "NONE, .6, 9, 92, 49", "NONE, .8, 2, 98, 50", "STANDARD, .5, 34, 71, 45"})
    void irisFallsIntoTwoClustersAndNoise(Scaling scaling, double radius, long noise, long larger, long smaller) {
        var rows = Scaler.scale(BenchmarkSets.labelled("other_iris").rows(), scaling)
                .matrix();

        var found = Dbscan.run(rows, new DbscanPlan(radius, 5), Progress.NONE).assignments();

        assertThat(found.noise()).isEqualTo(noise);
        assertThat(found.sizes()).containsExactly(larger, smaller);
    }

    @Test
    void aBorderRowGoesToTheClusterWhoseFirstCoreComesFirst() {
        var rows = new Matrix(List.of("x"), 4, 8, 5, 3, 9, 7, 6, 20);

        // Cores are 4 (3, 4, 5) and 8 (7, 8, 9), 5 and 7 (with 6 their common neighbour), so 6 is one too: all one
        // cluster.
        var all = Dbscan.run(rows, new DbscanPlan(1, 3), Progress.NONE);
        var parted = Dbscan.run(
                new Matrix(List.of("x"), 9, 8.5, 8, 7.5, 6.25, 5, 4.5, 4, 3.5), new DbscanPlan(1.25, 4), Progress.NONE);

        assertThat(all.assignments()).isEqualTo(new Assignments(1, 0, 0, 0, 0, 0, 0, 0, -1));
        assertThat(all.corePoints()).isEqualTo(5);
        assertThat(parted.assignments()).isEqualTo(new Assignments(2, 0, 0, 0, 0, 0, 1, 1, 1, 1));
    }

    @Test
    void everyPairIsTreatedAsALookAtAllPairsSays() {
        var rows = Mixture.of(1_500, 2, 6, 3);
        var plan = new DbscanPlan(0.3, 6);

        assertThat(Dbscan.run(rows, plan, Progress.NONE).assignments()).isEqualTo(byAllPairs(rows, plan));
    }

    /** The algorithm of the paper, word for word: grow each cluster from the first core that has none. */
    private static Assignments byAllPairs(Matrix rows, DbscanPlan plan) {
        var labels = new int[rows.rowCount()];
        Arrays.fill(labels, Assignments.NOISE);
        int clusters = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] == Assignments.NOISE && near(rows, row, plan).length >= plan.minPoints()) {
                grow(rows, row, clusters++, labels, plan);
            }
        }
        return Assignments.largestFirst(clusters, labels);
    }

    private static void grow(Matrix rows, int first, int cluster, int[] labels, DbscanPlan plan) {
        var waiting = new ArrayDeque<Integer>(List.of(first));
        labels[first] = cluster;
        while (!waiting.isEmpty()) {
            var near = near(rows, waiting.remove(), plan);
            for (int other : near.length >= plan.minPoints() ? near : new int[0]) {
                if (labels[other] == Assignments.NOISE) {
                    labels[other] = cluster;
                    waiting.add(other);
                }
            }
        }
    }

    private static int[] near(Matrix rows, int row, DbscanPlan plan) {
        return IntStream.range(0, rows.rowCount())
                .filter(other ->
                        Math.hypot(rows.get(row, 0) - rows.get(other, 0), rows.get(row, 1) - rows.get(other, 1))
                                <= plan.radius())
                .toArray();
    }
}
