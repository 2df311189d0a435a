package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Interval;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SilhouetteTest extends KernelContract<List<Silhouette>> {
    @Override
    protected List<Silhouette> run(Progress progress) {
        return silhouettes(3_000, 3, progress);
    }

    @Override
    protected List<Silhouette> runLong(Progress progress) {
        return silhouettes(Silhouette.LIMIT, 60, progress);
    }

    @Override
    protected List<Job<List<Silhouette>>> edgeCases() {
        return List.of(
                job("no rows", new Assignments(0)),
                job("one row", new Assignments(1, 0), 1),
                job("one cluster", new Assignments(1, 0, 0, 0), 1, 2, 3),
                job("a constant column", new Assignments(2, 0, 0, 1, 1), 5, 5, 5, 5),
                job("a cluster without rows", new Assignments(3, 0, 2, 0), 1, 5, 2),
                job("all noise", new Assignments(2, -1, -1, -1), 1, 2, 3),
                job("no clusters at all", new Assignments(0, -1, -1), 1, 2),
                job("an infinite value", new Assignments(2, 0, 0, 1), 1, Double.POSITIVE_INFINITY, 9),
                job("a missing value", new Assignments(2, 0, 0, 1), 1, Double.NaN, 9));
    }

    @Test
    void rowsOfNoClusterAreLeftOut() {
        var all = silhouette(new Matrix(List.of("x"), 0, 1, 4, 6), new Assignments(2, 0, 0, 1, 1), 1);
        var noisy =
                silhouette(new Matrix(List.of("x"), 0, 1, 2.5, 4, 6, 90), new Assignments(2, 0, 0, -1, 1, 1, -1), 1);

        assertThat(noisy).isEqualTo(all);
        assertThat(noisy.rows()).isEqualTo(4);
        assertThat(noisy.interval()).isEqualTo(new Interval(noisy.mean(), noisy.mean()));
    }

    /** The interval holds the exact mean in 95 of 100 samples; fewer than 175 of 200 have a chance below 1 in 50,000. */
    @Test
    void aSampleIsUnbiasedAndItsIntervalHoldsTheExactMean() {
        var rows = Mixture.of(5_000, 2, 3, 2);
        var partition = KMeans.run(rows, new KMeansPlan(3, 1, 300, new Seed(1)), Progress.NONE)
                .assignments();
        var all = IntStream.range(0, rows.rowCount()).toArray();
        var scores =
                new SilhouetteScores(new EuclideanDistances(rows), all, List.of(partition)).scores(Progress.NONE)[0];
        double exact = Arrays.stream(scores).average().orElseThrow();

        var samples = IntStream.range(0, 200)
                .mapToObj(seed -> Sample.spread(
                        List.of(partition), 400, new Seed(1).derive(seed).generator()))
                .map(sample -> Silhouette.of(
                        partition,
                        sample,
                        Arrays.stream(sample).mapToDouble(row -> scores[row]).toArray(),
                        1 - 400.0 / 5_000))
                .toList();

        assertThat(samples.stream().filter(sample -> sample.interval().contains(exact)))
                .hasSizeGreaterThanOrEqualTo(175);
        double margin =
                samples.getFirst().interval().high() - samples.getFirst().mean();
        assertThat(samples.stream().mapToDouble(Silhouette::mean).average().orElseThrow())
                .isCloseTo(exact, within(2 * margin / Math.sqrt(200)));
    }

    @Test
    void ofManyRowsASampleIsScoredAgainstAll() {
        int count = Silhouette.LIMIT * 10;
        var labels = IntStream.range(0, count).map(row -> row % 4 == 0 ? 1 : 0).toArray();
        var values = IntStream.range(0, count)
                .mapToDouble(row -> labels[row] * 10 + row % 8 / 4)
                .toArray();

        var sample = silhouette(new Matrix(List.of("x"), values), new Assignments(2, labels), 1);

        // Half of each cluster lies at one place and half 1 away: within 0.5, to the other 10 for both halves on
        // average.
        double near = (9.5 - 0.5) / 9.5;
        double far = (10.5 - 0.5) / 10.5;
        assertThat(sample.rows()).isEqualTo(Silhouette.FEWEST_SCORED);
        assertThat(sample.interval().contains((near + far) / 2)).isTrue();
        assertThat(sample.mean()).isCloseTo((near + far) / 2, within(1e-3));
    }

    private static Silhouette silhouette(Matrix rows, Assignments assignments, long seed) {
        return Silhouette.of(rows, List.of(assignments), new Seed(seed), Progress.NONE)
                .getFirst();
    }

    private static List<Silhouette> silhouettes(int rows, int columns, Progress progress) {
        var values = Mixture.of(rows, columns, 4, 2);
        var partitions = IntStream.rangeClosed(2, 5)
                .mapToObj(clusters -> new Assignments(
                        clusters,
                        IntStream.range(0, rows).map(row -> row % clusters).toArray()))
                .toList();
        return Silhouette.of(values, partitions, new Seed(1), progress);
    }

    @TestFactory
    Stream<DynamicTest> rowsAtTheEdgeInTwoClustersAreScoredOrAProblem() {
        return EdgeCases.of(rows -> Silhouette.of(
                        rows,
                        List.of(new Assignments(
                                2,
                                IntStream.range(0, rows.rowCount())
                                        .map(row -> row % 2)
                                        .toArray())),
                        new Seed(1),
                        Progress.NONE))
                .stream()
                .map(job -> DynamicTest.dynamicTest(
                        job.title(),
                        () -> assertThat(job.run(Progress.NONE))
                                .isInstanceOfAny(Outcome.Done.class, Outcome.Failed.class)));
    }

    private static Job<List<Silhouette>> job(String title, Assignments assignments, double... values) {
        var rows = new Matrix(List.of("x"), values);
        return new Job<>(title, progress -> Silhouette.of(rows, List.of(assignments), new Seed(1), progress));
    }
}
