package corymb.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.work.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PowerAnalysisTest {
    private static final Path REFERENCE = Path.of("../shared/data/experiments-stats-reference/reference.json");

    /** The four accepted answers, recomputed in Python from the formulas as published. */
    @ParameterizedTest
    @CsvSource({
        "0.10, 0.12, UNPOOLED, 3838.10",
        "0.10, 0.12, POOLED, 3840.85",
        "0.10, 0.12, ARCSINE, 3834.60",
        "0.10, 0.12, EVAN_MILLER, 3622.62",
        "0.20, 0.25, UNPOOLED, 1090.99",
        "0.20, 0.25, POOLED, 1093.74",
        "0.20, 0.25, EVAN_MILLER, 1030.22",
        "0.05, 0.06, UNPOOLED, 8154.99",
        "0.05, 0.06, POOLED, 8157.73",
        "0.05, 0.06, EVAN_MILLER, 7663.00"
    })
    void sizesForRatesByNamedFormula(double from, double to, SampleSizeFormula formula, double expected) {
        var plan = new PowerPlan(from, Effect.absolute(to - from), ErrorRates.USUAL, Traffic.TWO_VARIANTS, formula);
        var size = PowerAnalysis.sampleSize(plan);
        assertThat(size.exactPerVariant()).isCloseTo(expected, within(0.006));
        assertThat(size.perVariant()).isEqualTo((long) Math.ceil(size.exactPerVariant()));
        assertThat(size.formula()).isEqualTo(formula.label());
        assertThat(PowerAnalysis.power(plan, size.exactPerVariant())).isCloseTo(0.8, within(1e-9));
    }

    /** Cohen's tables, refined with statsmodels. */
    @ParameterizedTest
    @CsvSource({
        "0.2, 0.8, 393.4056930002516",
        "0.5, 0.8, 63.765610587854056",
        "0.8, 0.8, 25.524571808897946",
        "1.0, 0.9, 22.02108836774674"
    })
    void sizesForMeansByTheNoncentralT(double d, double power, double expected) {
        var plan =
                new MetricPowerPlan(10, 3, Effect.absolute(3 * d), new ErrorRates(0.05, power), Traffic.TWO_VARIANTS);
        assertThat(PowerAnalysis.sampleSize(plan).exactPerVariant()).isCloseTo(expected, withinPercentage(1e-5));
    }

    @Test
    void powersOfTheReference() {
        var power = reference();
        for (var each : power.get("t_test_power")) {
            var plan = MetricPowerPlan.of(0, 1, Effect.absolute(each.get("d").asDouble()));
            assertThat(PowerAnalysis.power(plan, each.get("n_per_group").asDouble()))
                    .isCloseTo(each.get("power").asDouble(), withinPercentage(1e-6));
        }
        for (var each : power.get("proportions_power")) {
            assertThat(PowerAnalysis.power(
                            rates(each, 0.8, SampleSizeFormula.POOLED),
                            each.get("n_per_group").asDouble()))
                    .isCloseTo(each.get("power").asDouble(), withinPercentage(1e-6));
        }
    }

    /** Statsmodels also counts significant results in the wrong direction, a few millionths of the size. */
    @Test
    void sizesOfTheReference() {
        var power = reference();
        for (var each : power.get("proportions_r_power_prop_test")) {
            var plan = rates(each, each.get("power").asDouble(), SampleSizeFormula.POOLED);
            assertThat(PowerAnalysis.sampleSize(plan).exactPerVariant())
                    .isCloseTo(each.get("n_per_group").asDouble(), withinPercentage(1e-4));
        }
        for (var each : power.get("proportions_cohen_h")) {
            var plan = rates(each, each.get("power").asDouble(), SampleSizeFormula.ARCSINE);
            assertThat(PowerAnalysis.sampleSize(plan).exactPerVariant())
                    .isCloseTo(each.get("n_per_group").asDouble(), withinPercentage(1e-3));
        }
    }

    @Test
    void theSmallestEffectOfASizeNeedsThatSize() {
        for (var effect : new Effect[] {Effect.absolute(0.02), Effect.absolute(-0.02), Effect.relative(0.2)}) {
            var plan = PowerPlan.of(0.1, effect);
            var found = PowerAnalysis.minimumDetectableEffect(plan, 5_000);
            assertThat(found.isRelative()).isEqualTo(effect.isRelative());
            assertThat(Math.signum(found.size())).isEqualTo(Math.signum(effect.size()));
            assertThat(PowerAnalysis.sampleSize(plan.withEffect(found)).exactPerVariant())
                    .isCloseTo(5_000, withinPercentage(1e-6));
        }
        var means = MetricPowerPlan.of(20, 8, Effect.relative(-0.1));
        var found = PowerAnalysis.minimumDetectableEffect(means, 64);
        assertThat(found.size()).isCloseTo(-0.5 * 8 / 20, withinPercentage(0.5));
    }

    @Test
    void severalVariantsAreEachComparedAtAPartOfTheLevel() {
        var plan = new PowerPlan(
                0.1, Effect.relative(0.2), ErrorRates.USUAL, new Traffic(4, 1_000), SampleSizeFormula.UNPOOLED);
        var size = PowerAnalysis.sampleSize(plan);
        // (2.3939797998 + 0.8416212336)^2 x 0.1956 / 0.0004, with the normal quantile of 0.05 / 3 / 2.
        assertThat(size.exactPerVariant()).isCloseTo(5119.3968, within(0.01));
        assertThat(size.total()).isEqualTo(4 * 5120);
        assertThat(size.days()).hasValue(21);
        assertThat(size.note()).contains("3 variants").contains("Bonferroni");
    }

    @Test
    void daysAreUnknownWithoutTraffic() {
        assertThat(PowerAnalysis.sampleSize(PowerPlan.of(0.1, Effect.absolute(0.02)))
                        .days())
                .isEmpty();
    }

    @Test
    void theCurveRisesThroughThePlannedPower() {
        var plan = PowerPlan.of(0.1, Effect.absolute(0.02));
        var points = PowerAnalysis.curve(plan).points();
        assertThat(points).hasSize(60).isSortedAccordingTo((a, b) -> Double.compare(a.power(), b.power()));
        assertThat(points.get(29).perVariant()).isEqualTo(3838);
        assertThat(points.get(29).power()).isCloseTo(0.8, within(1e-4));
    }

    @Test
    void impossiblePlansSayWhatToDo() {
        assertProblem(PowerPlan.of(0, Effect.absolute(0.1)), "baseline");
        assertProblem(PowerPlan.of(0.5, Effect.absolute(0.6)), "effect");
        assertProblem(PowerPlan.of(0.5, Effect.absolute(0)), "effect");
        assertProblem(PowerPlan.of(0.5, Effect.absolute(1e-9)), "effect");
        assertProblem(PowerPlan.of(Double.NaN, Effect.absolute(0.1)), "baseline");
        assertProblem(MetricPowerPlan.of(1, 0, Effect.absolute(0.1)), "standard deviation");
        assertProblem(MetricPowerPlan.of(0, 1, Effect.relative(0.1)), "effect");
        assertThatThrownBy(() -> PowerAnalysis.minimumDetectableEffect(PowerPlan.of(0.5, Effect.absolute(0.1)), 3))
                .isInstanceOf(Failure.class);
    }

    private static void assertProblem(SizePlan plan, String where) {
        assertThatThrownBy(() -> PowerAnalysis.sampleSize(plan)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.problem().where()).isEqualTo(where);
            assertThat(failure.problem().remedy()).isNotEmpty();
        });
    }

    private static PowerPlan rates(JsonNode each, double power, SampleSizeFormula formula) {
        double from = each.get("p1").asDouble();
        return new PowerPlan(
                from,
                Effect.absolute(each.get("p2").asDouble() - from),
                new ErrorRates(0.05, power),
                Traffic.TWO_VARIANTS,
                formula);
    }

    private static JsonNode reference() {
        boolean isThere = Files.exists(REFERENCE);
        assumeTrue(isThere, () -> "Skipped: " + REFERENCE + " is not there");
        return new ObjectMapper().readTree(REFERENCE.toFile()).get("power");
    }
}
