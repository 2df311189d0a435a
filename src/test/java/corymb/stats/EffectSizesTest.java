package corymb.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers were computed with SciPy 1.17.1 and NumPy by the formulas that the types name. */
class EffectSizesTest {
    private static final Moments ONE = Moments.of(3.1, 4.7, 5.0, 6.2, 7.7, 4.4);
    private static final Moments OTHER = Moments.of(2.0, 2.9, 3.3, 4.1, 1.2, 3.0, 2.2, 3.9);
    private static final List<List<Long>> COUNTS = List.of(List.of(120L, 80L, 30L), List.of(60L, 90L, 70L));

    @Test
    void hedgesGHasTheBiasTakenOff() {
        var size = new HedgesG(ONE, OTHER);
        assertThat(size.value()).isCloseTo(1.7389415041958656, within(1e-12));
        assertThat(size.interval(0.05).low()).isCloseTo(0.4998726074157722, within(1e-9));
        assertThat(size.interval(0.05).high()).isCloseTo(2.978010400975959, within(1e-9));
        assertThat(new HedgesG(OTHER, ONE).value()).isEqualTo(-size.value());
        assertThat(new HedgesG(Moments.of(1, 1), Moments.of(1, 1, 1)).isMeasurable())
                .isFalse();
    }

    /** {@code scipy.stats.contingency.association(…, method="cramer")}; the interval by brentq on {@code scipy.stats.ncx2.cdf}. */
    @Test
    void cramersVHasItsIntervalFromTheNoncentralChiSquare() {
        var size = new CramersV(COUNTS);
        assertThat(size.value()).isCloseTo(0.28434712928491795, within(1e-12));
        assertThat(size.test().pValue()).isCloseTo(1.2569529633306058e-08, within(1e-16));
        assertThat(size.interval(0.05).low()).isCloseTo(0.18713969728928256, within(1e-3));
        assertThat(size.interval(0.05).high()).isCloseTo(0.37332859157979575, within(1e-3));
        var hundredfold = new CramersV(COUNTS.stream()
                .map(row -> row.stream().map(count -> 100 * count).toList())
                .toList());
        assertThat(hundredfold.interval(0.05).low()).isCloseTo(0.2750680409135261, within(1e-4));
        assertThat(hundredfold.interval(0.05).high()).isCloseTo(0.2935480294245778, within(1e-4));
        assertThat(new CramersV(List.of(List.of(50L, 50L), List.of(50L, 50L)))
                        .interval(0.05)
                        .low())
                .isZero();
    }

    /** {@code scipy.stats.ncx2.cdf(x, df, nc)}. */
    @Test
    void theNoncentralChiSquareIsRightToTwoThousandths() {
        assertThat(new NoncentralChiSquare(2).cumulative(3, 1)).isCloseTo(0.6206436532195437, within(2e-3));
        assertThat(new NoncentralChiSquare(3).cumulative(10, 5)).isCloseTo(0.7066486477774525, within(2e-3));
        assertThat(new NoncentralChiSquare(5).cumulative(30, 40)).isCloseTo(0.11730300667610605, within(1e-3));
        assertThat(new NoncentralChiSquare(4).cumulative(1000, 950)).isCloseTo(0.7741708967481367, within(1e-4));
    }

    @Test
    void momentsOfPartsAreThoseOfTheWhole() {
        var whole = Moments.of(3.1, 4.7, 5.0, 6.2, 7.7, 4.4, 2.0, 2.9, 3.3, 4.1, 1.2, 3.0, 2.2, 3.9);
        var joined = ONE.with(OTHER);
        assertThat(joined.count()).isEqualTo(14);
        assertThat(joined.mean()).isCloseTo(whole.mean(), within(1e-14));
        assertThat(joined.variance()).isCloseTo(whole.variance(), within(1e-13));
        assertThat(ONE.with(new Moments(0, 0, 0))).isEqualTo(ONE);
        assertThat(Moments.of(1).with(Moments.of(3))).isEqualTo(Moments.of(1, 3));
    }
}
