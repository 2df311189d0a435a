package corymb.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TestsOfProportionsTest {
    private static final TwoProportions BASIC =
            new TwoProportions(new Proportion(200, 2000), new Proportion(250, 2000));

    /** 200 of 2,000 against 250 of 2,000: closed forms, recomputed with SciPy. */
    @Test
    void closedFormsOfTwoHundredAgainstTwoHundredAndFifty() {
        assertThat(BASIC.zTest().statistic()).isCloseTo(2.501955, within(1e-6));
        assertThat(BASIC.zTest().pValue()).isCloseTo(0.0123509, within(1e-7));
        var plain = ChiSquareTest.independence(BASIC.table());
        assertThat(plain.statistic()).isCloseTo(6.259781, within(1e-6));
        assertThat(plain.pValue()).isCloseTo(BASIC.zTest().pValue(), within(1e-12));
        var corrected = ChiSquareTest.independenceYates(BASIC.table());
        assertThat(corrected.statistic()).isCloseTo(6.011894, within(1e-6));
        assertThat(corrected.pValue()).isCloseTo(0.0142098, within(1e-7));
        assertThat(BASIC.wald(0.05).low()).isCloseTo(0.005431, within(1e-6));
        assertThat(BASIC.wald(0.05).high()).isCloseTo(0.044569, within(1e-6));
        assertThat(BASIC.newcombe(0.05).low()).isCloseTo(0.005410, within(1e-6));
        assertThat(BASIC.newcombe(0.05).high()).isCloseTo(0.044624, within(1e-6));
    }

    @Test
    void posteriorsOfTwoHundredAgainstTwoHundredAndFifty() {
        var control = BetaPosterior.of(BASIC.control());
        var treated = BetaPosterior.of(BASIC.treated());
        assertThat(treated.probabilityAbove(control)).isCloseTo(0.9938143, within(1e-7));
        assertThat(treated.expectedLoss(control)).isCloseTo(1.9976e-5, within(1e-9));
    }

    /** Beta(1, 1) against Beta(n, 1): P(U above the largest of n uniforms) = 1 / (n + 1). */
    @Test
    void posteriorOfUniformsHasItsClosedForm() {
        for (long n : new long[] {1, 7, 1_000_000}) {
            var uniform = new BetaPosterior(1, 1);
            var largest = new BetaPosterior(n, 1);
            assertThat(uniform.probabilityAbove(largest)).isCloseTo(1.0 / (n + 1), withinPercentage(1e-7));
            assertThat(largest.probabilityAbove(uniform)).isCloseTo(n / (n + 1.0), withinPercentage(1e-7));
        }
    }

    /** E(max(B - A, 0)) of two uniforms is 1/6. */
    @Test
    void lossBetweenTwoUniformsIsASixth() {
        var uniform = new BetaPosterior(1, 1);
        assertThat(uniform.expectedLoss(uniform)).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void hopelessVariantsHaveAProbabilityThatIsSmallButNotZero() {
        var worse = BetaPosterior.of(new Proportion(2262, 21306));
        var better = BetaPosterior.of(new Proportion(3894, 21307));
        assertThat(worse.probabilityAbove(better)).isPositive().isLessThan(1e-100);
        assertThat(better.probabilityAbove(worse)).isCloseTo(1, within(1e-8));
    }

    @Test
    void allTwoProportionCasesOfTheReference() {
        for (var each : Reference.part("two_proportions")) {
            var pair = new TwoProportions(proportion(each, "1"), proportion(each, "2"));
            assertThat(pair.zTest().statistic()).isCloseTo(each.get("z_pooled").asDouble(), withinPercentage(1e-4));
            assertThat(pair.zTest().pValue()).isCloseTo(each.get("p_two_sided").asDouble(), withinPercentage(1e-4));
            var yates = ChiSquareTest.independenceYates(pair.table());
            assertThat(yates.statistic()).isCloseTo(each.get("chi2_yates").asDouble(), withinPercentage(1e-4));
            assertThat(yates.pValue()).isCloseTo(each.get("p_chi2_yates").asDouble(), withinPercentage(1e-4));
            assertCloseTo(pair.wald(0.05), each.get("ci95_diff_wald"));
            assertCloseTo(pair.newcombe(0.05), each.get("ci95_diff_newcomb"));
            assertThat(BetaPosterior.of(pair.treated()).probabilityAbove(BetaPosterior.of(pair.control())))
                    .isCloseTo(each.get("prob_2_beats_1_beta11").asDouble(), withinPercentage(1e-4));
        }
    }

    @Test
    void wilsonIntervalsOfTheReference() {
        for (var each : Reference.part("one_proportion_ci")) {
            var proportion =
                    new Proportion(each.get("x").asLong(), each.get("n").asLong());
            assertCloseTo(proportion.wilson(0.05), each.get("wilson"));
        }
    }

    @Test
    void sampleRatiosOfTheReference() {
        for (var each : Reference.part("sample_ratio_mismatch")) {
            var observed = List.of(Reference.numbers(each.get("observed")));
            var counts = java.util.Arrays.stream(observed.getFirst())
                    .mapToObj(count -> (long) count)
                    .toList();
            var weights = java.util.Arrays.stream(Reference.numbers(each.get("expected_ratio")))
                    .boxed()
                    .toList();
            var test = ChiSquareTest.goodnessOfFit(counts, weights);
            assertThat(test.statistic()).isCloseTo(each.get("chi2").asDouble(), withinPercentage(1e-6));
            assertThat(test.pValue()).isCloseTo(each.get("p").asDouble(), withinPercentage(1e-6));
        }
    }

    /** Vectors of the Smile library's own tests; a naive 1 - CDF gives 0 for the last two. */
    @Test
    void chiSquareVectorsOfAnotherLibrary() {
        var bins = ChiSquareTest.goodnessOfFit(
                List.of(20L, 22L, 13L, 22L, 10L, 13L), List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0));
        assertThat(bins.statistic()).isCloseTo(8.36, within(1e-9));
        assertThat(bins.pValue()).isCloseTo(0.1375, within(1e-4));
        var yates = ChiSquareTest.independenceYates(List.of(List.of(12L, 7L), List.of(5L, 7L)));
        assertThat(yates.statistic()).isCloseTo(0.6411, within(1e-4));
        assertThat(yates.pValue()).isCloseTo(0.4233, within(1e-4));
        var rows = ChiSquareTest.independence(List.of(List.of(8L, 13L, 16L, 10L, 3L), List.of(4L, 9L, 14L, 16L, 7L)));
        assertThat(rows.statistic()).isCloseTo(5.179, within(1e-3));
        assertThat(rows.pValue()).isCloseTo(0.2695, within(1e-4));
        var far = ChiSquareTest.goodnessOfFit(List.of(150L, 50L, 150L, 50L), List.of(1.0, 1.0, 1.0, 1.0));
        assertThat(far.pValue()).isCloseTo(1.554159431389605e-21, withinPercentage(1e-6));
        var table = ChiSquareTest.independenceYates(List.of(List.of(100L, 10L), List.of(10L, 100L)));
        assertThat(table.pValue()).isCloseTo(3.520591654384769e-33, withinPercentage(1e-6));
    }

    /** Four groups of smokers (R's ?prop.test) and parties by sex (Agresti 2007). */
    @Test
    void tablesOfManyColumns() {
        var smokers = ChiSquareTest.independence(List.of(List.of(83L, 90L, 129L, 70L), List.of(3L, 3L, 7L, 12L)));
        assertThat(smokers.pValue()).isCloseTo(0.005585476661627036, withinPercentage(1e-6));
        var party = ChiSquareTest.independence(List.of(List.of(762L, 327L, 468L), List.of(484L, 239L, 477L)));
        assertThat(party.statistic()).isCloseTo(30.070149095754672, withinPercentage(1e-9));
        assertThat(party.pValue()).isCloseTo(2.9535891832117595e-7, withinPercentage(1e-6));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquareTest.independence(List.of(List.of(1L, 2L), List.of(1L))));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquareTest.goodnessOfFit(List.of(1L), List.of(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
        assertThat(new TwoProportions(new Proportion(0, 5), new Proportion(0, 9)).isTestable())
                .isFalse();
    }

    private static Proportion proportion(JsonNode node, String group) {
        return new Proportion(
                node.get("x" + group).asLong(), node.get("n" + group).asLong());
    }

    private static void assertCloseTo(Interval interval, JsonNode expected) {
        assertThat(interval.low()).isCloseTo(expected.get(0).asDouble(), within(1e-9));
        assertThat(interval.high()).isCloseTo(expected.get(1).asDouble(), within(1e-9));
    }
}
