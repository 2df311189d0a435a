package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepingTest extends KernelContract<List<Object>> {
    private static final Matrix ROWS = Mixture.of(9_000, 3, 6, 3);

    @Override
    protected List<Object> run(Progress progress) {
        return values(Sweeping.run(ROWS, plan(ROWS, 2, 5), progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        var many = Mixture.of(1_000_000, 8, 12, 0.3);
        return values(Sweeping.run(many, plan(many, 12, 12), progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return List.of(
                job("no rows", matrix(2)),
                job("one row", matrix(2, 1, 2)),
                job("constant columns", matrix(2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)),
                job("one constant column", matrix(2, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0)),
                job("just as many rows as clusters", matrix(1, 1, 2, 3, 4)),
                job("a missing value", matrix(1, 1, Double.NaN, 2, 3, 4, 5)),
                job("huge numbers", matrix(1, 1e300, -1e300, 1, 2, 3, 4)),
                job("tiny numbers", matrix(1, 1e-300, -1e-300, 3e-300, 2e-300, 0)),
                job("2,000 columns", Mixture.of(40, 2_000, 3, 3)));
    }

    @Test
    void fewerDifferentRowsThanClustersAreAProblemThatSaysHowManyThereAre() {
        var rows = matrix(1, 1, 1, 2, 2, 3, 3);
        var outcome = new Job<>("", progress -> Sweeping.run(rows, plan(rows, 4, 4), progress)).run(Progress.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().what())
                                .isEqualTo(
                                        "There are only 3 different customers, fewer than the 4 clusters asked for."));
    }

    @Test
    void ofSeveralNumbersThoseAreTriedForWhichThereAreEnoughDifferentRows() {
        var rows = matrix(1, 1, 1, 2, 2, 3, 3);
        for (var method : List.<ClusterMethod>of(
                new ClusterMethod.KMeans(new Counts(2, 12), 3, 100),
                new ClusterMethod.Gower(new Counts(2, 12), Linkage.AVERAGE))) {
            var plan = new ClusterPlan(List.of("x"), Scaling.NONE, method, new Seed(1));
            assertThat(Sweeping.run(rows, plan, Progress.NONE).candidates())
                    .extracting(Candidate::clusters)
                    .containsExactly(2, 3);
        }
    }

    @Test
    void noRowsAndRowsAllAlikeAreProblems() {
        assertThat(job("", matrix(1)).run(Progress.NONE)).isInstanceOf(Outcome.Failed.class);
        assertThat(job("", matrix(1, 7, 7, 7, 7, 7)).run(Progress.NONE)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void rowsAllAlikeButForAFewStillFillEveryCluster() {
        var values = new double[30_000];
        values[7] = 1;
        values[20_000] = 5;
        values[29_999] = 9;

        var sweep = Sweeping.run(matrix(1, values), plan(matrix(1, values), 2, 4), Progress.NONE);

        assertThat(sweep.partition(4).assignments().sizes()).containsExactly(29_997L, 1L, 1L, 1L);
        assertThat(sweep.partition(4).inertia()).isZero();
    }

    @Test
    void theTrueGroupsOfAWellSeparatedMixtureAreFoundAndChosen() {
        var rows = Mixture.of(12_000, 8, 6, 10);

        var sweep = Sweeping.run(rows, plan(rows, 2, 9), Progress.NONE);

        assertThat(Choice.of(sweep.candidates()).clusters()).isEqualTo(6);
        // Within each group every column has variance 1, so the inertia is rows x columns but for chance (sd 0.5 %).
        assertThat(sweep.partition(6).inertia()).isBetween(94_700.0, 97_300.0);
        assertThat(sweep.candidates())
                .allSatisfy(candidate -> assertThat(candidate.silhouetteRows()).isEqualTo(12_000));
    }

    private static Job<List<Object>> job(String title, Matrix rows) {
        return new Job<>(title, progress -> values(Sweeping.run(rows, plan(rows, 2, 4), progress)));
    }

    private static ClusterPlan plan(Matrix rows, int from, int to) {
        return new ClusterPlan(
                rows.columnNames(), Scaling.NONE, new ClusterMethod.KMeans(new Counts(from, to), 2, 300), new Seed(3));
    }

    private static Matrix matrix(int columns, double... values) {
        return new Matrix(Mixture.names(columns), values);
    }

    /** Everything in a sweep, comparable by value. */
    private static List<Object> values(Sweep sweep) {
        var assignments =
                sweep.partitions().stream().map(Partition::assignments).toList();
        var centres = sweep.partitions().stream()
                .map(partition -> IntStream.range(0, partition.clusterCount())
                        .mapToObj(cluster -> partition.centres().get(cluster, 0))
                        .toList())
                .toList();
        return List.of(sweep.candidates(), assignments, centres);
    }
}
