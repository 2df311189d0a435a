package corymb.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.experiment.SimulationPlan.Design;
import corymb.stats.Seed;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestSimulationTest extends KernelContract<Simulation> {
    private static final int RUNS = 2_000;

    @Override
    protected Simulation run(Progress progress) {
        var plan = plan(new SimulatedMetric.Value("spend"), Effect.relative(0.1), Peek.DAILY);
        return TestSimulation.run(plan, values(500), progress);
    }

    @Override
    protected Simulation runLong(Progress progress) {
        var design = new Design(14, 4_000, Peek.NEVER, 0.05, new Share(1));
        var plan = new SimulationPlan(
                "Regulars", new SimulatedMetric.Value("spend"), Effect.relative(0.1), design, new Seed(1));
        return TestSimulation.run(plan, values(20_000), progress);
    }

    @Override
    protected List<Job<Simulation>> edgeCases() {
        return Stream.of(
                        new double[] {},
                        new double[] {1},
                        new double[] {7, 7, 7, 7},
                        new double[] {Double.NaN, Double.NaN},
                        new double[] {Double.NaN, 1, 2, 3},
                        new double[] {1e308, -1e308, 1e308})
                .flatMap(values -> Stream.of(
                                new SimulatedMetric.Value("spend"),
                                new SimulatedMetric.Conversion("spend"),
                                new SimulatedMetric.GivenConversion(0.1))
                        .map(metric -> job(metric, values)))
                .toList();
    }

    private static Job<Simulation> job(SimulatedMetric metric, double... values) {
        var plan = plan(metric, Effect.relative(0.1), Peek.DAILY);
        var column = new NumberColumn("spend", ColumnType.DECIMAL, values);
        return new Job<>(
                metric + " of " + Arrays.toString(values), progress -> TestSimulation.run(plan, column, progress));
    }

    private static NumberColumn values(int members) {
        return new NumberColumn(
                "spend",
                ColumnType.DECIMAL,
                new Seed(5).generator().doubles(members).toArray());
    }

    private static SimulationPlan plan(SimulatedMetric metric, Effect effect, Peek peek) {
        return new SimulationPlan(
                "Regulars", metric, effect, new Design(14, RUNS, peek, 0.05, new Share(1)), new Seed(1));
    }

    private static SimulationPlan planOf(Design design) {
        return new SimulationPlan(
                "Regulars", new SimulatedMetric.GivenConversion(0.1), Effect.relative(0.2), design, new Seed(1));
    }

    /** Four standard errors of a share of 2,000 runs. */
    private static double band(double share) {
        return 4 * Math.sqrt(share * (1 - share) / RUNS);
    }

    /** 3,838 a group find 10 against 12 % with 80 % power, by the closed formula. */
    @Test
    void powerAndFalseAlarmsOfConversionsAreThoseOfTheFormula() {
        var plan = plan(new SimulatedMetric.GivenConversion(0.1), Effect.absolute(0.02), Peek.NEVER);
        var result = TestSimulation.run(plan, 2 * 3838, Progress.NONE);
        assertThat(result.power().value()).isCloseTo(0.8, within(band(0.8)));
        assertThat(result.falsePositiveRate().value()).isCloseTo(0.05, within(band(0.05)));
        assertThat(result.power().standardError()).isCloseTo(0.0089, within(0.0008));
        assertThat(result.rates().stoppedEarly().value()).isZero();
        assertThat(result.lift().truth()).isCloseTo(0.02, within(1e-12));
        assertThat(result.lift().mean()).isCloseTo(0.02, within(4 * 0.00714 / Math.sqrt(RUNS)));
        // The middle 95 % of the estimates span 2 x 1.96 standard errors of sqrt(0.1956 / 3838).
        var quantiles = result.lift().quantiles();
        assertThat(quantiles.getLast().value() - quantiles.getFirst().value()).isCloseTo(0.02798, within(0.0025));
        assertThat(result.days()).hasSize(14);
        assertThat(result.days().getFirst().power().value())
                .isLessThan(result.power().value());
    }

    /** Customers whose history is a tenth of yes behave as a given tenth. */
    @Test
    void conversionsFromHistoryUseTheMembersOwnRate() {
        var history = new NumberColumn(
                "orders_90d",
                ColumnType.INTEGER,
                IntStream.range(0, 4_000).mapToDouble(i -> i % 10 == 0 ? 3 : 0).toArray());
        var plan = plan(new SimulatedMetric.Conversion("orders_90d"), Effect.relative(0.2), Peek.NEVER);
        var result = TestSimulation.run(plan, history, Progress.NONE);
        assertThat(result.crowd().baseline()).isEqualTo(0.1);
        double expected = PowerAnalysis.power(PowerPlan.of(0.1, Effect.relative(0.2)), 2_000);
        assertThat(result.power().value()).isCloseTo(expected, within(band(expected)));
    }

    /** A bootstrap of normal values with effect 0.2 deviations and 393.4 a group has 80 % power (Cohen). */
    @Test
    void valuesOfCustomersHaveThePowerOfTheTTest() {
        var random = new Seed(3).generator();
        var values = DoubleStream.generate(random::nextGaussian).limit(5_000).toArray();
        double deviation = Math.sqrt(corymb.stats.Moments.of(values).variance());
        var design = new Design(7, RUNS, Peek.NEVER, 0.05, new Share(787.0 / 5_000));
        var plan = new SimulationPlan(
                "Regulars", new SimulatedMetric.Value("spend"), Effect.absolute(0.2 * deviation), design, new Seed(1));
        var result = TestSimulation.run(plan, new NumberColumn("spend", ColumnType.DECIMAL, values), Progress.NONE);
        assertThat(result.crowd().enrolled()).isEqualTo(787);
        assertThat(result.power().value()).isCloseTo(0.8, within(band(0.8)));
        assertThat(result.falsePositiveRate().value()).isCloseTo(0.05, within(band(0.05)));
    }

    /** Armitage, McPherson and Rowe 1969, table 2: repeated tests at 5 % give 14.2 % after 5 and 19.3 % after 10 looks. */
    @Test
    void lookingEveryDayInflatesFalseAlarmsAsPublished() {
        var metric = new SimulatedMetric.GivenConversion(0.4);
        var result = TestSimulation.run(
                new SimulationPlan(
                        "Regulars",
                        metric,
                        Effect.absolute(0.02),
                        new Design(10, RUNS, Peek.DAILY, 0.05, new Share(1)),
                        new Seed(1)),
                5_000,
                Progress.NONE);
        assertThat(result.falsePositiveRate().value()).isCloseTo(0.193, within(band(0.193)));
        assertThat(result.days().get(4).peekingFalsePositiveRate().value()).isCloseTo(0.142, within(band(0.142)));
        assertThat(result.days().getLast().falsePositiveRate().value()).isCloseTo(0.05, within(band(0.05)));
        assertThat(result.rates().stoppedEarly().value())
                .isPositive()
                .isLessThan(result.power().value());
        assertThat(result.statement()).contains(" it stops before the last day. ");
        assertThat(result.lift().mean()).isGreaterThan(result.lift().truth());
        assertThat(result.rates().wrongDirection().value()).isPositive().isLessThan(0.1);
        assertThat(result.statement()).contains("looking every day").contains("raises the false positive rate");
    }

    @Test
    void anotherSeedGivesOtherRuns() {
        var values = values(500);
        var plan = plan(new SimulatedMetric.Value("spend"), Effect.relative(0.1), Peek.DAILY);
        var other = new SimulationPlan(plan.segment(), plan.metric(), plan.effect(), plan.design(), new Seed(2));
        assertThat(TestSimulation.run(other, values, Progress.NONE).lift())
                .isNotEqualTo(TestSimulation.run(plan, values, Progress.NONE).lift());
    }

    @Test
    void customersWithoutAValueStayOut() {
        var values = new NumberColumn(
                "spend",
                ColumnType.DECIMAL,
                IntStream.range(0, 100)
                        .mapToDouble(i -> i % 2 == 0 ? i : Double.NaN)
                        .toArray());
        var plan = plan(new SimulatedMetric.Value("spend"), Effect.relative(0.1), Peek.NEVER);
        var crowd = TestSimulation.run(plan, values, Progress.NONE).crowd();
        assertThat(crowd).isEqualTo(new Simulation.Crowd(100, 50, 50, 49));
    }

    @Test
    void emptyTinyAndConstantSegmentsAreProblems() {
        var value = plan(new SimulatedMetric.Value("spend"), Effect.relative(0.1), Peek.NEVER);
        assertProblem(value, List.of(), "segment");
        assertProblem(value, List.of(1.0), "segment", "metric");
        assertProblem(value, java.util.Collections.nCopies(100, 7.0), "metric");
        var conversion = plan(new SimulatedMetric.Conversion("orders"), Effect.relative(0.1), Peek.NEVER);
        assertProblem(conversion, List.of(Double.NaN), "segment");
        assertProblem(conversion, java.util.Collections.nCopies(100, 0.0), "metric");
        assertProblem(conversion, java.util.Collections.nCopies(100, 1.0), "metric");
    }

    @Test
    void impossibleDesignsAreProblems() {
        var all = new Share(1);
        for (var design : List.of(
                new Design(0, 100, Peek.NEVER, 0.05, all),
                new Design(14, 1, Peek.NEVER, 0.05, all),
                new Design(14, 100, Peek.NEVER, 0, all),
                new Design(14, 100, Peek.NEVER, 0.05, new Share(0.001)))) {
            assertThatThrownBy(() -> TestSimulation.run(planOf(design), 1_000, Progress.NONE))
                    .isInstanceOf(Failure.class);
        }
    }

    private static void assertProblem(SimulationPlan plan, List<Double> values, String... places) {
        var column = new NumberColumn(
                "spend",
                ColumnType.DECIMAL,
                values.stream().mapToDouble(Double::doubleValue).toArray());
        assertThatThrownBy(() -> TestSimulation.run(plan, column, Progress.NONE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().where()).isIn((Object[]) places));
    }
}
