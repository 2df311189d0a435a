package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KPrototypesTest extends KernelContract<List<Object>> {
    @Override
    protected List<Object> run(Progress progress) {
        return values(KPrototypes.run(
                MixedRows.of(MixedSamples.groups(10_000, 4, 3, 3, new Seed(1))), Weights.EVEN, plan(4, 2), progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        var rows = MixedRows.of(MixedSamples.groups(100_000, 12, 0.5, 4, new Seed(1)));
        return values(KPrototypes.run(rows, Weights.EVEN, plan(12, 5), progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        var cases = new ArrayList<>(EdgeCases.of(rows -> {
            Rows.requireFinite(rows);
            return values(KPrototypes.run(MixedRows.of(rows), Weights.EVEN, plan(2, 2), Progress.NONE));
        }));
        cases.add(job("100,000 levels", MixedSamples.allDifferent(100_000)));
        cases.add(job("categories alone", new Table(List.of(new TextColumn("c", List.of("a", "b", "a", "c"))))));
        cases.add(job(
                "categories that are all missing",
                new Table(List.of(
                        new NumberColumn("x", ColumnType.DECIMAL, 1, 2, 3),
                        new TextColumn("c", Arrays.<@Nullable String>asList(null, null, null))))));
        return cases;
    }

    private static Job<List<Object>> job(String title, Table table) {
        return new Job<>(
                title, progress -> values(KPrototypes.run(MixedRows.of(table), Weights.EVEN, plan(2, 2), progress)));
    }

    private static KPrototypesPlan plan(int clusters, int starts) {
        return new KPrototypesPlan(clusters, OptionalDouble.empty(), starts, 100, new Seed(1));
    }

    private static List<Object> values(Prototypes found) {
        return List.of(
                Arrays.stream(found.clusters()).boxed().toList(), found.cost(), found.rounds(), found.belonging());
    }

    /**
     * By hand, as the Python package kmodes reckons: the numbers 1, 2, 10, 11 have the population variance 20.5, so gamma is √20.5 / 2; the means
     * are 1.5 and 10.5, the commonest values “a”, the first by name of two as common, and “b”; of the second customer the value differs.
     */
    @Test
    void prototypesAreMeansAndCommonestValues() {
        var rows = MixedRows.of(new Table(List.of(
                new NumberColumn("x", ColumnType.DECIMAL, 1, 2, 10, 11),
                new TextColumn("c", List.of("a", "b", "b", "b")))));
        double gamma = Math.sqrt(20.5) / 2;

        var found = KPrototypes.run(rows, Weights.EVEN, plan(2, 5), Progress.NONE);

        assertThat(KPrototypes.gamma(rows)).isCloseTo(gamma, within(1e-12));
        assertThat(Assignments.largestFirst(2, found.clusters()).stream()).containsExactly(0, 0, 1, 1);
        assertThat(found.cost()).isCloseTo(4 * 0.25 + gamma, within(1e-12));
        assertThat(found.belonging().prototypes())
                .extracting(Belonging.NearestPrototype.Prototype::place)
                .containsExactlyInAnyOrder(List.of(1.5), List.of(10.5));
        assertThat(found.belonging().prototypes())
                .extracting(Belonging.NearestPrototype.Prototype::levels)
                .containsExactlyInAnyOrder(List.of("a"), List.of("b"));
    }

    /** The least cost of all ways to split nine rows in two, each reckoned from its means and commonest values. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void startsFindTheLeastCostThereIs(long seed) {
        var chance = new SplittableRandom(seed);
        var numbers = chance.doubles(9).map(x -> 4 * x).toArray();
        int[] codes = chance.ints(9, 0, 3).toArray();
        var rows = MixedRows.of(new Table(List.of(
                new NumberColumn("x", ColumnType.DECIMAL, numbers),
                new TextColumn(
                        "c", IntStream.of(codes).mapToObj(code -> "l" + code).toList()))));
        double gamma = KPrototypes.gamma(rows);
        double least = IntStream.range(1, 511)
                .mapToDouble(half -> cost(numbers, codes, half, gamma) + cost(numbers, codes, 511 - half, gamma))
                .min()
                .orElseThrow();

        var found = KPrototypes.run(rows, Weights.EVEN, plan(2, 30), Progress.NONE);

        assertThat(found.cost()).isCloseTo(least, within(1e-9));
    }

    private static double cost(double[] numbers, int[] codes, int members, double gamma) {
        int[] rows =
                IntStream.range(0, 9).filter(row -> (members >> row & 1) == 1).toArray();
        double mean =
                IntStream.of(rows).mapToDouble(row -> numbers[row]).average().orElse(0);
        double squares = IntStream.of(rows)
                .mapToDouble(row -> (numbers[row] - mean) * (numbers[row] - mean))
                .sum();
        long most = IntStream.range(0, 3)
                .mapToLong(code ->
                        IntStream.of(rows).filter(row -> codes[row] == code).count())
                .max()
                .orElse(0);
        return squares + gamma * (rows.length - most);
    }

    /** With numbers alone it is k-means, for which the other kernel speaks. */
    @Test
    void numbersAloneAreSplitLikeByKMeans() {
        var matrix = Mixture.of(2_000, 3, 5, 6);

        double squares = KMeans.run(matrix, new KMeansPlan(5, 3, 300, new Seed(1)), Progress.NONE)
                .inertia();

        assertThat(KPrototypes.run(MixedRows.of(matrix), Weights.EVEN, plan(5, 10), Progress.NONE)
                        .cost())
                .isCloseTo(squares, within(squares * 1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRowOfAWholeWeightCountsLikeThatManyRows(long seed) {
        var rows = MixedRows.of(MixedSamples.groups(300, 3, 8, 2, new Seed(seed)));
        int[] repeated = IntStream.range(0, 300)
                .flatMap(row -> IntStream.range(0, 1 + row % 4).map(_ -> row))
                .toArray();
        double[] times = IntStream.range(0, 300).mapToDouble(row -> 1 + row % 4).toArray();
        var plan = new KPrototypesPlan(3, OptionalDouble.of(2), 10, 100, new Seed(1));

        double weighed =
                KPrototypes.run(rows, Weights.of(times), plan, Progress.NONE).cost();
        double many = KPrototypes.run(rows.rows(repeated), Weights.EVEN, plan, Progress.NONE)
                .cost();

        assertThat(weighed).isCloseTo(many, within(many * 1e-9));
    }

    /** The category says more than the number where it counts enough, and nothing where it counts nothing. */
    @Test
    void gammaSaysHowMuchCategoriesCount() {
        var rows = MixedRows.of(new Table(List.of(
                new NumberColumn("x", ColumnType.DECIMAL, 0, 0.1, 1, 1.1),
                new TextColumn("c", List.of("a", "b", "a", "b")))));

        assertThat(split(rows, 0)).containsExactly(0, 0, 1, 1);
        assertThat(split(rows, 100)).containsExactly(0, 1, 0, 1);
    }

    private static List<Integer> split(MixedRows rows, double gamma) {
        var plan = new KPrototypesPlan(2, OptionalDouble.of(gamma), 10, 100, new Seed(1));
        var found = KPrototypes.run(rows, Weights.EVEN, plan, Progress.NONE);
        return Assignments.largestFirst(2, found.clusters()).stream().boxed().toList();
    }
}
