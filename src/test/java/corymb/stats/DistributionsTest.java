package corymb.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class DistributionsTest {
    /** The asymptotic series density(z) / z x (1 - 1/z^2 + 3/z^4 - 15/z^6) of the normal tail. */
    private static double millsTail(double z) {
        return StandardNormal.density(z) / z * (1 - 1 / (z * z) + 3 / Math.pow(z, 4) - 15 / Math.pow(z, 6));
    }

    @Test
    void farNormalTailsKeepTheirDigits() {
        assertThat(StandardNormal.survival(30)).isCloseTo(millsTail(30), withinPercentage(1e-7));
        assertThat(StandardNormal.survival(37)).isPositive();
        assertThat(StandardNormal.cumulative(-37)).isEqualTo(StandardNormal.survival(37));
    }

    @Test
    void normalQuantilesAreThoseOfTables() {
        assertThat(StandardNormal.critical(0.05)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(StandardNormal.quantile(0.8)).isCloseTo(0.8416212335729143, within(1e-12));
    }

    /** With one degree of freedom, T is Cauchy's: P(|T| at least t) = 1 - 2 atan(t) / pi. */
    @Test
    void oneDegreeOfFreedomIsCauchy() {
        for (double t : new double[] {0, 0.3, 0.999, 1, 1.5, 40, 1e6}) {
            double expected = 2 / Math.PI * Math.atan2(1, t);
            assertThat(new StudentT(1).twoSided(t)).isCloseTo(expected, withinPercentage(1e-9));
        }
    }

    @Test
    void farTailsOfTWithManyDegreesApproachTheNormal() {
        double p = new StudentT(1e9).twoSided(20);
        assertThat(p)
                .isCloseTo(StandardNormal.twoSided(20), withinPercentage(0.01))
                .isPositive();
        assertThat(new StudentT(30).survival(-2) + new StudentT(30).survival(2)).isCloseTo(1, within(1e-14));
        assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(0));
    }

    /** Without noncentrality the tails beyond the critical value are the level itself. */
    @Test
    void centralTHasItsLevelBeyondItsCriticalValue() {
        for (double degrees : new double[] {2, 3, 10, 100, 1e5}) {
            var t = new StudentT(degrees);
            assertThat(t.beyond(t.critical(0.05), 0)).isCloseTo(0.05, within(1e-9));
        }
    }

    /** Of an even number 2m of degrees, the tail is exp(-x/2) times the first m terms of the series of exp(x/2). */
    @Test
    void chiSquareTailsAreThoseOfTheirSeries() {
        assertThat(ChiSquareTest.survival(100, 4)).isCloseTo(Math.exp(-50) * 51, withinPercentage(1e-9));
        assertThat(ChiSquareTest.survival(1400, 2)).isCloseTo(Math.exp(-700), withinPercentage(1e-7));
        assertThat(ChiSquareTest.survival(0, 3)).isEqualTo(1);
    }
}
