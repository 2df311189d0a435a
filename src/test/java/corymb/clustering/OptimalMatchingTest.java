package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptimalMatchingTest {
    @Test
    void theBestPairsAreNotTheGreedyOnes() {
        assertThat(OptimalMatching.of(new double[][] {{9, 8}, {8, 1}})).containsExactly(1, 0);
        assertThat(OptimalMatching.of(new double[0][])).isEmpty();
    }

    /** Against trying every way to pair. */
    @Test
    void noOtherPairsWeighMore() {
        var chance = new Seed(5).generator();
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + chance.nextInt(5);
            int columns = rows + chance.nextInt(3);
            var weights = new double[rows][columns];
            for (var row : weights) {
                IntStream.range(0, columns).forEach(column -> row[column] = chance.nextInt(10) / 10.0);
            }
            var columnOf = OptimalMatching.of(weights);
            double sum = IntStream.range(0, rows)
                    .mapToDouble(row -> weights[row][columnOf[row]])
                    .sum();
            assertThat(columnOf).doesNotHaveDuplicates();
            assertThat(sum)
                    .isEqualTo(most(weights, 0, new boolean[columns]), org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    private static double most(double[][] weights, int row, boolean... isTaken) {
        if (row == weights.length) {
            return 0;
        }
        double most = 0;
        for (int column = 0; column < isTaken.length; column++) {
            if (!isTaken[column]) {
                isTaken[column] = true;
                most = Math.max(most, weights[row][column] + most(weights, row + 1, isTaken));
                isTaken[column] = false;
            }
        }
        return most;
    }
}
