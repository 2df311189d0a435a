package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.table.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalCloudTest {
    @Test
    void aDrawHasTheMeansSpreadsAndCorrelationsOfTheRows() {
        // The third column is the first twice, the fourth is constant.
        var rows = new Matrix(
                List.of("a", "b", "twice", "constant"), 8, 2, 16, 7, 10, 3, 20, 7, 10, 3, 20, 7, 12, 4, 24, 7);

        var drawn = NormalCloud.of(rows).draw(200_000, new Seed(1).generator());

        assertThat(mean(drawn, 0)).isCloseTo(10, within(0.02));
        assertThat(mean(drawn, 1)).isCloseTo(3, within(0.01));
        assertThat(covariance(drawn, 0, 0)).isCloseTo(covariance(rows, 0, 0), within(0.03));
        assertThat(covariance(drawn, 0, 1)).isCloseTo(covariance(rows, 0, 1), within(0.02));
        assertThat(drawn.get(77, 2)).isCloseTo(2 * drawn.get(77, 0), within(1e-9));
        assertThat(drawn.get(77, 3)).isEqualTo(7);
    }

    private static double mean(Matrix rows, int column) {
        double sum = 0;
        for (int row = 0; row < rows.rowCount(); row++) {
            sum += rows.get(row, column);
        }
        return sum / rows.rowCount();
    }

    private static double covariance(Matrix rows, int one, int other) {
        double oneMean = mean(rows, one);
        double otherMean = mean(rows, other);
        double sum = 0;
        for (int row = 0; row < rows.rowCount(); row++) {
            sum += (rows.get(row, one) - oneMean) * (rows.get(row, other) - otherMean);
        }
        return sum / rows.rowCount();
    }
}
