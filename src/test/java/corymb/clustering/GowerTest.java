package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GowerTest extends KernelContract<Assignments> {
    @Override
    protected Assignments run(Progress progress) {
        return found(MixedRows.of(MixedSamples.groups(1_000, 4, 4, 3, new Seed(1))), progress);
    }

    @Override
    protected Assignments runLong(Progress progress) {
        return found(MixedRows.of(MixedSamples.groups(8_000, 4, 4, 3, new Seed(1))), progress);
    }

    @Override
    protected List<Job<Assignments>> edgeCases() {
        var cases = new ArrayList<>(EdgeCases.of(rows -> found(MixedRows.of(rows), Progress.NONE)));
        cases.add(job(
                "nothing known of anybody",
                new Table(List.of(
                        new NumberColumn("x", ColumnType.DECIMAL, Double.NaN, Double.NaN),
                        new TextColumn("c", Arrays.<@Nullable String>asList(null, null))))));
        cases.add(job("categories that all differ", MixedSamples.allDifferent(2_000)));
        cases.add(job("categories alone", new Table(List.of(new TextColumn("c", List.of("a", "b", "a", "c"))))));
        return cases;
    }

    private static Job<Assignments> job(String title, Table table) {
        return new Job<>(title, progress -> found(MixedRows.of(table), progress));
    }

    private static Assignments found(MixedRows rows, Progress progress) {
        rows.requireDistinctRows(2);
        return GowerMerging.run(rows, Linkage.AVERAGE, progress).cut(2);
    }

    /**
     * By the formula, in NumPy: of two customers the mean over what is known of both of |a - b| / range and of 1 for categories that differ; so
     * the first and third are (30 / 30 + 10 / 30 + 0 + 0) / 4 apart, and the fourth shares one category alone with the fifth. R's cluster::daisy
     * says it of these by the same formula.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.6666666667",
        "0, 2, 0.3333333333",
        "0, 3, 0.5",
        "0, 4, 0.9",
        "0, 5, 0.0555555556",
        "1, 2, 0.6666666667",
        "1, 3, 0.8333333333",
        "1, 4, 0.4555555556",
        "1, 5, 0.5",
        "2, 3, 0.3333333333",
        "2, 4, 0.7666666667",
        "2, 5, 0.3888888889",
        "3, 4, 1",
        "3, 5, 0.9333333333",
        "4, 5, 0.8"
    })
    void rowsAreAsFarApartAsWhatIsKnownOfBothSays(int one, int other, double distance) {
        var rows = MixedRows.of(MixedSamples.six());

        assertThat(rows.gower().distances(rows, one, rows, 6)[other]).isCloseTo(distance, within(1e-10));
        assertThat(rows.gower().distances(rows, other, rows, 6)[one]).isCloseTo(distance, within(1e-10));
    }

    @Test
    void whoSharesNothingIsAsFarAsCanBe() {
        var rows = MixedRows.of(new Table(List.of(
                new NumberColumn("x", ColumnType.DECIMAL, 1, Double.NaN, 5),
                new TextColumn("c", Arrays.<@Nullable String>asList(null, "a", "a")))));

        assertThat(rows.gower().distances(rows, 0, rows, 3)).containsExactly(0, 1, 1);
    }

    /** Heights of SciPy's linkage of the six from their distances; in single precision here. */
    @ParameterizedTest
    @EnumSource(names = {"AVERAGE", "COMPLETE", "SINGLE"})
    void mergesAreThoseOfSciPy(Linkage linkage) {
        double[] heights = switch (linkage) {
            case AVERAGE ->
                new double[] {
                    0.05555555555555556, 0.3333333333333333, 0.45555555555555555, 0.5388888888888889, 0.7666666666666666
                };
            case COMPLETE -> new double[] {0.05555555555555556, 0.3333333333333333, 0.45555555555555555, 0.9, 1};
            case SINGLE ->
                new double[] {0.05555555555555556, 0.3333333333333333, 0.3333333333333333, 0.45555555555555555, 0.5};
            case WARD -> new double[0];
        };

        var merges = GowerMerging.run(MixedRows.of(MixedSamples.six()), linkage, Progress.NONE)
                .dendrogram()
                .merges();

        assertThat(merges).hasSize(heights.length);
        for (int i = 0; i < heights.length; i++) {
            assertThat(merges.get(i).height()).isCloseTo(heights[i], within(1e-6));
        }
    }

    /** scikit-learn's silhouette of the precomputed distances: 0.3154665, and the fourth alone in its cluster 0. */
    @Test
    void silhouettesAreThoseOfTheSameDistances() {
        var distances = new GowerDistances(MixedRows.of(MixedSamples.six()));
        var partition = new Assignments(3, 0, 1, 0, 2, 1, 0);

        var silhouette = Silhouette.of(distances, List.of(partition), new Seed(1), Progress.NONE);

        assertThat(silhouette.getFirst().mean()).isCloseTo(0.31546651546651544, within(1e-12));
    }

    @Test
    void customersWhoAreTheSameAreOneAndCountAsMany() {
        int[] places = IntStream.range(0, 600).map(i -> i % 6).toArray();
        var many = MixedRows.of(MixedSamples.six()).rows(places);

        var merging = GowerMerging.run(many, Linkage.AVERAGE, Progress.NONE);

        assertThat(merging.distinct()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(merging.cut(2).sizes()).containsExactly(400L, 200L);
    }

    @Test
    void tooManyWhoDifferAreAProblem() {
        var rows = MixedRows.of(MixedSamples.allDifferent(GowerMerging.MOST_ROWS + 1));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> GowerMerging.run(rows, Linkage.AVERAGE, Progress.NONE))
                .satisfies(failure -> assertThat(failure.problem().what()).contains("at most 20,000"));
    }

    /** Rows that lack a value may be no distance from others that differ: b from a and c. Still each goes back where it was. */
    @Test
    void rowsGoBackWhereTheyWereThoughValuesAreMissing() {
        var chance = new Seed(3).generator();
        for (int world = 0; world < 20; world++) {
            var numbers = new double[60];
            Arrays.setAll(numbers, _ -> chance.nextInt(4) == 0 ? Double.NaN : chance.nextInt(3));
            var texts = Stream.generate(() -> chance.nextInt(4) == 0 ? null : "l" + chance.nextInt(3))
                    .limit(60)
                    .toList();
            var rows = MixedRows.of(
                    new Table(List.of(new NumberColumn("x", ColumnType.DECIMAL, numbers), new TextColumn("c", texts))));
            for (var linkage : List.of(Linkage.AVERAGE, Linkage.COMPLETE, Linkage.SINGLE)) {
                var found = GowerMerging.run(rows, linkage, Progress.NONE).cut(4);
                var known = KnownMixedRows.of(KnownMixedRows.table(rows, found), rows.gower(), 4);

                assertThat(assigned(known, rows))
                        .isEqualTo(found.stream().boxed().toList());
            }
        }
    }

    private static List<Integer> assigned(KnownMixedRows known, MixedRows rows) {
        var told = known.told(rows);
        return IntStream.range(0, rows.count())
                .mapToObj(row -> known.nearest(told, row))
                .toList();
    }

    /** A value that nobody had then is like none of theirs. */
    @Test
    void whoeverComesLaterGoesWithWhomTheyShareTheMost() {
        var rows = MixedRows.of(MixedSamples.six());
        var known =
                KnownMixedRows.of(KnownMixedRows.table(rows, new Assignments(3, 0, 1, 0, 2, 1, 0)), rows.gower(), 3);
        var later = MixedRows.of(new Table(List.of(
                new NumberColumn("age", ColumnType.DECIMAL, 45, 500),
                new NumberColumn("income", ColumnType.DECIMAL, Double.NaN, 41),
                new TextColumn("city", Arrays.<@Nullable String>asList("C", "Z")),
                new TextColumn("channel", Arrays.<@Nullable String>asList("shop", "web")))));

        assertThat(assigned(known, later)).containsExactly(1, 2);
    }

    @Test
    void numbersAloneAreComparedByTheirRanges() {
        var rows = MixedRows.of(new Matrix(List.of("a", "b"), 0, 5, 10, 5, 5, 5));

        assertThat(rows.gower().distances(rows, 0, rows, 3)).containsExactly(0, 0.5, 0.25);
    }
}
