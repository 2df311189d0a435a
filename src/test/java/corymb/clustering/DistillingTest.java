package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistillingTest extends KernelContract<Distillation> {
    private static Assignments random(int rows, int clusters) {
        var chance = new Seed(3).generator();
        return new Assignments(
                clusters,
                IntStream.range(0, rows).map(_ -> chance.nextInt(clusters)).toArray());
    }

    private static Distillation distilled(Matrix rows, Assignments clusters, int depth, Progress progress) {
        return Distilling.run(rows, clusters, new DistillationPlan(depth, new Seed(1)), progress);
    }

    private static Assignments kMeans(Matrix rows, int clusters) {
        var scaled = Scaler.scale(rows, Scaling.STANDARD).matrix();
        return KMeans.run(scaled, new KMeansPlan(clusters, 10, 300, new Seed(1)), Progress.NONE)
                .assignments();
    }

    @Override
    protected Distillation run(Progress progress) {
        var rows = Mixture.of(3_000, 5, 4, 3);
        return distilled(rows, kMeans(rows, 4), 3, progress);
    }

    @Override
    protected Distillation runLong(Progress progress) {
        return distilled(Mixture.of(20_000, 16, 5, 1), random(20_000, 5), 6, progress);
    }

    @Override
    protected List<Job<Distillation>> edgeCases() {
        return EdgeCases.of(rows -> distilled(rows, random(rows.rowCount(), 2), 3, Progress.NONE));
    }

    /** 0.94, 0.98 and 0.99: how far scikit-learn's trees agree with its k-means of the standardised wines, which they were grown on. */
    @ParameterizedTest
    @CsvSource({"2, 0.94", "3, 0.98", "4, 0.99"})
    void rulesTellTheGroupsOfTheWines(int depth, double published) {
        var rows = BenchmarkSets.labelled("uci_wine").rows();

        var distilled = distilled(rows, kMeans(rows, 3), depth, Progress.NONE);

        assertThat(distilled.fidelity()).isCloseTo(published, within(0.005));
        assertThat(distilled.heldOutFidelity()).isBetween(0.85, distilled.fidelity());
        assertThat(distilled.heldOutRows()).isEqualTo(178);
    }

    @Test
    void groupsApartAreToldByOneRoundNumber() {
        var rows = new Matrix(List.of("a", "b"), 1, 7, 2, 8, 3, 7, 4, 8, 61.3, 8, 62.7, 7, 63, 8, 64.1, 7);
        var clusters = new Assignments(2, 0, 0, 0, 0, 1, 1, 1, 1);

        var distilled = distilled(rows, clusters, 3, Progress.NONE);

        assertThat(distilled.clusters().getFirst().boxes())
                .containsExactly(new Box(List.of(new Range(0, Double.NEGATIVE_INFINITY, 30))));
        assertThat(distilled.clusters().getLast().boxes())
                .containsExactly(new Box(List.of(new Range(0, 30, Double.POSITIVE_INFINITY))));
        assertThat(distilled.clusters().getLast().fit()).isEqualTo(new Fit(4, 0, 0, 4));
        assertThat(distilled.fidelity()).isEqualTo(1);
    }

    /** Labels that nothing tells: of two equally large groups chance puts half where they belong. */
    @Test
    void whatIsLearntByHeartDoesNotCountAsTold() {
        var distilled = distilled(Noise.uniform(400, 5), random(400, 2), 6, Progress.NONE);

        assertThat(distilled.fidelity()).isGreaterThan(0.58);
        assertThat(distilled.heldOutFidelity()).isCloseTo(0.5, within(0.06));
    }

    @Test
    void ofManyRowsThoseThatGrewNoTreeAreHeldOut() {
        var rows = Mixture.of(25_000, 2, 3, 9);

        var distilled = distilled(rows, kMeans(rows, 3), 2, Progress.NONE);

        assertThat(distilled.heldOutRows()).isEqualTo(5_000);
        assertThat(distilled.heldOutFidelity()).isGreaterThan(0.9);
    }

    @Test
    void aGroupOfOneIsTold() {
        var rows = new Matrix(
                List.of("a"), IntStream.range(0, 3_000).asDoubleStream().toArray());
        int[] clusters = new int[3_000];
        clusters[2_999] = 1;

        var alone = distilled(rows, new Assignments(2, clusters), 2, Progress.NONE)
                .clusters()
                .getLast();

        assertThat(alone.fit()).isEqualTo(new Fit(1, 0, 0, 2_999));
    }

    @Test
    void rowsOfNoGroupAreStrangersToAll() {
        var rows = new Matrix(List.of("a"), 1, 2, 3, 4, 5, 6);
        var clusters = new Assignments(1, 0, 0, 0, Assignments.NOISE, Assignments.NOISE, Assignments.NOISE);

        var only = distilled(rows, clusters, 1, Progress.NONE).clusters().getFirst();

        assertThat(only.fit()).isEqualTo(new Fit(3, 0, 0, 3));
        assertThat(only.fit().precision()).isEqualTo(1);
    }

    /** Against all questions tried one by one with Gini's index as it is written in books. */
    @Test
    void theFirstQuestionLeavesThePurestHalves() {
        var rows = Noise.normal(200, 3);
        var clusters = random(200, 3);
        var sample = new TreeSample(rows, clusters, IntStream.range(0, 200).toArray());

        var tree = (DecisionTree.Split) TreeGrowing.grow(sample, 1, 1, Progress.NONE);

        double least = IntStream.range(0, 3)
                .boxed()
                .flatMap(column ->
                        IntStream.range(0, 200).mapToObj(row -> impurity(sample, column, rows.get(row, column))))
                .min(Double::compare)
                .orElseThrow();
        assertThat(impurity(sample, tree.column(), tree.threshold())).isCloseTo(least, within(1e-12));
    }

    private static double impurity(TreeSample sample, int column, double threshold) {
        return gini(sample.part(column, threshold, true)) + gini(sample.part(column, threshold, false));
    }

    private static double gini(TreeSample part) {
        double size = part.size();
        return size
                * (1
                        - IntStream.of(part.counts())
                                .mapToDouble(count -> size == 0 ? 0 : count / size * (count / size))
                                .sum());
    }
}
