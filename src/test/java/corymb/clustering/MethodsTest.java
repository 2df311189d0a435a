package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method as a plan names it, from the rows to the scored partition. */
class MethodsTest {
    private static final Counts FEW = new Counts(2, 6);

    static Stream<ClusterMethod> methods() {
        return Stream.of(
                new ClusterMethod.KMeans(FEW, 2, 300),
                new ClusterMethod.Mixture(FEW, Covariance.FULL, 1, 300, 1e-6),
                new ClusterMethod.Merging(FEW, Linkage.WARD),
                new ClusterMethod.Merging(FEW, Linkage.AVERAGE),
                new ClusterMethod.MiniBatch(FEW, 256, 60),
                new ClusterMethod.Hdbscan(20, 5),
                new ClusterMethod.Dbscan(OptionalDouble.empty(), 5),
                new ClusterMethod.Dbscan(OptionalDouble.of(4), 5));
    }

    private static Sweep sweep(Matrix rows, ClusterMethod method) {
        var plan = new ClusterPlan(rows.columnNames(), Scaling.NONE, method, new Seed(1));
        return Sweeping.run(rows, plan, Progress.NONE);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void fourGroupsFarFromEachOtherAreFound(ClusterMethod method) {
        var rows = Mixture.of(600, 3, 4, 12);

        var sweep = sweep(rows, method);
        int chosen = method.counts().isPresent()
                ? Choice.of(sweep.candidates()).clusters()
                : sweep.candidates().getFirst().clusters();
        var candidate = sweep.candidates().stream()
                .filter(one -> one.clusters() == chosen)
                .findFirst()
                .orElseThrow();

        assertThat(chosen).isEqualTo(4);
        assertThat(candidate.silhouette()).isGreaterThan(0.7);
        assertThat(candidate.score(Measure.CALINSKI_HARABASZ))
                .hasValue(CalinskiHarabasz.of(rows, sweep.partition(4).assignments()));
        assertThat(candidate.score(Measure.DAVIES_BOULDIN)).isPresent();
    }

    /** BIC of scikit-learn's mixtures of the flowers: 574.0178 for two clouds, 580.8389 for three. */
    @Test
    void aMixtureIsChosenByWhatItSaysForItsParameters() {
        var rows = BenchmarkSets.labelled("other_iris").rows();

        var sweep = sweep(rows, new ClusterMethod.Mixture(new Counts(2, 4), Covariance.FULL, 3, 500, 1e-6));

        assertThat(sweep.candidates().getFirst().score(Measure.BIC).orElseThrow())
                .isCloseTo(574.0178, within(0.01));
        assertThat(Choice.of(sweep.candidates()).clusters()).isEqualTo(2);
        assertThat(Choice.of(sweep.candidates()).reason()).contains("least BIC, 574.0");
    }

    @Test
    void loneCustomersBelongToNoGroup() {
        var sweep =
                sweep(BenchmarkSets.labelled("other_iris").rows(), new ClusterMethod.Dbscan(OptionalDouble.of(0.5), 5));
        var found = sweep.partitions().getFirst().assignments();

        // As scikit-learn finds with the same radius and neighbours.
        assertThat(found.sizes()).containsExactly(84L, 49L);
        assertThat(found.noise()).isEqualTo(17);
        var dense = new ClusterMethod.Dbscan(OptionalDouble.of(0.5), 5);
        assertThat(Choice.found(sweep.candidates().getFirst(), found, dense).reason())
                .contains("2 groups by itself; 17 of 150 customers belong to none");
    }

    @Test
    void whereAllAreOneGroupItIsSaidWhatToAskFor() {
        var method = new ClusterMethod.Dbscan(OptionalDouble.of(9), 5);
        var sweep = sweep(BenchmarkSets.labelled("other_iris").rows(), method);
        var found = sweep.partitions().getFirst().assignments();

        assertThat(Choice.found(sweep.candidates().getFirst(), found, method).reason())
                .isEqualTo("The method found 1 group by itself; 0 of 150 customers belong to none. One group tells no"
                        + " customers apart: ask for a smaller radius, or for more neighbours than 5.");
        assertThat(new ClusterMethod.Hdbscan(20, 5).closer()).isEqualTo("let groups be smaller than 20 customers.");
    }

    @Test
    void whereNobodyHasNeighboursThereIsAProblem() {
        var rows = new Matrix(List.of("a"), 0, 10, 20, 30, 40, 50);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> sweep(rows, new ClusterMethod.Dbscan(OptionalDouble.of(1), 2)))
                .satisfies(failure -> {
                    assertThat(failure.problem().what()).contains("all are noise");
                    assertThat(failure.problem().remedy()).contains("a larger radius");
                });
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> sweep(rows, new ClusterMethod.Hdbscan(5, 2)))
                .satisfies(failure -> assertThat(failure.problem().remedy())
                        .contains("smaller groups")
                        .doesNotContain("radius"));
    }
}
