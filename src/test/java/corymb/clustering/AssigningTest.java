package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                new ClusterMethod.KPrototypes(THREE, OptionalDouble.empty(), 2, 300),
                new ClusterMethod.Gower(THREE, Linkage.AVERAGE),
                new ClusterMethod.Dbscan(OptionalDouble.of(1.2), 5),
                new ClusterMethod.Hdbscan(20, 5));
    }

    private static Partition found(Matrix rows, ClusterMethod method) {
        var plan = new ClusterPlan(rows.columnNames(), Scaling.NONE, method, new Seed(1));
        return Sweeping.run(rows, plan, Progress.NONE).partitions().getFirst();
    }

    /** What was learnt is kept as it is in a project: the rows as a table, clusters numbered anew. */
    private static Assignments assigned(Partition found, Matrix learntFrom, Matrix rows) {
        var known = Optional.of(found.belonging())
                .filter(Belonging::needsRows)
                .map(belonging -> belonging instanceof Belonging.MostAlike
                        ? KnownMixedRows.table(MixedRows.of(learntFrom), found.assignments())
                        : KnownRows.of(belonging, learntFrom, found.assignments(), Progress.NONE)
                                .table());
        return new Assigning(Subjects.of(rows), found.clusterCount(), Progress.NONE)
                .assignments(found.belonging(), known);
    }

    private static Assignments assigned(Matrix rows, int known, ClusterMethod method) {
        var then = rows.rows(IntStream.range(0, known).toArray());
        return assigned(found(then, method), then, rows);
    }

    /** Not only of groups far from each other: in one cloud nearly every row lies near a border. */
    @ParameterizedTest
    @MethodSource("methods")
    void rowsThatGroupsWereFoundAmongGoBackBitForBit(ClusterMethod method) {
        for (int seed = 0; seed < 5; seed++) {
            var chance = new Seed(seed).generator();
            var rows = new Matrix(
                    List.of("a", "b", "c"),
                    IntStream.range(0, 3 * 700)
                            .mapToDouble(i -> chance.nextGaussian() + i / 3 % 4)
                            .toArray());
            var found = found(rows, method);

            assertThat(assigned(found, rows, rows)).as("seed %d", seed).isEqualTo(found.assignments());
        }
    }

    /** Groups far from each other: whoever is left out is where all at once are put, but for a few that are noise. */
    @ParameterizedTest
    @MethodSource("methods")
    void rowsLeftOutGoWhereTheyWouldHaveBeenFound(ClusterMethod method) {
        var rows = Mixture.of(600, 3, 3, 14);

        var assigned = assigned(rows, 450, method);

        assertThat(AdjustedRandIndex.of(
                        assigned,
                        found(rows, new ClusterMethod.KMeans(THREE, 3, 300)).assignments()))
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

    /** The nearest core decides, not the nearest row: 0.55 is the rim of the left cluster, and reaches nobody but its like. */
    @Test
    void theRimOfAClusterReachesNobody() {
        var rows = new Matrix(List.of("a"), 0, 0.1, 0.2, 0.3, 0.55, 0.8, 0.58);
        var then = rows.rows(IntStream.range(0, 6).toArray());
        var found = found(then, new ClusterMethod.Dbscan(OptionalDouble.of(0.26), 4));

        assertThat(found.assignments().stream()).containsExactly(0, 0, 0, 0, 0, Assignments.NOISE);
        assertThat(assigned(found, then, rows).stream()).containsExactly(0, 0, 0, 0, 0, Assignments.NOISE, -1);
    }

    /**
     * By hand, as hdbscan's approximate_predict: with two neighbours, the row itself the first, the cores of 0, 1, 2.5, 4.5 are 1, 1, 1.5, 2, and those of
     * 20, 21, 22.5, 24.5 alike; both clusters end where they meet, at a distance of 15.5.
     */
    @Test
    void aRowGoesWithTheOneThatItReachesFirst() {
        var rows = new Matrix(List.of("a"), 0, 1, 2.5, 4.5, 20, 21, 22.5, 24.5, 12.2, 12.3, -15.5, -15.6, 41);
        var then = rows.rows(IntStream.range(0, 8).toArray());
        var found = found(then, new ClusterMethod.Hdbscan(3, 2));

        assertThat(found.belonging()).isEqualTo(new Belonging.FirstReached(2, List.of(1 / 15.5, 1 / 15.5)));
        assertThat(assigned(found, then, rows).stream())
                .as("12.2 reaches 4.5 at its second neighbour, 20, 7.8 away; -15.6 reaches nobody at 15.5")
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 0, 1, -1, -1, -1);
    }

    /** A chain and a lump by single linkage: the end of the chain is nearer to the centre of the lump. */
    @Test
    void aHierarchyHasNoCentres() {
        var rows = new Matrix(
                List.of("a", "b"),
                IntStream.range(0, 31)
                        .mapToObj(i -> i < 20 ? new double[] {i, 0} : new double[] {22, 4 + 0.1 * (i - 20)})
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
        var then = rows.rows(IntStream.range(0, 30).toArray());
        var found = found(then, new ClusterMethod.Merging(new Counts(2, 2), Linkage.SINGLE));
        var end = new Matrix(List.of("a", "b"), 20, 0);

        assertThat(assigned(found, then, end).get(0))
                .isEqualTo(found.assignments().get(0));
        assertThat(end.get(0, 0) - found.centres().get(found.assignments().get(0), 0))
                .isGreaterThan(Math.hypot(2, 4.5));
    }

    /** The boundary of nearest centres of 0 and 10 is 5; a wide and a narrow cloud share theirs nearer to the narrow one. */
    @Test
    void aMixtureKnowsHowWideItsCloudsAre() {
        var chance = new Seed(2).generator();
        var rows = new Matrix(
                List.of("a"),
                IntStream.range(0, 400)
                        .mapToDouble(i -> i % 2 == 0 ? 4 * chance.nextGaussian() : 10 + 0.5 * chance.nextGaussian())
                        .toArray());
        var six = new Matrix(List.of("a"), 6);
        var two = new Counts(2, 2);
        var byCentre = found(rows, new ClusterMethod.KMeans(two, 1, 300));
        var byCloud = found(rows, new ClusterMethod.Mixture(two, Covariance.FULL, 1, 300, 1e-6));

        assertThat(assigned(byCentre, rows, six).get(0))
                .isEqualTo(byCentre.assignments().get(1));
        assertThat(assigned(byCloud, rows, six).get(0))
                .isEqualTo(byCloud.assignments().get(0));
    }

    /** What was learnt of three columns says nothing of two, and a value that is none belongs nowhere. */
    @ParameterizedTest
    @MethodSource("methods")
    void whatDoesNotGoWithTheRowsIsAProblem(ClusterMethod method) {
        var rows = Mixture.of(300, 3, 3, 14);
        var found = found(rows, method);
        var two = new Matrix(List.of("a", "b"), 1, 2);
        var none = new Matrix(rows.columnNames(), 1, Double.NaN, 3);
        var few = new Assigning(Subjects.of(rows), 1, Progress.NONE);

        assertThatThrownBy(() -> assigned(found, rows, two)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> assigned(found, rows, none)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> few.assignments(found.belonging(), Optional.empty()))
                .isInstanceOf(Failure.class);
    }

    /** Rows as a stranger's file may hold them. */
    @ParameterizedTest
    @CsvSource({"cluster, 2", "cluster, -2", "cluster, NaN", "reach, -1", "reach, Infinity", "value_0, NaN", "row, NaN"
    })
    void knownRowsThatMakeNoSenseAreAProblem(String column, double value) {
        var rows = new Matrix(List.of("a"), 0, 1, 8, 9);
        var table = KnownRows.of(new Belonging.NearestRow(), rows, new Assignments(2, 0, 0, 1, 1), Progress.NONE)
                .table();
        var wrong = new Table(table.columns().stream()
                .map(each -> each.name().equals(column)
                        ? new NumberColumn(column, ColumnType.DECIMAL, 0, 1, 1, value)
                        : each)
                .toList());

        assertThat(KnownRows.of(table, List.of("a"), 2, Progress.NONE).nearest(new double[] {6}, 0))
                .isEqualTo(1);
        assertThatThrownBy(() -> KnownRows.of(wrong, List.of("a"), 2, Progress.NONE))
                .isInstanceOf(Failure.class);
    }
}
