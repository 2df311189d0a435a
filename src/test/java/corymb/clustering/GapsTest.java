package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapsTest extends KernelContract<GapStatistic> {
    private static GapStatistic gaps(Matrix rows, ClusterMethod method, long seed, Progress progress) {
        return Gaps.of(
                Subjects.of(rows), new ClusterPlan(rows.columnNames(), Scaling.NONE, method, new Seed(seed)), progress);
    }

    private static ClusterMethod kMeans(int most) {
        return new ClusterMethod.KMeans(new Counts(2, most), 3, 300);
    }

    @Override
    protected GapStatistic run(Progress progress) {
        return gaps(Mixture.of(700, 3, 4, 5), kMeans(6), 1, progress);
    }

    @Override
    protected GapStatistic runLong(Progress progress) {
        return gaps(Mixture.of(1_000, 8, 4, 1), kMeans(20), 1, progress);
    }

    @Override
    protected List<Job<GapStatistic>> edgeCases() {
        return EdgeCases.of(rows -> gaps(rows, kMeans(3), 1, Progress.NONE));
    }

    /** The paper's simulation (a): 200 rows spread evenly over ten columns, in which the gap nearly always finds one cluster. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsWithoutClustersAreOne(long seed) {
        var chance = new Seed(seed).generator();
        var rows = new Matrix(
                Mixture.names(10),
                DoubleStream.generate(chance::nextDouble).limit(2_000).toArray());

        assertThat(gaps(rows, kMeans(8), seed, Progress.NONE).clusters()).hasValue(1);
    }

    /** The paper's simulation (b): 25, 25 and 50 rows round (0, 0), (0, 5) and (5, -3), in which the gap nearly always finds three. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void threeClustersAreThree(long seed) {
        var chance = new Seed(seed).generator();
        var rows = new Matrix(
                List.of("x", "y"),
                Stream.of(around(chance, 25, 0, 0), around(chance, 25, 0, 5), around(chance, 50, 5, -3))
                        .flatMapToDouble(DoubleStream::of)
                        .toArray());

        assertThat(gaps(rows, kMeans(8), seed, Progress.NONE).clusters()).hasValue(3);
        assertThat(gaps(rows, new ClusterMethod.Merging(new Counts(2, 8), Linkage.WARD), seed, Progress.NONE)
                        .clusters())
                .hasValue(3);
    }

    private static double[] around(RandomGenerator chance, int rows, double x, double y) {
        return IntStream.range(0, rows)
                .boxed()
                .flatMapToDouble(_ -> DoubleStream.of(x + chance.nextGaussian(), y + chance.nextGaussian()))
                .toArray();
    }

    @Test
    void theRuleTakesTheFirstNumberWithinOneErrorOfTheNext() {
        var gap = new GapStatistic(
                List.of(
                        new GapStatistic.Point(1, 0.1, 0.05),
                        new GapStatistic.Point(2, 0.5, 0.05),
                        new GapStatistic.Point(3, 0.54, 0.05),
                        new GapStatistic.Point(4, 0.9, 0.05)),
                20,
                100);

        assertThat(gap.clusters()).hasValue(2);
        assertThat(new GapStatistic(gap.points().subList(0, 2), 20, 100).clusters())
                .isEmpty();
        assertThat(GapStatistic.NONE.clusters()).isEmpty();
    }
}
