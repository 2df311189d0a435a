package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** k-means from the candidates of k-means‖. */
class OversampledSeedingTest extends KernelContract<List<Object>> {
    private static final Matrix ROWS = Mixture.of(30_000, 4, 6, 3);

    @Override
    protected List<Object> run(Progress progress) {
        return values(KMeans.run(ROWS, plan(6, 1), progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        return values(KMeans.run(Mixture.of(600_000, 8, 12, 0.3), plan(12, 4), progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return EdgeCases.of(rows -> values(KMeans.run(rows, plan(2, 1), Progress.NONE)));
    }

    private static KMeansPlan plan(int clusters, long seed) {
        return new KMeansPlan(clusters, 3, 300, new Seed(seed), new Beginning.Oversampled());
    }

    private static List<Object> values(Partition partition) {
        return List.of(partition.assignments(), partition.inertia(), partition.rounds());
    }

    /**
     * The expected inertia of k-means++ before any round is at most 8 (ln k + 2) times the least (Arthur and Vassilvitskii 2007, theorem 1.1);
     * candidates are a constant factor from the least (Bahmani et al. 2012, theorem 1), in their tables about as good as k-means++.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void firstCentresAmongTheCandidatesAreAboutAsGoodAsThoseOfKMeansPlusPlus(long seed) {
        int groups = 20;
        var points = Points.of(Mixture.of(20_000, 5, groups, 4, new Seed(seed)), Progress.NONE);
        var candidates = OversampledSeeding.candidates(points, groups, new Seed(seed), Progress.NONE);
        var least = settled(points, GreedySeeding.centres(points, groups, new Seed(seed).generator(), Progress.NONE));

        double among =
                potential(points, GreedySeeding.centres(candidates, groups, new Seed(seed).generator(), Progress.NONE));

        assertThat(candidates.count()).isBetween(groups, 4 * 2 * groups * 5);
        assertThat(among).isLessThan(2 * least);
    }

    private static double settled(Points points, double[][] centres) {
        return new Lloyd(points, centres).settle(300, 1e-6, Progress.NONE).inertia(Progress.NONE);
    }

    /** The sum of the squared distances to the nearest of some centres that do not move. */
    private static double potential(Points points, double[][] centres) {
        int[] nearest = new Lloyd(points, centres).nearest(Progress.NONE);
        double sum = 0;
        for (int row = 0; row < nearest.length; row++) {
            for (int column = 0; column < points.dimensions(); column++) {
                double off = points.value(row, column) - centres[nearest[row]][column];
                sum += off * off;
            }
        }
        return sum;
    }

    @Test
    void candidatesCountAllRowsTogether() {
        var points = Points.of(Mixture.of(5_000, 3, 4, 3), Progress.NONE);
        var candidates = OversampledSeeding.candidates(points, 4, new Seed(1), Progress.NONE);

        double total = 0;
        for (int i = 0; i < candidates.count(); i++) {
            total += candidates.weight(i);
        }

        assertThat(total).isEqualTo(5_000);
    }

    @Test
    void oneRowFarFromAThousandAlikeIsFound() {
        var values = new double[1_001];
        values[500] = 1e6;
        Arrays.fill(values, 0, 400, 1);
        var rows = new Matrix(List.of("x"), values);

        var found = KMeans.run(rows, plan(3, 1), Progress.NONE);

        assertThat(found.assignments().sizes()).containsExactly(600L, 400L, 1L);
        assertThat(found.inertia()).isZero();
    }
}
