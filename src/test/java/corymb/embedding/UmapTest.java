package corymb.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.clustering.BenchmarkSets;
import corymb.clustering.EdgeCases;
import corymb.clustering.Mixture;
import corymb.clustering.Scaler;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UmapTest extends KernelContract<List<Double>> {
    private static final MapMethod.Umap SHORT = new MapMethod.Umap(15, 0.1, 40);

    @Override
    protected List<Double> run(Progress progress) {
        return values(run(Mixture.of(1_500, 5, 4, 3), SHORT, progress));
    }

    @Override
    protected List<Double> runLong(Progress progress) {
        return values(run(Mixture.of(4_000, 8, 4, 3), new MapMethod.Umap(15, 0.1, 1_000), progress));
    }

    @Override
    protected List<Job<List<Double>>> edgeCases() {
        return EdgeCases.of(rows -> {
            var found = values(run(rows, SHORT, Progress.NONE));
            assertThat(found).doesNotContain(Double.NaN);
            return found;
        });
    }

    private static Umap.Result run(Matrix rows, MapMethod.Umap method, Progress progress) {
        return Umap.run(rows, method, new Seed(1), MapWatch.of(progress));
    }

    private static List<Double> values(Umap.Result found) {
        return Arrays.stream(found.positions().matrix().toArray()).boxed().toList();
    }

    /** umap-learn's find_ab_params(1, leastDistance). */
    @ParameterizedTest
    @CsvSource({"0.1, 1.576943, 0.895061", "0.5, 0.583030, 1.334167", "0.001, 1.929073, 0.791495"})
    void theCurveOfNearnessIsTheUsualOne(double leastDistance, double a, double b) {
        var nearness = Nearness.of(leastDistance);

        assertThat(nearness.a()).isCloseTo(a, within(1e-3));
        assertThat(nearness.b()).isCloseTo(b, within(1e-3));
    }

    @Test
    void strengthsAreLookedUpAsTheyWouldBeComputed() {
        var nearness = Nearness.of(0.1);
        var table = new StrengthTable(nearness::pull);

        for (float square = 1e-6f; square < 1e6f; square *= 1.37f) {
            assertThat((double) table.at(square))
                    .isCloseTo(nearness.pull(square), within(1e-4 * Math.abs(nearness.pull(square))));
        }
    }

    /** By the paper's definition a row holds on to its nearest fully, and to all to the logarithm of how many they are. */
    @Test
    void aRowHoldsOnToItsNearestFully() {
        var neighbours = Neighbours.of(Mixture.of(200, 3, 3, 3), 14, new Seed(1), Progress.NONE);

        var graph = Umap.graph(neighbours, Progress.NONE);

        for (int row = 0; row < 200; row++) {
            float most = 0;
            float sum = 0;
            for (int i = graph.starts[row]; i < graph.starts[row + 1]; i++) {
                most = Math.max(most, graph.weights[i]);
                sum += graph.weights[i];
            }
            assertThat(most).isCloseTo(1, within(1e-6f));
            // The union with what others hold can only add.
            assertThat(sum).isGreaterThan(3.906f);
        }
    }

    @ParameterizedTest
    @CsvSource({"other_iris, 0.96", "uci_wine, 0.93"})
    void neighboursStayNeighbours(String name, double least) {
        var rows = Scaler.scale(BenchmarkSets.labelled(name).rows(), Scaling.STANDARD)
                .matrix();

        var found = run(rows, MapMethod.Umap.USUAL, Progress.NONE);

        assertThat(Trustworthiness.of(rows, found.positions(), 5)).isGreaterThan(least);
    }
}
