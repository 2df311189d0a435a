package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    private static final Counts FOUR = new Counts(4, 4);

    static Stream<ClusterMethod> methods() {
        return Stream.of(
                new ClusterMethod.KMeans(FOUR, 2, 300),
                new ClusterMethod.MiniBatch(FOUR, 256, 100),
                new ClusterMethod.Mixture(FOUR, Covariance.FULL, 1, 300, 1e-9),
                new ClusterMethod.Mixture(FOUR, Covariance.DIAGONAL, 1, 300, 1e-9));
    }

    private static Subjects subjects(Matrix rows, Weights weights) {
        return new Subjects(rows, weights, Optional.empty());
    }

    private static Partition find(Subjects subjects, ClusterMethod method) {
        return find(subjects, method, Beginning.NONE);
    }

    private static Partition find(Subjects subjects, ClusterMethod method, Beginning beginning) {
        var plan = new ClusterPlan(subjects.scaled().columnNames(), Scaling.NONE, method, new Seed(1));
        return Sweeping.run(subjects, plan.beginning(beginning), Progress.NONE)
                .partitions()
                .getFirst();
    }

    /** Some rows, as places to begin. */
    private static Beginning at(Matrix rows, int... places) {
        return new Beginning.Groups(
                rows.columnNames(),
                IntStream.of(places)
                        .mapToObj(row -> IntStream.range(0, rows.columnCount())
                                .mapToObj(column -> rows.get(row, column))
                                .toList())
                        .toList());
    }

    /** Rows that come zero to four times, once as such and once by what they count. */
    @ParameterizedTest
    @MethodSource("methods")
    void aRowOfAWholeWeightCountsLikeThatManyRows(ClusterMethod method) {
        for (int world = 1; world <= 5; world++) {
            var rows = Mixture.of(400, 3, 4, 9, new Seed(world));
            var chance = new SplittableRandom(world);
            int[] times = IntStream.range(0, 400).map(_ -> chance.nextInt(5)).toArray();
            int[] repeated = IntStream.range(0, 400)
                    .flatMap(row -> IntStream.range(0, times[row]).map(_ -> row))
                    .toArray();

            var clear = KMeans.run(rows, new KMeansPlan(4, 3, 300, new Seed(1)), Progress.NONE)
                    .assignments();
            var first = at(
                    rows,
                    IntStream.range(0, 4)
                            .map(cluster -> (int) clear.stream()
                                    .takeWhile(one -> one != cluster)
                                    .count())
                            .toArray());

            var weighed = find(
                    subjects(
                            rows,
                            Weights.of(Arrays.stream(times).asDoubleStream().toArray())),
                    method,
                    first);
            var many = find(Subjects.of(rows.rows(repeated)), method, first);

            boolean isExact = !(method instanceof ClusterMethod.MiniBatch);
            assertThat(AdjustedRandIndex.of(
                            many.assignments(),
                            new Assignments(
                                    4,
                                    IntStream.of(repeated)
                                            .map(weighed.assignments()::get)
                                            .toArray())))
                    .isGreaterThan(isExact ? 0.99999 : 0.95);
            assertThat(weighed.inertia()).isCloseTo(many.inertia(), within(many.inertia() * (isExact ? 1e-9 : 0.01)));
        }
    }

    /** From the same centres both go the same way, round after round. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void roundsMoveTheSameWayWhereGroupsAreNotClear(long seed) {
        var rows = Mixture.of(500, 4, 5, 0.5, new Seed(seed));
        var chance = new SplittableRandom(seed);
        int[] times = IntStream.range(0, 500).map(_ -> 1 + chance.nextInt(4)).toArray();
        int[] repeated = IntStream.range(0, 500)
                .flatMap(row -> IntStream.range(0, times[row]).map(_ -> row))
                .toArray();
        var plan = new KMeansPlan(5, 1, 4, new Seed(1), at(rows, 0, 1, 2, 3, 4));

        var weighed = KMeans.run(
                subjects(rows, Weights.of(Arrays.stream(times).asDoubleStream().toArray())), plan, Progress.NONE);
        var many = KMeans.run(rows.rows(repeated), plan, Progress.NONE);

        assertThat(weighed.inertia()).isCloseTo(many.inertia(), within(many.inertia() * 1e-6));
    }

    /** The mean log-likelihood of scikit-learn is that of repeated rows, and so is BIC. */
    @Test
    void aMixtureOfWeighedRowsHasTheCriterionOfRepeatedOnes() {
        var rows = Mixture.of(300, 2, 3, 8, new Seed(2));
        var weights = new double[300];
        Arrays.setAll(weights, row -> 1 + row % 3);
        int[] repeated = IntStream.range(0, 300)
                .flatMap(row -> IntStream.range(0, 1 + row % 3).map(_ -> row))
                .toArray();
        var plan = new GaussianMixturePlan(3, Covariance.FULL, 1, 500, 1e-10, new Seed(1));

        var weighed = GaussianMixture.run(subjects(rows, Weights.of(weights)), plan, Progress.NONE);
        var many = GaussianMixture.run(rows.rows(repeated), plan, Progress.NONE);

        assertThat(weighed.bic()).isCloseTo(many.bic(), within(1e-4));
        assertThat(weighed.logLikelihood()).isCloseTo(many.logLikelihood(), within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoCountsNothingHasNoSayButFindsTheirGroup(ClusterMethod method) {
        var rows = Mixture.of(400, 3, 4, 9);
        var values = rows.toArray();
        values[0] = 1_000;
        var withAnOutlier = new Matrix(rows.columnNames(), values);
        var weights = new double[400];
        Arrays.fill(weights, 1);
        weights[0] = 0;

        var found = find(subjects(withAnOutlier, Weights.of(weights)), method);
        var without = find(Subjects.of(rows.rows(IntStream.range(1, 400).toArray())), method);

        assertThat(found.inertia()).isEqualTo(without.inertia());
        assertThat(found.assignments().size()).isEqualTo(400);
        assertThat(found.assignments().get(0)).isBetween(0, 3);
        assertThat(found.belonging().needsRows()).isFalse();
    }

    @Test
    void aRowThatCountsAThousandMillionTimesDrawsTheCentreToItself() {
        var rows = new Matrix(List.of("x"), 0, 1, 100, 101);

        var found =
                find(subjects(rows, Weights.of(1e9, 1e-3, 1, 1)), new ClusterMethod.KMeans(new Counts(2, 2), 1, 300));

        assertThat(found.centres().get(found.assignments().get(0), 0)).isCloseTo(0, within(1e-6));
        assertThat(found.centres().get(found.assignments().get(2), 0)).isCloseTo(100.5, within(1e-6));
    }

    @Test
    void weighingMakesNoSenseWhereNeighboursAreAsked() {
        var rows = Mixture.of(100, 2, 3, 9);
        var weights = new double[100];
        Arrays.fill(weights, 2);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(
                        () -> find(subjects(rows, Weights.of(weights)), new ClusterMethod.Merging(FOUR, Linkage.WARD)))
                .satisfies(failure -> assertThat(failure.problem().what()).contains("cannot count more or less"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.POSITIVE_INFINITY, 2e9, 0, Double.NaN})
    void whatIsNoWeightIsRefused(double weight) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Weights.of(new NumberColumn("w", ColumnType.DECIMAL, 0, weight)))
                .satisfies(failure -> assertThat(failure.problem().where()).isEqualTo("weight"));
    }
}
