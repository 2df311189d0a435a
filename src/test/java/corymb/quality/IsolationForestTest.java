package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import smile.anomaly.IsolationForest.Options;

/** Rows apart from the rest score high, rows amid it do not, and another implementation ranks them alike. */
class IsolationForestTest {
    private static final int ROWS = 2_000;
    private static final int COLUMNS = 3;

    /** A round cloud, and ten rows far out in directions of their own. */
    private static double[] cloudAndTen() {
        var random = new Random(4);
        var values = new double[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            boolean isApart = i / COLUMNS < 10;
            values[i] = isApart ? (random.nextBoolean() ? 8 : -8) + random.nextGaussian() : random.nextGaussian();
        }
        return values;
    }

    private static Matrix matrix(double... values) {
        return new Matrix(List.of("a", "b", "c"), values);
    }

    private static double[] scores(double[] values, long seed) {
        var matrix = matrix(values);
        return IsolationForest.fit(matrix, new Seed(seed), Progress.NONE).scores(matrix, Progress.NONE);
    }

    @Test
    void theRowsApartScoreHighestAndTheMiddleBelowOneHalf() {
        var values = cloudAndTen();
        var scores = scores(values, 1);
        var ranked = IntStream.range(0, ROWS)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .limit(10)
                .toList();
        assertThat(ranked).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Arrays.stream(scores, 0, 10).min().orElseThrow()).isGreaterThan(0.65);
        var forest = IsolationForest.fit(matrix(values), new Seed(1), Progress.NONE);
        assertThat(forest.score(0, 0, 0)).isLessThan(0.5);
    }

    @Test
    void ranksRowsAsSmileDoes() {
        var values = cloudAndTen();
        var rows = new double[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            rows[row] = Arrays.copyOfRange(values, row * COLUMNS, (row + 1) * COLUMNS);
        }
        var other = smile.anomaly.IsolationForest.fit(rows, new Options(100, 0, 256.0 / ROWS, 0));
        var theirs = Arrays.stream(rows).mapToDouble(other::score).toArray();
        assertThat(new SpearmansCorrelation().correlation(scores(values, 1), theirs))
                .isGreaterThan(0.9);
    }

    @Test
    void aSeedGivesTheSameScoresAndAnotherSimilarOnes() {
        var values = cloudAndTen();
        assertThat(scores(values, 3)).isEqualTo(scores(values, 3));
        assertThat(scores(values, 4)).isNotEqualTo(scores(values, 3));
        assertThat(scores(values, 4)[0]).isCloseTo(scores(values, 3)[0], within(0.1));
    }

    @Test
    void rowsThatAreAllAlikeAreNoneOfThemUnusual() {
        var scores = scores(new double[ROWS * COLUMNS], 1);
        assertThat(scores).containsOnly(scores[0]);
        assertThat(scores[0]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void fewRowsAreEnough() {
        assertThat(scores(new double[] {1, 1, 1, 9, 9, 9}, 1)).hasSize(2).containsOnly(0.5);
    }
}
