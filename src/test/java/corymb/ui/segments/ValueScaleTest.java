package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.feature.Histogram;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueScaleTest {
    /** Bins from 0 to 1,000 with so many customers each. */
    private static Histogram histogram(int... counts) {
        double width = 1_000.0 / counts.length;
        return new Histogram(IntStream.range(0, counts.length)
                .mapToObj(i -> new Histogram.Bin("", i * width, (i + 1) * width, counts[i]))
                .toList());
    }

    @Test
    void theManyWhoHaveLittleStandFarApart() {
        var even = ValueScale.of(histogram(1, 5, 9, 5, 1), false);
        assertThat(even.place(200)).isCloseTo(0.2, within(1e-12));
        var skewed = ValueScale.of(histogram(900, 60, 20, 5, 3, 2, 1, 1, 1, 1), false);
        // The cube root of a tenth: half the customers are in the first bin, the middle of which is a twentieth of the
        // way.
        assertThat(skewed.place(100)).isCloseTo(0.464, within(1e-3));
        assertThat(skewed.place(-1)).isZero();
        assertThat(skewed.place(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void numbersAtPlacesAreRoundAndKeysPassEachWholeOne() {
        var skewed = ValueScale.of(histogram(900, 60, 20, 5, 3, 2, 1, 1, 1, 1), true);
        assertThat(skewed.number(0)).isZero();
        assertThat(skewed.number(1)).isEqualTo(1_000);
        double number = 0;
        for (int step = 1; number < 1_000; step++) {
            double next = skewed.next(skewed.place(number), 1);
            assertThat(next).isGreaterThan(number);
            assertThat(skewed.next(skewed.place(next), -1)).isLessThan(next);
            assertThat(step).isLessThan(1_000);
            number = next;
        }
        assertThat(skewed.next(0, 1)).isEqualTo(1);
        assertThat(skewed.next(1, 1)).isEqualTo(1_000);
    }

    @Test
    void aSingleNumberHasAScaleToo() {
        var one = ValueScale.of(new Histogram(java.util.List.of(new Histogram.Bin("7", 7, 7, 3))), true);
        assertThat(one.number(0)).isEqualTo(7);
        assertThat(one.place(7)).isBetween(0.0, 1.0);
    }
}
