package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.work.Progress;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Scores of the true labels of nineteen data sets by scikit-learn 1.2.1, as precise as its figures were written down. */
class PublishedScoresTest {
    private static final String FACTS = "clustering-benchmarks/facts.csv";

    @TestFactory
    List<DynamicTest> scoresOfTheTrueGroupsAreThoseOfScikitLearn() {
        return BenchmarkSets.lines(FACTS).stream()
                .map(facts -> DynamicTest.dynamicTest(facts.getFirst(), () -> check(facts)))
                .toList();
    }

    private static void check(List<String> facts) {
        var set = BenchmarkSets.labelled(facts.getFirst());
        var silhouette = Silhouette.of(set.rows(), List.of(set.truth()), new Seed(1), Progress.NONE)
                .getFirst();

        assertThat(silhouette.mean()).isCloseTo(number(facts, 5), within(5.001e-7));
        assertThat(DaviesBouldin.of(set.rows(), set.truth())).isCloseTo(number(facts, 6), within(5.001e-7));
        assertThat(CalinskiHarabasz.of(set.rows(), set.truth())).isCloseTo(number(facts, 7), within(5.001e-5));
    }

    private static double number(List<String> facts, int column) {
        return Double.parseDouble(facts.get(column));
    }
}
