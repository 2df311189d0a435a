package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static final List<String> NAMES = List.of("Loyal", "Lapsed", "New");

    @Test
    void clustersGoOnUnderTheirNumbers() {
        var before = new Assignments(3, 0, 0, 0, 1, 1, 2, 2);
        var found = new Assignments(3, 1, 1, 1, 2, 2, 0, 0);

        var now = Identities.of(before, found);

        assertThat(now.assignments()).isEqualTo(before);
        assertThat(now.successors()).containsExactly(0, 1, 2);
    }

    /** Row by row, cluster 0 would take the first found one; together it is better off with the second (Kuhn 1955). */
    @Test
    void allTogetherShareTheMost() {
        var before = new Assignments(2, 0, 0, 0, 0, 1, 1, 1, 1);
        var found = new Assignments(2, 0, 0, 1, 1, 0, 0, 0, 0);

        var now = Identities.of(before, found);

        assertThat(now.assignments()).isEqualTo(new Assignments(2, 1, 1, 0, 0, 1, 1, 1, 1));
    }

    @Test
    void aClusterMoreTakesAFreeNumber() {
        var before = new Assignments(2, 0, 0, 0, 0, 1, 1);
        var found = new Assignments(3, 0, 0, 1, 1, 2, 2);

        var now = Identities.of(before, found);

        assertThat(now.assignments()).isEqualTo(new Assignments(3, 0, 0, 2, 2, 1, 1));
    }

    @Test
    void aClusterThatIsGoneHasNoSuccessorAndRowsOfNoneStayOfNone() {
        var before = new Assignments(3, 0, 0, 1, 1, 2, Assignments.NOISE);
        var found = new Assignments(2, 1, 1, 0, 0, Assignments.NOISE, Assignments.NOISE);

        var now = Identities.of(before, found);

        assertThat(now.successors()).containsExactly(0, 1, Assignments.NOISE);
        assertThat(now.assignments()).isEqualTo(new Assignments(2, 0, 0, 1, 1, -1, -1));
    }

    /** Of six customers four stay; the index and the information are those of the functions by themselves. */
    @Test
    void whatBecameOfThemIsCounted() {
        var before = new Assignments(2, 0, 0, 0, 1, 1, 1);
        var now = new Assignments(2, 0, 0, 1, 1, 1, 0);
        var since = new Succession(
                NAMES.subList(0, 2), List.of(0, 1), Comparison.of(before, now), 5, 1, List.of(), 0.5, 0.5, List.of());

        assertThat(since.moved().shared(0, 1)).isEqualTo(1);
        assertThat(since.stayed()).isEqualTo(4);
        assertThat(since.movedShare()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(since.grownShare()).as("one came for the one that went").isZero();
        assertThat(since.advice()).isEqualTo(Succession.Advice.KEEP);
        assertThat(since.moved().adjustedRand()).isEqualTo(AdjustedRandIndex.of(before, now));
    }

    @Test
    void anAgeingClusteringIsToBeWatchedBeforeItIsLookedForAgain() {
        assertThat(advice(0.5, 0.5, 0.1)).isEqualTo(Succession.Advice.KEEP);
        assertThat(advice(0.5, 0.44, 0.1)).isEqualTo(Succession.Advice.WATCH);
        assertThat(advice(0.5, 0.5, 0.3)).isEqualTo(Succession.Advice.WATCH);
        assertThat(advice(0.5, 0.39, 0.1)).isEqualTo(Succession.Advice.RETRAIN);
        assertThat(advice(0.5, 0.6, 0.5)).isEqualTo(Succession.Advice.RETRAIN);
    }

    /** Of six customers two leave the first cluster for good, and one of them belongs nowhere any more. */
    @Test
    void clustersThatGrowAtTheCostOfOthersAge() {
        var before = new Assignments(2, 0, 0, 0, 1, 1, 1);
        var now = new Assignments(2, 0, 1, Assignments.NOISE, 1, 1, 1);
        var since = new Succession(
                NAMES.subList(0, 2), List.of(0, 1), Comparison.of(before, now), 0, 0, List.of(), 0.5, 0.5, List.of());

        assertThat(since.grownShare()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(since.advice()).isEqualTo(Succession.Advice.RETRAIN);
    }

    /** 3, 4 and 5 make a right triangle. */
    @Test
    void onlyWhatChanceDoesNotExplainIsDrift() {
        assertThat(new Succession.Drift(0, 0.5, 0.3).beyondChance()).isCloseTo(0.4, within(1e-12));
        assertThat(new Succession.Drift(0, 0.3, 0.5).beyondChance()).isZero();
    }

    private static Succession.Advice advice(double silhouetteBefore, double silhouette, double drift) {
        var same = new Assignments(2, 0, 1);
        return new Succession(
                        NAMES.subList(0, 2),
                        List.of(0, 1),
                        Comparison.of(same, same),
                        0,
                        0,
                        List.of(new Succession.Drift(0, drift, 0)),
                        silhouetteBefore,
                        silhouette,
                        List.of())
                .advice();
    }
}
