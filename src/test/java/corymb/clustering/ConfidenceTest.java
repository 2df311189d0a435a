package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    private static double[] confidence(Assignments clusters, double... places) {
        var found = Confidence.of(new Matrix(List.of("x"), places), clusters, Progress.NONE);
        return IntStream.range(0, places.length).mapToDouble(found::get).toArray();
    }

    @Test
    void isOneLessTheDistanceToTheOwnMeanInPartsOfThatToTheNext() {
        // The means are 1 and 11.
        assertThat(confidence(new Assignments(2, 0, 0, 1, 1), 0, 2, 10, 12))
                .containsExactly(new double[] {1 - 1 / 11.0, 1 - 1 / 9.0, 1 - 1 / 9.0, 1 - 1 / 11.0}, within(1e-12));
    }

    @Test
    void isNothingForWhoIsNearerToAnotherAndMissingForWhoIsInNone() {
        // The means are 0 and 6: the first row of the second lies at 2.
        var found = confidence(new Assignments(2, 0, 1, 1, Assignments.NOISE), 0, 2, 10, 3);
        assertThat(found[1]).isZero();
        assertThat(found[3]).isNaN();
    }

    @Test
    void clustersOfOneMeanTellNothingAndASingleOneIsCertain() {
        assertThat(confidence(new Assignments(2, 0, 1), 5, 5)).containsExactly(0, 0);
        assertThat(confidence(new Assignments(1, 0, 0), 4, 6)).containsExactly(1, 1);
        assertThat(confidence(new Assignments(2, 0, 0), 4, 6)).containsExactly(1, 1);
    }
}
