package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.LongStream;
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

    /** Customers who differ by how much they buy alone, with numbers as such customers have them; the best of 2 to 12 groups. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void skewedNumbersThatGoTogetherHaveNoClusters(long seed) {
        var chance = new Seed(seed).generator();
        int rows = 400;
        var values = new double[rows * 3];
        for (int at = 0; at < values.length; at += 3) {
            double bought = 1 + Math.floor(-2 * Math.log(1 - chance.nextDouble()));
            values[at] = bought;
            values[at + 1] = bought * Math.exp(3 + 0.6 * chance.nextGaussian());
            values[at + 2] = -120 * Math.log(1 - chance.nextDouble());
        }
        assertThat(best(new Matrix(List.of("bought", "spent", "days"), values)).hasClusters())
                .isFalse();
    }

    /** Of six such samples one may have clusters by chance alone at a level of 5 %, hardly three. */
    @Test
    void numbersAlongALineHaveNoMoreClustersThanChanceMakes() {
        long found = LongStream.range(0, 6)
                .filter(seed -> {
                    var chance = new Seed(seed).generator();
                    var values = new double[200 * 2];
                    for (int at = 0; at < values.length; at += 2) {
                        values[at] = chance.nextDouble();
                        values[at + 1] = values[at];
                    }
                    return best(new Matrix(List.of("one", "other"), values)).hasClusters();
                })
                .count();
        assertThat(found).isLessThan(3);
    }

    static NullTest best(Matrix rows) {
        var scaled = Scaler.scale(rows, Scaling.STANDARD).matrix();
        var plan = ClusterPlan.of(rows.columnNames());
        int chosen = Choice.of(Sweeping.run(scaled, plan, Progress.NONE).candidates())
                .clusters();
        return NullModels.test(Subjects.of(scaled), chosen, plan, Progress.NONE);
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
