package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.preparation.Preparation;
import corymb.sql.Relation;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.table.Schema;
import corymb.work.Progress;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows sorted into clusters that were found without them. */
class AssigningTest {
    private static final Counts THREE = new Counts(3, 3);

    static Stream<ClusterMethod> methods() {
        return Stream.of(
                new ClusterMethod.KMeans(THREE, 3, 300),
                new ClusterMethod.MiniBatch(THREE, 256, 60),
                new ClusterMethod.Mixture(THREE, Covariance.FULL, 1, 300, 1e-6),
                new ClusterMethod.Mixture(THREE, Covariance.DIAGONAL, 1, 300, 1e-6),
                new ClusterMethod.Merging(THREE, Linkage.WARD),
                new ClusterMethod.Dbscan(OptionalDouble.of(1.2), 5),
                new ClusterMethod.Hdbscan(20, 5));
    }

    private static Clustering clustering(Matrix rows, ClusterMethod method, Assignments found) {
        var plan = new ClusterPlan(rows.columnNames(), Scaling.NONE, method, new Seed(1));
        return new Clustering(
                plan,
                List.of(),
                new Choice(found.clusterCount(), ""),
                rows.columnNames(),
                Profiles.of(rows, found),
                Frame.of(Preparation.NONE, Scaler.scale(rows, Scaling.NONE)),
                Soundness.NONE,
                Succession.NONE,
                new Relation("members", new Schema(List.of()), rows.rowCount()));
    }

    private static Assignments found(Matrix rows, ClusterMethod method) {
        var plan = new ClusterPlan(rows.columnNames(), Scaling.NONE, method, new Seed(1));
        return Sweeping.run(rows, plan, Progress.NONE).partitions().getFirst().assignments();
    }

    private static Assignments assigned(Matrix rows, int known, ClusterMethod method) {
        int[] places = IntStream.range(0, known).toArray();
        var then = rows.rows(places);
        var before = found(then, method);
        return new Assigning(clustering(then, method, before), rows, places, before, Progress.NONE).assignments();
    }

    /** Groups far from each other: whoever is left out is where all at once are put, but for a few that are noise. */
    @ParameterizedTest
    @MethodSource("methods")
    void rowsLeftOutGoWhereTheyWouldHaveBeenFound(ClusterMethod method) {
        var rows = Mixture.of(600, 3, 3, 14);

        var assigned = assigned(rows, 450, method);

        assertThat(AdjustedRandIndex.of(assigned, found(rows, new ClusterMethod.KMeans(THREE, 3, 300))))
                .isGreaterThan(0.95);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anyNumberOfThreadsSortsAlike(ClusterMethod method) throws Exception {
        var rows = Mixture.of(600, 3, 3, 14);
        var one = assigned(rows, 450, method);
        for (int threads : new int[] {1, 2, 8}) {
            try (var pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> assigned(rows, 450, method)).get()).isEqualTo(one);
            }
        }
    }

    @Test
    void farFromAllDensePlacesIsNoise() {
        var rows = new Matrix(List.of("a"), 0, 0.1, 0.2, 0.3, 0.4, 0.25, 9);
        var method = new ClusterMethod.Dbscan(OptionalDouble.of(0.5), 3);

        var assigned = assigned(rows, 5, method);

        assertThat(assigned.get(5)).isZero();
        assertThat(assigned.get(6)).isEqualTo(Assignments.NOISE);
    }

    /** The boundary of nearest centres of 0 and 10 is 5; a wide and a narrow cloud share theirs nearer to the narrow one. */
    @Test
    void aMixtureKnowsHowWideItsCloudsAre() {
        var chance = new Seed(2).generator();
        var values = IntStream.range(0, 401)
                .mapToDouble(
                        i -> i == 400 ? 6 : i % 2 == 0 ? 4 * chance.nextGaussian() : 10 + 0.5 * chance.nextGaussian())
                .toArray();
        var rows = new Matrix(List.of("a"), values);
        int[] places = IntStream.range(0, 400).toArray();
        var before = new Assignments(2, IntStream.range(0, 400).map(i -> i % 2).toArray());
        var two = new Counts(2, 2);

        assertThat(new Assigning(
                                clustering(rows.rows(places), new ClusterMethod.KMeans(two, 1, 300), before),
                                rows,
                                places,
                                before,
                                Progress.NONE)
                        .assignments()
                        .get(400))
                .isEqualTo(1);
        assertThat(new Assigning(
                                clustering(
                                        rows.rows(places),
                                        new ClusterMethod.Mixture(two, Covariance.FULL, 1, 300, 1e-6),
                                        before),
                                rows,
                                places,
                                before,
                                Progress.NONE)
                        .assignments()
                        .get(400))
                .isZero();
    }
}
