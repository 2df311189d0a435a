package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Correlation;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Measures of association agree with numpy 1.24.2 and scipy 1.10.1. */
class AssociatingTest {
    private static final double[] X = {1, 2, 2, 3, 5, 8, 13, 21, 34, 55};
    private static final double[] Y = {2, 1, 4, 3, 3, 9, 10, 30, 20, 80};

    private static Correlation column(double... values) {
        return new Correlation(new NumberColumn("x", ColumnType.DECIMAL, values));
    }

    /** scipy.stats.pearsonr(x, y) and scipy.stats.spearmanr(x, y). */
    @Test
    void correlationsAreThoseOfScipy() {
        assertThat(column(X).pearson(column(Y))).isCloseTo(0.934784796126679, within(1e-12));
        assertThat(column(X).spearman(column(Y))).isCloseTo(0.9146341463414634, within(1e-12));
    }

    /** numpy.corrcoef of the eight rows in which both are there, and of their ranks. */
    @Test
    void rowsWithAMissingValueAreLeftOutPairByPair() {
        var x = X.clone();
        var y = Y.clone();
        x[3] = Double.NaN;
        y[7] = Double.NaN;
        assertThat(column(x).pearson(column(y))).isCloseTo(0.9337359743166003, within(1e-12));
        assertThat(column(x).spearman(column(y))).isCloseTo(0.9221722216732094, within(1e-12));
    }

    @Test
    void aRisingCurveHasRankCorrelationOneAndAFallingOneMinusOne() {
        var cubes = new double[20];
        var falling = new double[20];
        var places = new double[20];
        for (int i = 0; i < 20; i++) {
            places[i] = i;
            cubes[i] = Math.pow(i, 9);
            falling[i] = Math.exp(-i);
        }
        assertThat(column(places).spearman(column(cubes))).isCloseTo(1, within(1e-12));
        assertThat(column(places).spearman(column(falling))).isCloseTo(-1, within(1e-12));
        assertThat(column(places).pearson(column(cubes))).isLessThan(0.9);
    }

    @Test
    void correlationsNeverLeaveTheirRange() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            double scale = Math.pow(10, random.nextInt(600) - 300);
            double offset = random.nextGaussian() * 1e3;
            var x = random.doubles(20).map(value -> (value + offset) * scale).toArray();
            var y = random.doubles(20).map(value -> random.nextInt(4)).toArray();
            var sum = new double[20];
            for (int i = 0; i < 20; i++) {
                sum[i] = x[i] * 0.5;
            }
            assertThat(column(x).pearson(column(y))).isBetween(-1.0, 1.0);
            assertThat(column(x).spearman(column(y))).isBetween(-1.0, 1.0);
            assertThat(column(x).pearson(column(sum))).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aColumnThatDoesNotVaryHasNoCorrelation() {
        assertThat(column(1, 1, 1, 1).pearson(column(1, 2, 3, 4))).isNaN();
        assertThat(column(1, Double.NaN, 2).pearson(column(1, 2, 3))).isNaN();
        assertThat(column(Double.POSITIVE_INFINITY, 2, 3, 5).pearson(column(1, 2, 3, 5)))
                .isCloseTo(1, within(1e-12));
    }

    private static Contingency categories(List<String> values) {
        return new Contingency(new TextColumn("x", values));
    }

    /** Of the table ((10, 2, 3), (4, 8, 5)), worked out with numpy from Bergsma's formula; uncorrected it would be 0.453. */
    @Test
    void cramersVIsCorrectedForItsBias() {
        int[][] cells = {{10, 2, 3}, {4, 8, 5}};
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int n = 0; n < cells[i][j]; n++) {
                    left.add("r" + i);
                    right.add("c" + j);
                }
            }
        }
        assertThat(categories(left).cramersV(categories(right))).isCloseTo(0.38151988541776916, within(1e-12));
    }

    @Test
    void categoriesThatTellEachOtherHaveVOneAndThoseThatDoNotHaveNone() {
        var one = new ArrayList<String>();
        var same = new ArrayList<String>();
        var other = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            one.add("a" + i % 4);
            same.add("b" + (i % 4 + 1));
            other.add("c" + i / 4 % 3);
        }
        assertThat(categories(one).cramersV(categories(same))).isCloseTo(1, within(1e-12));
        assertThat(categories(one).cramersV(categories(other))).isZero();
        assertThat(categories(one).cramersV(categories(java.util.Collections.nCopies(120, "x"))))
                .isNaN();
    }

    @Test
    void pairsStandInTheOrderTheyAreAskedFor() {
        var names = List.of("a", "b", "c", "d");
        var all = new Associations(Measure.PEARSON, names, 0, 9, List.of(0.12, 0.13, 0.14, 0.23, 0.24, 0.34));
        assertThat(all.between(0, 3)).isEqualTo(0.14);
        assertThat(all.between(2, 1)).isEqualTo(0.23);
        assertThat(all.between(3, 2)).isEqualTo(0.34);
        assertThat(all.pairs().get(4)).isEqualTo(new Associations.Pair("b", "d", 0.24));
    }
}
