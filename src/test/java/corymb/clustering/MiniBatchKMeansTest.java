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

class MiniBatchKMeansTest extends KernelContract<List<Object>> {
    @Override
    protected List<Object> run(Progress progress) {
        return values(MiniBatchKMeans.run(Mixture.of(20_000, 3, 4, 3), plan(4), progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        var rows = Mixture.of(100_000, 8, 4, 3);
        return values(MiniBatchKMeans.run(rows, new MiniBatchPlan(20, 10_000, 1_000, new Seed(1)), progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return EdgeCases.of(rows -> values(MiniBatchKMeans.run(rows, plan(3), Progress.NONE)));
    }

    @Test
    void theInertiaIsNearlyThatOfAllRoundsOverAllRows() {
        var rows = Mixture.of(50_000, 8, 6, 5);

        double full = KMeans.run(rows, new KMeansPlan(6, 3, 300, new Seed(1)), Progress.NONE)
                .inertia();

        assertThat(MiniBatchKMeans.run(rows, plan(6), Progress.NONE).inertia()).isBetween(full, full * 1.01);
    }

    private static MiniBatchPlan plan(int clusters) {
        return MiniBatchPlan.of(clusters, new Seed(1));
    }

    private static List<Object> values(Partition partition) {
        return List.of(
                partition.assignments(),
                partition.inertia(),
                Arrays.stream(partition.centres().toArray()).boxed().toList());
    }

    @Test
    void aBatchOfOneRowMovesOneCentre() {
        var rows = new Matrix(List.of("x"), 0, 0.5, 9, 9.5);

        var found = MiniBatchKMeans.run(rows, new MiniBatchPlan(2, 1, 1, new Seed(1)), Progress.NONE);

        assertThat(found.assignments().sizes()).containsExactly(2L, 2L);
        assertThat(found.assignments().get(0)).isEqualTo(found.assignments().get(1));
    }
}
