package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of numbers alone the indices over distances and prototypes are the usual ones; of categories they are reckoned by hand. */
class IndicesTest {
    private static final ClusterMethod PROTOTYPES =
            new ClusterMethod.KPrototypes(new Counts(2, 5), OptionalDouble.empty(), 3, 100);

    private static List<Candidate> tried(MixedRows rows, Matrix scaled, ClusterMethod method) {
        var plan = new ClusterPlan(List.of("any"), Scaling.NONE, method, new Seed(1));
        return Sweeping.run(new Subjects(scaled, Weights.EVEN, Optional.of(rows)), plan, Progress.NONE)
                .candidates();
    }

    private static double score(Candidate candidate, Measure measure) {
        return candidate.score(measure).orElseThrow();
    }

    @Test
    void ofNumbersAloneTheyAreTheUsualOnes() {
        var matrix = Mixture.of(400, 4, 3, 3, new Seed(2));
        var plan = new ClusterPlan(List.of("any"), Scaling.NONE, PROTOTYPES, new Seed(1));
        var sweep = Sweeping.run(matrix, plan, Progress.NONE);
        for (var candidate : sweep.candidates()) {
            var found = sweep.partition(candidate.clusters()).assignments();
            double expected = CalinskiHarabasz.of(matrix, found);
            assertThat(score(candidate, Measure.CALINSKI_HARABASZ)).isCloseTo(expected, within(1e-9 * expected));
            assertThat(score(candidate, Measure.DAVIES_BOULDIN))
                    .isCloseTo(DaviesBouldin.of(matrix, found), within(1e-9));
            var byPairs = Indices.ofPairs(new EuclideanDistances(matrix), List.of(found), Progress.NONE)
                    .getFirst()
                    .getFirst();
            assertThat(byPairs.value()).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /**
     * Customers 0a, 0a, 1b, 1a with gamma 2 in the groups (0a, 0a) and (1b, 1a): the prototypes are 0a, 1a and, of all, ½a. From these all are
     * 4 · ¼ + 2 = 3 apart, from their own 0 + 2 = 2, so that the index of Calinski and Harabasz is (3 - 2) / 1 / (2 / 2) = 1. The
     * groups are 0 and √2 / 2 wide and 1 apart, which makes √2 / 2 by Davies and Bouldin. By Gower, pairs are 0, 1, ½, 1, ½ and ½ apart:
     * all squares are 2¾ / 4, those within the groups (0 + ¼) / 2, so that it is (0.6875 - 0.125) / 1 / (0.125 / 2) = 9.
     */
    @Test
    void ofCategoriesTheyAreReckonedByHand() {
        var rows = MixedRows.of(new Table(List.of(
                new NumberColumn("x", ColumnType.DECIMAL, 0, 0, 1, 1),
                new TextColumn("c", List.of("a", "a", "b", "a")))));
        var found = new Assignments(2, 0, 0, 1, 1);
        var prototypes = Prototypes.of(rows, Weights.EVEN, found, 2);
        double all = Prototypes.of(rows, Weights.EVEN, Indices.together(4), 2).cost();
        assertThat(all).isCloseTo(3, within(1e-12));
        assertThat(prototypes.cost()).isCloseTo(2, within(1e-12));
        assertThat(CalinskiHarabasz.of(all, prototypes.cost(), found)).isCloseTo(1, within(1e-12));
        assertThat(DaviesBouldin.of(prototypes, found)).isCloseTo(Math.sqrt(2) / 2, within(1e-12));
        assertThat(Indices.ofPairs(new GowerDistances(rows), List.of(found), Progress.NONE)
                        .getFirst())
                .singleElement()
                .satisfies(score -> assertThat(score.value()).isCloseTo(9, within(1e-12)));
    }

    /** A customer who is there several times counts as often, however many there are. */
    @Test
    void byGowerSameCustomersAreComparedOnce() {
        var few = MixedRows.of(MixedSamples.groups(60, 3, 4, 2, new Seed(5)));
        var often = IntStream.range(0, 300).map(i -> (i * i + i / 7) % 60).toArray();
        var many = few.rows(often);
        var found = GowerMerging.run(many, Linkage.AVERAGE, Progress.NONE);
        var partitions = List.of(found.cut(2), found.cut(3), found.cut(5));
        var all = Indices.ofPairs(new GowerDistances(many), partitions, Progress.NONE);
        var once = Indices.ofMixedPairs(many, partitions, Progress.NONE);
        for (int i = 0; i < 3; i++) {
            double expected = all.get(i).getFirst().value();
            assertThat(once.get(i).getFirst().value()).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void theGapFindsAsManyGroupsAsThereAreOfNumbersAndCategories() {
        var rows = MixedRows.of(MixedSamples.groups(600, 3, 6, 3, new Seed(3)));
        var scaled = new Matrix(
                List.of("x0", "x1", "x2"),
                IntStream.range(0, 600)
                        .boxed()
                        .flatMapToDouble(
                                row -> IntStream.range(0, 3).mapToDouble(column -> rows.numbers()[column][row]))
                        .toArray());
        for (var method :
                List.of(PROTOTYPES, (ClusterMethod) new ClusterMethod.Gower(new Counts(2, 5), Linkage.AVERAGE))) {
            var plan = new ClusterPlan(List.of("any"), Scaling.NONE, method, new Seed(1));
            var subjects = new Subjects(scaled, Weights.EVEN, Optional.of(rows));
            assertThat(Gaps.of(subjects, plan, Progress.NONE).clusters()).hasValue(3);
            assertThat(tried(rows, scaled, method))
                    .extracting(candidate -> candidate.score(Measure.CALINSKI_HARABASZ))
                    .allMatch(OptionalDouble::isPresent);
        }
    }

    @Test
    void whereNothingGoesTogetherTheGapFindsOneGroup() {
        var groups = MixedRows.of(MixedSamples.groups(400, 3, 6, 3, new Seed(4)));
        var rows = groups.spreadApart(new Seed(5).generator());
        var scaled = new Matrix(List.of("none"), new double[400]);
        var plan = new ClusterPlan(
                List.of("any"), Scaling.NONE, new ClusterMethod.Gower(new Counts(2, 4), Linkage.COMPLETE), new Seed(1));
        var subjects = new Subjects(scaled, Weights.EVEN, Optional.of(rows));
        assertThat(Gaps.of(subjects, plan, Progress.NONE).clusters()).hasValue(1);
    }
}
