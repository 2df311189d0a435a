package corymb.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestsOfMeansTest {
    private static final Moments FIRST = Moments.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    private static final Moments SECOND = Moments.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    /** Student's sleep data, as R's ?t.test prints it. */
    @Test
    void welchOnTheSleepData() {
        var welch = new WelchTest(SECOND, FIRST);
        assertThat(welch.test().statistic()).isCloseTo(-1.8608134674868526, withinPercentage(1e-9));
        assertThat(welch.test().degreesOfFreedom()).isCloseTo(17.776473516178495, withinPercentage(1e-9));
        assertThat(welch.test().pValue()).isCloseTo(0.07939414018735823, withinPercentage(1e-7));
        assertThat(welch.interval(0.05).low()).isCloseTo(-3.365483230711636, within(1e-7));
        assertThat(welch.interval(0.05).high()).isCloseTo(0.20548323071163632, within(1e-7));
    }

    @Test
    void welchFromSummariesOfTheReference() {
        for (var each : Reference.part("welch_from_summary")) {
            var first = new Moments(
                    each.get("n1").asLong(),
                    each.get("mean1").asDouble(),
                    Math.pow(each.get("sd1").asDouble(), 2));
            var second = new Moments(
                    each.get("n2").asLong(),
                    each.get("mean2").asDouble(),
                    Math.pow(each.get("sd2").asDouble(), 2));
            var welch = new WelchTest(first, second);
            assertThat(-welch.test().statistic()).isCloseTo(each.get("welch_t").asDouble(), withinPercentage(1e-6));
            assertThat(welch.test().pValue()).isCloseTo(each.get("welch_p").asDouble(), withinPercentage(1e-6));
            var expected = each.get("welch_ci95_mean2_minus_mean1");
            assertThat(welch.interval(0.05).low()).isCloseTo(expected.get(0).asDouble(), withinPercentage(1e-5));
            assertThat(welch.interval(0.05).high()).isCloseTo(expected.get(1).asDouble(), withinPercentage(1e-5));
        }
    }

    /** NIST StRD NumAcc4: 10000000.2 once, then 10000000.1 and 10000000.3 500 times; mean 10000000.2, deviation 0.1. */
    @Test
    void momentsOfLargeNumbersKeepTheirDigits() {
        var values = new double[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3;
        }
        var moments = Moments.of(values);
        assertThat(moments.mean()).isCloseTo(10000000.2, within(1e-8));
        assertThat(Math.sqrt(moments.variance())).isCloseTo(0.1, within(1e-8));
    }

    @Test
    void nothingToTestWhereNothingVaries() {
        assertThat(new WelchTest(Moments.of(1, 1, 1), Moments.of(1, 1)).isTestable())
                .isFalse();
        assertThat(new WelchTest(Moments.of(1), Moments.of(1, 2)).isTestable()).isFalse();
        assertThat(new WelchTest(FIRST, SECOND).isTestable()).isTrue();
    }

    @Test
    void adjustedPValuesOfAFourTestExample() {
        var pValues = List.of(0.01, 0.04, 0.03, 0.005);
        assertClose(MultipleTesting.holm(pValues), 0.03, 0.06, 0.06, 0.02);
        assertClose(MultipleTesting.benjaminiHochberg(pValues), 0.02, 0.04, 0.04, 0.02);
        assertThat(MultipleTesting.holm(List.of())).isEmpty();
    }

    @Test
    void adjustedPValuesOfTheReference() {
        var reference = Reference.part("multiple_testing");
        var pValues = Arrays.stream(Reference.numbers(reference.get("p_values")))
                .boxed()
                .toList();
        assertClose(MultipleTesting.holm(pValues), Reference.numbers(reference.get("holm")));
        assertClose(MultipleTesting.benjaminiHochberg(pValues), Reference.numbers(reference.get("fdr_bh")));
    }

    private static void assertClose(List<Double> actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i)).isCloseTo(expected[i], within(1e-12));
        }
    }
}
