package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest extends KernelContract<List<Object>> {
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

    /** Smile 6.2 on the same rows; of both the best of three starts, in the same sum of squares. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theInertiaIsAtMostThatOfSmile(long seed) {
        int groups = 4 + (int) seed;
        var rows = Mixture.of(2_000, 4, groups, 1.5, new Seed(seed));

        double ours = KMeans.run(rows, plan(groups, seed), Progress.NONE).inertia();

        assertThat(ours).isLessThanOrEqualTo(SmileKMeans.inertia(rows, groups, 3) * 1.001);
    }

    private static KMeansPlan plan(int clusters, long seed) {
        return new KMeansPlan(clusters, 3, 300, new Seed(seed));
    }

    private static List<Object> values(Partition partition) {
        var centres = IntStream.range(0, partition.clusterCount())
                .mapToObj(cluster -> partition.centres().get(cluster, 0))
                .toList();
        return List.of(partition.assignments(), partition.inertia(), partition.rounds(), centres);
    }
}
