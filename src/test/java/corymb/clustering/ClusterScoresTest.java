package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterScoresTest {
    /** The examples in scikit-learn's documentation of adjusted_rand_score. */
    @Test
    void theAdjustedRandIndexIsThatOfScikitLearnsExamples() {
        var truth = new Assignments(2, 0, 0, 1, 1);

        assertThat(AdjustedRandIndex.of(truth, new Assignments(2, 1, 1, 0, 0))).isEqualTo(1);
        assertThat(AdjustedRandIndex.of(new Assignments(3, 0, 0, 1, 2), truth)).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(AdjustedRandIndex.of(new Assignments(1, 0, 0, 0, 0), new Assignments(4, 0, 1, 2, 3)))
                .isZero();
        assertThat(AdjustedRandIndex.of(truth, new Assignments(2, 0, 1, 0, 1))).isCloseTo(-0.5, within(1e-12));
    }

    /** Entropies ln 2 and 1.5 ln 2, of which ln 2 is shared; scikit-learn counts noise as a group of its own. */
    @Test
    void theMutualInformationIsSharedEntropyOverTheMeanOfBoth() {
        var truth = new Assignments(2, 0, 0, 1, 1);

        assertThat(NormalizedMutualInformation.of(truth, new Assignments(2, 1, 1, 0, 0)))
                .isCloseTo(1, within(1e-12));
        assertThat(NormalizedMutualInformation.of(truth, new Assignments(2, 0, 1, 0, 1)))
                .isCloseTo(0, within(1e-12));
        assertThat(NormalizedMutualInformation.of(truth, new Assignments(3, 0, 0, 1, 2)))
                .isCloseTo(1 / 1.25, within(1e-12));
        assertThat(NormalizedMutualInformation.of(truth, new Assignments(2, 0, 0, 1, -1)))
                .isCloseTo(1 / 1.25, within(1e-12));
        assertThat(NormalizedMutualInformation.of(new Assignments(1, 0, 0), new Assignments(1, 0, 0)))
                .isEqualTo(1);
    }

    @Test
    void noiseIsOfNoClusterAndOneMoreGroupWhenGroupingsAreCompared() {
        var noisy = new Assignments(2, 0, Assignments.NOISE, 1, 1);

        assertThat(noisy.sizes()).containsExactly(1L, 2L);
        assertThat(noisy.noise()).isEqualTo(1);
        assertThat(AdjustedRandIndex.of(noisy, new Assignments(3, 0, 1, 2, 2))).isEqualTo(1);
    }

    @Test
    void clustersAreNumberedByTheirSizeThenByTheirFirstRow() {
        assertThat(Assignments.largestFirst(3, 2, 1, 0, -1, 0)).isEqualTo(new Assignments(3, 1, 2, 0, -1, 0));
    }

    /** By hand: 0, 2 | 10, 14 with centres 1 and 12, widths 1 and 2, and the mean 6.5; noise is left out. */
    @Test
    void widthAndDistanceOfClustersAreWhatTheyAreByHand() {
        var rows = new Matrix(List.of("x"), 0, 2, 500, 10, 14);
        var clusters = new Assignments(2, 0, 0, -1, 1, 1);

        assertThat(DaviesBouldin.of(rows, clusters)).isCloseTo((1 + 2) / 11.0, within(1e-12));
        assertThat(CalinskiHarabasz.of(rows, clusters))
                .isCloseTo((2 * 5.5 * 5.5 + 2 * 5.5 * 5.5) / 1 / ((1 + 1 + 4 + 4) / 2.0), within(1e-12));
    }

    @Test
    void scoresOfOneClusterOfNoRowsAndOfNoiseAloneAreDefined() {
        var rows = new Matrix(List.of("x"), 1, 2, 3);
        for (var clusters : List.of(new Assignments(1, 0, 0, 0), new Assignments(2, -1, -1, -1))) {
            assertThat(CalinskiHarabasz.of(rows, clusters)).isZero();
            assertThat(DaviesBouldin.of(rows, clusters)).isZero();
        }
        var same = new Matrix(List.of("x"), 4, 4, 7, 7);
        assertThat(CalinskiHarabasz.of(same, new Assignments(2, 0, 0, 1, 1))).isEqualTo(1);
        assertThat(DaviesBouldin.of(same, new Assignments(3, 0, 0, 1, 1))).isZero();
    }

    /** By hand: 0, 1 | 4, 6 give a = 1, 1, 2, 2 and b = 5, 4, 3.5, 5.5. */
    @Test
    void theSilhouetteOfFourPointsIsWhatItIsByHand() {
        var rows = new Matrix(List.of("x"), 0, 1, 4, 6);
        double byHand = ((5 - 1) / 5.0 + (4 - 1) / 4.0 + (3.5 - 2) / 3.5 + (5.5 - 2) / 5.5) / 4;

        assertThat(silhouette(rows, new Assignments(2, 0, 0, 1, 1))).isCloseTo(byHand, within(1e-12));
    }

    @Test
    void aRowAloneInItsClusterCountsNothing() {
        var rows = new Matrix(List.of("x"), 0, 1, 10);
        double byHand = ((10 - 1) / 10.0 + (9 - 1) / 9.0 + 0) / 3;

        assertThat(silhouette(rows, new Assignments(2, 0, 0, 1))).isCloseTo(byHand, within(1e-12));
    }

    @Test
    void theElbowIsWhereTheCurveBends() {
        var candidates = IntStream.rangeClosed(2, 8)
                .mapToObj(
                        clusters -> candidate(clusters, clusters < 5 ? 1000 - 200 * clusters : 120 - 10 * clusters, 0))
                .toList();

        assertThat(Elbow.of(candidates)).hasValue(5);
        assertThat(Elbow.of(candidates.subList(0, 2))).isEmpty();
        assertThat(Elbow.of(candidates.subList(3, 7))).isEmpty();
    }

    @Test
    void theBestSilhouetteIsChosenAndTheElbowHeard() {
        var agreeing = List.of(candidate(2, 100, 0.4), candidate(3, 30, 0.6), candidate(4, 20, 0.5));
        var differing = List.of(candidate(2, 100, 0.8), candidate(3, 30, 0.6), candidate(4, 20, 0.5));

        assertThat(Choice.of(agreeing).clusters()).isEqualTo(3);
        assertThat(Choice.of(agreeing).reason())
                .isEqualTo("3 groups separate the customers best of all from 2 to 4 tried: they are clearly separated"
                        + " (silhouette 0.60). The elbow of the inertia curve agrees.");
        assertThat(Choice.of(differing).clusters()).isEqualTo(2);
        assertThat(Choice.of(differing).reason()).endsWith("would be at 3, also worth a look.");
    }

    @Test
    void aFewFarOffAreSaidToBeNoGroup() {
        var chosen = new Choice(2, "2 groups.");
        assertThat(chosen.with(List.of(1270L, 1L)).reason())
                .startsWith("2 groups. One of the groups has fewer than 5 customers, who are far off");
        assertThat(chosen.with(List.of(1270L, 1L, 4L)).reason()).contains("2 of the groups have fewer than 5");
        assertThat(chosen.with(List.of(1270L, 5L))).isEqualTo(chosen);
        assertThat(chosen.with(List.of(20L, 4L))).isEqualTo(chosen);
    }

    /** mean 3, population standard deviation sqrt(2); quartiles 2 and 4; range 1 to 5. */
    @Test
    void scalingFollowsItsDefinitionAndKnowsTheWayBack() {
        var rows = new Matrix(List.of("x", "constant"), 1, 7, 2, 7, 3, 7, 4, 7, 5, 7);

        assertThat(column(rows, Scaling.STANDARD, 0)).containsExactly(scaled(3, Math.sqrt(2)));
        assertThat(column(rows, Scaling.ROBUST, 0)).containsExactly(scaled(3, 2));
        assertThat(column(rows, Scaling.MINMAX, 0)).containsExactly(scaled(1, 4));
        assertThat(column(rows, Scaling.NONE, 0)).containsExactly(1, 2, 3, 4, 5);
        assertThat(column(rows, Scaling.STANDARD, 1)).containsOnly(0);
        assertThat(Scaler.scale(rows, Scaling.STANDARD).original(0, 2 / Math.sqrt(2)))
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void aClusterIsNamedByWhatSetsItApart() {
        var features = List.of("recency_days", "monetary_value", "frequency");

        assertThat(ClusterName.of(features, List.of(-0.5, 2.0, 0.1), 0.2, Set.of()))
                .isEqualTo("Recent customers, very high monetary value");
        assertThat(ClusterName.of(
                        features, List.of(1.0, -0.4, -0.35), 0.2, Set.of("Lapsed customers, low monetary value")))
                .isEqualTo("Lapsed rare buyers, low monetary value");
        assertThat(ClusterName.of(
                        List.of("frequency", "monetary"),
                        List.of(1.2, 1.1),
                        0.2,
                        Set.of("Big spenders, frequent buyers")))
                .as("the same words in another order tell nobody which group is which")
                .isEqualTo("Frequent buyers, big spenders (2)");
        assertThat(ClusterName.of(
                        List.of("frequency", "monetary"),
                        List.of(1.2, 1.1),
                        0.2,
                        Set.of("Big spenders, frequent buyers", "Big spenders, frequent buyers (2)")))
                .isEqualTo("Frequent buyers, big spenders (3)");
        assertThat(ClusterName.of(features, List.of(0.1, 0.0, 0.2), 0.2, Set.of("Close to average")))
                .isEqualTo("Close to average (2)");
    }

    /** The large group of the mall's customers, in the middle of all, and 199 of 200 beside one who is far off. */
    @Test
    void aClusterInTheMiddleIsCalledSoWhateverTheOthersAreLike() {
        var features = List.of("annual_income", "spending_score");
        assertThat(ClusterName.of(features, List.of(-0.2, -0.03), 0.405, Set.of()))
                .isEqualTo("Close to average");
        assertThat(ClusterName.of(features, List.of(-0.2, -0.03), 0.405, Set.of("Close to average")))
                .isEqualTo("Low annual income");
        assertThat(ClusterName.of(features, List.of(-0.015, 0.006), 0.995, Set.of()))
                .isEqualTo("Close to average");
        assertThat(ClusterName.of(features, List.of(-0.18, 0.0), 0.85, Set.of()))
                .isEqualTo("Low annual income");
    }

    @Test
    void aStrikingThirdFeatureIsNamedAndTextsByTheirLevel() {
        var features = List.of("recency_days", "monetary", "device=mobile", "device=desktop");

        assertThat(ClusterName.of(features, List.of(1.2, 1.1, 0.9, -0.9), 0.1, Set.of()))
                .isEqualTo("Lapsed big spenders, mobile");
        assertThat(ClusterName.of(features, List.of(1.2, 1.1, 0.5, -0.5), 0.1, Set.of()))
                .isEqualTo("Lapsed big spenders");
    }

    @Test
    void whatIsOrIsNotSoIsNamedByItsColumn() {
        var features = List.of("senior_citizen=1", "partner=Yes", "partner=No", "stars=5", "internet_service=No");
        assertThat(ClusterName.of(features, List.of(2.0, -0.8, 0.9, 0.0, 0.0), 0.2, Set.of()))
                .isEqualTo("Senior citizen, no partner");
        assertThat(ClusterName.of(features, List.of(-1.0, 0.0, 0.0, 1.6, 0.0), 0.2, Set.of()))
                .isEqualTo("Stars 5, no senior citizen");
        assertThat(ClusterName.of(features, List.of(0.0, 0.9, -0.9, 0.0, 1.2), 0.2, Set.of()))
                .isEqualTo("No internet service, partner");
        assertThat(ClusterName.of(
                        List.of("internet_service=No", "online_backup=No internet service", "contract=Two year"),
                        List.of(2.0, 2.0, 0.9),
                        0.2,
                        Set.of()))
                .isEqualTo("No internet service, Two year");
        assertThat(Profiles.of(
                        new Matrix(List.of("is_member", "visits"), 0, 3, 0, 4, 1, 3, 1, 4),
                        new Assignments(2, 0, 0, 1, 1)))
                .extracting(ClusterProfile::name)
                .containsExactly("No member", "Member");
    }

    /** Of ages 20 and 60 the older ones are cluster 0; when those of 100 come, what was older is younger. */
    @Test
    void aNameGoesOnWhileItSaysWhatIsSoAndAPersonsInAnyCase() {
        var once = Profiles.of(new Matrix(List.of("age"), 20, 21, 60, 61), new Assignments(2, 1, 1, 0, 0));
        assertThat(once).extracting(ClusterProfile::name).containsExactly("Older customers", "Younger customers");
        var rows = new Matrix(List.of("age"), 60, 61, 100, 101);
        var now = new Assignments(2, 0, 0, 1, 1);
        var before = Map.of(0, once.getFirst());
        assertThat(Profiles.of(rows, now, before, Map.of()))
                .extracting(ClusterProfile::name)
                .containsExactly("Younger customers", "Older customers");
        var renamed = Profiles.of(rows, now, Map.of(0, once.getFirst().named("Savers")), Map.of());
        assertThat(renamed).extracting(ClusterProfile::name).containsExactly("Savers", "Older customers");
        assertThat(renamed.getFirst().isNamedByPerson()).isTrue();
        var still = new Matrix(List.of("age"), 70, 71, 40, 41);
        assertThat(Profiles.of(still, now, Map.of(0, once.getFirst()), Map.of())
                        .getFirst()
                        .name())
                .isEqualTo("Older customers");
    }

    @Test
    void aStrongerFeatureIsNamedByTheDegreeThatFitsItsWord() {
        assertThat(ClusterName.of(List.of("recency_days"), List.of(-1.6), 0.2, Set.of()))
                .isEqualTo("Very recent customers");
        assertThat(ClusterName.of(List.of("recency_days"), List.of(1.6), 0.2, Set.of()))
                .isEqualTo("Long lapsed customers");
        assertThat(ClusterName.of(List.of("spend_trend", "spend_90d"), List.of(1.7, 0.9), 0.2, Set.of()))
                .isEqualTo("Spending more, much spent in 90 days");
        assertThat(ClusterName.of(List.of("age"), List.of(1.6), 0.2, Set.of())).isEqualTo("Much older customers");
        assertThat(ClusterName.of(List.of("visits_7d"), List.of(1.0), 0.2, Set.of()))
                .isEqualTo("High visits in 7 days");
    }

    /** The mean of nine in ten customers is near that of all; what tells them from the tenth is 10 times as far. */
    @Test
    void aLargeClusterIsNamedByWhatTheOthersAreNot() {
        assertThat(ClusterName.of(List.of("frequency"), List.of(-0.2), 0.9, Set.of()))
                .isEqualTo("Rare buyers");
    }

    private static double[] scaled(double shift, double scale) {
        return IntStream.rangeClosed(1, 5).mapToDouble(x -> (x - shift) / scale).toArray();
    }

    private static double[] column(Matrix rows, Scaling scaling, int column) {
        var values = Scaler.scale(rows, scaling).matrix();
        var copy = new double[values.rowCount()];
        Arrays.setAll(copy, row -> values.get(row, column));
        return copy;
    }

    private static Candidate candidate(int clusters, double inertia, double silhouette) {
        return new Candidate(clusters, inertia, silhouette, 100, 5, List.of());
    }

    private static double silhouette(Matrix rows, Assignments assignments) {
        return Silhouette.of(rows, List.of(assignments), new Seed(1), Progress.NONE)
                .getFirst()
                .mean();
    }
}
