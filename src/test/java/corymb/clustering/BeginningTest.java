package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the centres of groups that were found before. */
class BeginningTest {
    private static final Matrix ROWS = Mixture.of(3_000, 3, 5, 4);
    private static final Counts FIVE = new Counts(5, 5);

    static Stream<ClusterMethod> methods() {
        return Stream.of(
                new ClusterMethod.KMeans(FIVE, 3, 300),
                new ClusterMethod.MiniBatch(FIVE, 256, 60),
                new ClusterMethod.Mixture(FIVE, Covariance.TIED, 2, 300, 1e-6));
    }

    private static Partition find(ClusterMethod method, Beginning beginning, long seed) {
        var plan = new ClusterPlan(ROWS.columnNames(), Scaling.NONE, method, new Seed(seed)).beginning(beginning);
        return Sweeping.run(ROWS, plan, Progress.NONE).partitions().getFirst();
    }

    private static Beginning.Groups centres(Partition found) {
        return new Beginning.Groups(
                ROWS.columnNames(),
                IntStream.range(0, found.clusterCount())
                        .mapToObj(cluster -> IntStream.range(0, 3)
                                .mapToObj(column -> found.centres().get(cluster, column))
                                .toList())
                        .toList());
    }

    @Test
    void groupsAtRestStayWhatTheyAre() {
        var found = find(new ClusterMethod.KMeans(FIVE, 3, 300), Beginning.NONE, 1);

        var again = find(new ClusterMethod.KMeans(FIVE, 3, 300), centres(found), 2);

        assertThat(again.assignments()).isEqualTo(found.assignments());
        assertThat(again.inertia()).isEqualTo(found.inertia());
        assertThat(again.rounds()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void otherMethodsBeginThereToo(ClusterMethod method) {
        var found = find(new ClusterMethod.KMeans(FIVE, 3, 300), Beginning.NONE, 1);

        var again = find(method, centres(found), 2);

        assertThat(AdjustedRandIndex.of(again.assignments(), found.assignments()))
                .isGreaterThan(0.95);
        assertThat(find(method, centres(found), 2)).usingRecursiveComparison().isEqualTo(again);
    }

    @Test
    void centresAreOnTheScaleOfTheRows() {
        var matrix = new Matrix(List.of("x"), 10, 20, 30, 40);
        var scaled = Scaler.scale(matrix, Scaling.MINMAX);

        var groups = new Beginning.Groups(List.of("x"), List.of(List.of(10.0), List.of(25.0))).scaled(scaled);

        assertThat(groups.centres()).containsExactly(List.of(0.0), List.of(0.5));
    }

    @Test
    void groupsOfOtherFeaturesAreRefused() {
        var scaled = Scaler.scale(new Matrix(List.of("x"), 1, 2), Scaling.NONE);
        var groups = new Beginning.Groups(List.of("y"), List.of(List.of(1.0)));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> groups.scaled(scaled))
                .satisfies(failure -> assertThat(failure.problem().what()).contains("other features"));
    }

    @Test
    void otherNumbersThanThoseOfTheGroupsAreRefusedOrBeginAnew() {
        var three = new Beginning.Groups(
                ROWS.columnNames(), List.of(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), List.of(2.0, 2.0, 2.0)));
        var plan = new ClusterPlan(
                        ROWS.columnNames(), Scaling.NONE, new ClusterMethod.KMeans(FIVE, 1, 300), new Seed(1))
                .beginning(three);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Sweeping.run(ROWS, plan, Progress.NONE))
                .satisfies(failure -> assertThat(failure.problem().what()).contains("start from are 3, and"));
        assertThat(plan.trying(5).beginning()).isEqualTo(Beginning.NONE);
        assertThat(plan.trying(3).beginning()).isEqualTo(three);
    }
}
