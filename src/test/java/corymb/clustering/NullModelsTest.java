package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullModelsTest {
    private static NullTest test(Matrix rows, int clusters) {
        var scaled = Scaler.scale(rows, Scaling.STANDARD).matrix();
        var method = new ClusterMethod.KMeans(new Counts(clusters, clusters), 1, 300);
        return NullModels.test(
                Subjects.of(scaled),
                clusters,
                new ClusterPlan(rows.columnNames(), Scaling.STANDARD, method, new Seed(1)),
                Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void noiseHasNoClusters(int clusters) {
        assertThat(test(Noise.uniform(400, 3), clusters).hasClusters()).isFalse();
        assertThat(test(Noise.normal(400, 3), clusters).hasClusters()).isFalse();
    }

    @Test
    void groupsFarFromEachOtherAreNoChance() {
        var found = test(Mixture.of(3_000, 4, 5, 8), 5);

        // The smallest chance there can be with 39 draws: 1 / 40.
        assertThat(found.pValue()).isEqualTo(0.025);
        assertThat(found.hasClusters()).isTrue();
        assertThat(found.rows()).isEqualTo(1_000);
    }

    @Test
    void theFlowersAndTheWinesHaveClusters() {
        assertThat(test(BenchmarkSets.labelled("other_iris").rows(), 2).hasClusters())
                .isTrue();
        assertThat(test(BenchmarkSets.labelled("uci_wine").rows(), 3).hasClusters())
                .isTrue();
    }
}
