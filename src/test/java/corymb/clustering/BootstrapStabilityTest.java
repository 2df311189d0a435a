package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.Stability.Verdict;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapStabilityTest {
    private static final Offset<Double> CHANCE = Offset.offset(0.025);

    private static Stability stability(Matrix rows, int clusters) {
        var scaled = Scaler.scale(rows, Scaling.STANDARD).matrix();
        var method = new ClusterMethod.KMeans(new Counts(clusters, clusters), 1, 300);
        var plan = new ClusterPlan(rows.columnNames(), Scaling.STANDARD, method, new Seed(1));
        var found = Grouper.quick(Subjects.of(scaled), plan, Progress.NONE);
        return BootstrapStability.of(Subjects.of(scaled), found, plan, Progress.NONE);
    }

    private static List<Verdict> verdicts(Stability stability) {
        return IntStream.range(0, stability.jaccards().size())
                .mapToObj(stability::verdict)
                .toList();
    }

    /** A mean bootstrap Jaccard of 1.00 for both, made with scikit-learn on the standardised flowers. */
    @Test
    void theTwoGroupsOfTheIrisFlowersComeAgainInEveryDraw() {
        var stability = stability(BenchmarkSets.labelled("other_iris").rows(), 2);

        assertThat(stability.jaccards())
                .allSatisfy(jaccard -> assertThat(jaccard).isCloseTo(1, Offset.offset(0.005)));
        assertThat(stability.resamples()).isEqualTo(100);
    }

    /** Means of 0.95, 0.98 and 0.97, made with scikit-learn on the standardised wines, up to chance of the draws. */
    @Test
    void theThreeGroupsOfTheWinesAreStable() {
        var stability = stability(BenchmarkSets.labelled("uci_wine").rows(), 3);

        assertThat(stability.jaccards().stream().sorted().toList())
                .satisfiesExactly(
                        least -> assertThat(least).isCloseTo(0.95, CHANCE),
                        middle -> assertThat(middle).isCloseTo(0.97, CHANCE),
                        most -> assertThat(most).isCloseTo(0.98, CHANCE));
        assertThat(verdicts(stability)).containsOnly(Verdict.SHIP);
    }

    @Test
    void twoOfFourGroupsOfTheWinesAreNotThere() {
        var stability = stability(BenchmarkSets.labelled("uci_wine").rows(), 4);

        assertThat(verdicts(stability))
                .containsExactlyInAnyOrder(Verdict.SHIP, Verdict.SHIP, Verdict.DONT_SHIP, Verdict.DONT_SHIP);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void noGroupOfNoiseIsReliedOn(int clusters) {
        assertThat(verdicts(stability(Noise.uniform(500, 4), clusters))).doesNotContain(Verdict.SHIP);
        assertThat(verdicts(stability(Noise.normal(500, 4), clusters))).doesNotContain(Verdict.SHIP);
    }

    @Test
    void aGroupOfFewRowsThatADrawMissesStillHasANumber() {
        var rows = new Matrix(List.of("a"), 0, 0, 0, 0, 0, 0, 0, 0, 0, 100);

        var stability = stability(rows, 2);

        // A draw of ten misses the one row with a chance of 0.9^10 = 0.35 and cannot be split then.
        assertThat(stability.jaccards())
                .allSatisfy(jaccard -> assertThat(jaccard).isBetween(0.5, 0.8));
    }
}
