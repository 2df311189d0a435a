package corymb.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far a distribution moved, by figures worked out by hand from the definitions and by what must hold of any. */
class DistributionShiftTest {
    /** Sum of (q - p) ln(q / p), sum of q ln(q / p), and the root of the mean divergence from the middle, for these ten shares. */
    @Test
    void anExampleOfFiveBinsHasTheIndexDivergenceAndDistanceOfTheFormulas() {
        var shift = DistributionShift.between(List.of(10L, 20L, 40L, 20L, 10L), List.of(5L, 15L, 40L, 25L, 15L));
        assertThat(shift.stability()).isCloseTo(0.0804719, within(5e-8));
        assertThat(shift.divergence()).isCloseTo(0.0387960, within(5e-8));
        assertThat(shift.distance()).isCloseTo(0.1197996, within(5e-8));
    }

    @Test
    void whatStaysTheSameHasNotMoved() {
        var shift = DistributionShift.between(List.of(3L, 5L, 2L), List.of(30L, 50L, 20L));
        assertThat(shift).isEqualTo(new DistributionShift(0, 0, 0, 1));
    }

    @Test
    void theDistanceOfDistributionsWithNothingInCommonIsOne() {
        var shift = DistributionShift.between(List.of(7L, 0L), List.of(0L, 9L));
        assertThat(shift.distance()).isCloseTo(1, within(1e-12));
        assertThat(shift.stability()).isBetween(10.0, 100.0);
    }

    @Test
    void theIndexAndTheDistanceAreTheSameBothWaysAndNeverBelowNought() {
        var random = new Seed(1).derive("shift").generator();
        for (int round = 0; round < 500; round++) {
            int bins = random.nextInt(2, 12);
            var some = IntStream.range(0, bins)
                    .mapToObj(_ -> random.nextLong(1, 1_000))
                    .toList();
            var others = IntStream.range(0, bins)
                    .mapToObj(_ -> random.nextLong(1, 1_000))
                    .toList();
            var there = DistributionShift.between(some, others);
            var back = DistributionShift.between(others, some);
            assertThat(there.stability())
                    .isCloseTo(back.stability(), within(1e-9))
                    .isNotNegative();
            assertThat(there.distance())
                    .isCloseTo(back.distance(), within(1e-9))
                    .isBetween(0.0, 1.0);
            assertThat(there.divergence() + back.divergence()).isCloseTo(there.stability(), within(1e-9));
        }
    }

    /** The reference given at the class: the index times nm/(n + m) is chi-square with one degree less than bins. */
    @Test
    void chanceAloneIsTakenForChanceAsOftenAsItShouldBe() {
        var random = new Seed(2).derive("chance").generator();
        int told = 0;
        for (int round = 0; round < 2_000; round++) {
            var counts = List.of(new long[10], new long[10]);
            for (int i = 0; i < 1_000; i++) {
                counts.getFirst()[random.nextInt(10)]++;
                counts.getLast()[random.nextInt(10)]++;
            }
            var shift = DistributionShift.between(
                    java.util.Arrays.stream(counts.getFirst()).boxed().toList(),
                    java.util.Arrays.stream(counts.getLast()).boxed().toList());
            told += shift.pValue() < 0.05 ? 1 : 0;
        }
        // 2,000 rounds at 5 %: 100, give or take four standard errors of 9.7.
        assertThat(told).isBetween(61, 139);
    }
}
