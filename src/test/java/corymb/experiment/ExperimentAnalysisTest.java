package corymb.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.experiment.AnalysisPlan.RatioCheck;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExperimentAnalysisTest {
    private static final Path COOKIE_CATS = Path.of("../shared/data/experiments-cookie-cats/cookie_cats.csv");
    private static final Engine ENGINE = DuckDbEngine.open(List.of(COOKIE_CATS.toAbsolutePath()));

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** Customers c0, c1, ...: of 2,000 a variant 200 convert in A and 250 in B; spend is i % 7, and 1 more in B. */
    private static Relation basic(String name) {
        return ENGINE.create(
                name,
                Sql.of("select 'c' || i as customer_id, 'banner' as experiment, if(i < 2000, 'A', 'B') as variant,"
                        + " timestamp '2026-01-01' + to_minutes(i) as timestamp,"
                        + " if(i < 2000, i < 200, i < 2250) as bought, (i % 7) + if(i < 2000, 0, 1) as spend,"
                        + " 5 as flat from range(4000) t(i)"),
                Progress.NONE);
    }

    private static AnalysisPlan plan(String... metrics) {
        return new AnalysisPlan("banner", "", List.of(metrics), 0.05, RatioCheck.EQUAL);
    }

    /** The closed forms of 200 of 2,000 against 250 of 2,000. */
    @Test
    void comparesRatesWithTheTwoProportionTest() {
        var analysis = ExperimentAnalysis.run(ENGINE, basic("rates"), plan("bought"), Progress.NONE);
        var bought = analysis.metrics().getFirst();
        assertThat(analysis.control()).isEqualTo("A");
        assertThat(bought.test().test()).isEqualTo("two-proportion z test");
        assertThat(bought.test().statistic()).isCloseTo(2.501955, within(1e-6));
        assertThat(bought.test().pValue()).isCloseTo(0.0123509, within(1e-7));
        assertThat(bought.adjustedPValue()).isEqualTo(bought.test().pValue());
        assertThat(bought.interval().low()).isCloseTo(0.005410, within(1e-6));
        assertThat(bought.interval().high()).isCloseTo(0.044624, within(1e-6));
        assertThat(bought.lift().absolute()).isCloseTo(0.025, within(1e-12));
        assertThat(bought.lift().relative()).isCloseTo(0.25, within(1e-12));
        // Delta method: 1.96 / 0.1 x sqrt(0.125 x 0.875 / 2000 + 1.25^2 x 0.1 x 0.9 / 2000).
        assertThat(bought.lift().relativeInterval().high() - 0.25).isCloseTo(0.2191306, within(1e-6));
        assertThat(bought.bayes().probabilityBetter()).isCloseTo(0.9938143, within(1e-7));
        assertThat(bought.bayes().expectedLoss()).isCloseTo(1.9976e-5, within(1e-9));
        assertThat(analysis.sampleRatio().pValue()).isEqualTo(1);
        assertThat(analysis.verdict())
                .isEqualTo("B raises bought: 12.5 % against 10 % in A, a difference of 0.541 to 4.46 percentage points"
                        + " (p = 0.0124).");
    }

    @Test
    void liftOverNothingHasNoRelativeSize() {
        var exposures = ENGINE.create(
                "nothing",
                Sql.of(
                        "select 'c' || i as customer_id, if(i < 100, 'control', 'b') as variant, i > 150 as bought from range(200) t(i)"),
                Progress.NONE);
        var bought = ExperimentAnalysis.run(ENGINE, exposures, AnalysisPlan.of(""), Progress.NONE)
                .metrics()
                .getFirst();
        assertThat(bought.lift().absolute()).isCloseTo(0.49, within(1e-12));
        assertThat(bought.lift().relative()).isNaN();
        assertThat(bought.lift().relativeInterval().high()).isInfinite();
    }

    @Test
    void comparesNumbersWithWelchAndAdjustsForSeveralMetrics() {
        var analysis = ExperimentAnalysis.run(ENGINE, basic("numbers"), plan("bought", "spend"), Progress.NONE);
        var spend = analysis.metrics().get(1);
        assertThat(spend.test().test()).isEqualTo("Welch t test");
        // i % 7 has variance 4 x n / (n - 1) over whole sevens: t = 1 / sqrt(2 x 4 / 2000), about 15.8.
        assertThat(spend.test().statistic()).isCloseTo(15.81, within(0.1));
        assertThat(spend.test().pValue()).isPositive().isLessThan(1e-50);
        assertThat(spend.bayes().probabilityBetter()).isCloseTo(1, within(1e-12));
        assertThat(spend.bayes().expectedLoss()).isNotNegative().isLessThan(1e-20);
        var bought = analysis.metrics().getFirst();
        assertThat(bought.adjustedPValue()).isEqualTo(bought.test().pValue());
        assertThat(spend.adjustedPValue()).isCloseTo(2 * spend.test().pValue(), withinPercentage(1e-9));
    }

    @Test
    void everyMetricIsComparedWhenNoneIsNamedAndWhatCannotBeIsSaid() {
        var analysis = ExperimentAnalysis.run(ENGINE, basic("all"), plan(), Progress.NONE);
        assertThat(analysis.metrics()).extracting("name").containsExactly("bought", "spend");
        assertThat(analysis.untested()).extracting("metric").containsExactly("flat");
        assertThat(analysis.verdict()).contains("flat of B could not be compared: There are too few values");
    }

    /** Five people in ten rows: p1 comes back, p3 sees both variants, one row lacks a customer, one a variant. */
    @Test
    void countsPeopleNotRowsAndLeavesOutThoseWhoSawSeveralVariants() {
        var exposures = ENGINE.create(
                "messy",
                Sql.of("select * from (values ('p1', 'x', 'control', timestamp '2026-01-02', 0, 9.5),"
                        + " ('p1', 'x', 'control', timestamp '2026-01-01', 1, 2.5), ('p2', 'x', 'control', timestamp '2026-01-01', 0, 4.0),"
                        + " ('p3', 'x', 'control', timestamp '2026-01-01', 1, 1.0), ('p3', 'x', 'b', timestamp '2026-01-03', 1, 1.0),"
                        + " ('p4', 'x', 'b', timestamp '2026-01-01', 1, 5.0), ('p5', 'x', 'b', null, 1, 'nan'::double),"
                        + " (null, 'x', 'b', null, 1, 1.0), ('p6', 'x', null, null, 1, 1.0), ('p7', 'y', 'b', null, 1, 1.0))"
                        + " t(customer_id, experiment, variant, timestamp, won, spend)"),
                Progress.NONE);
        var analysis = ExperimentAnalysis.run(ENGINE, exposures, AnalysisPlan.of("x"), Progress.NONE);
        assertThat(analysis.variants()).extracting("name").containsExactly("control", "b");
        assertThat(analysis.variants()).extracting("customers").containsExactly(2L, 2L);
        assertThat(analysis.people().inSeveralVariants()).isEqualTo(1);
        assertThat(analysis.people().unusableRows()).isEqualTo(2);
        var won = analysis.metrics().getFirst();
        assertThat(won.basis().control().mean()).isEqualTo(0.5);
        assertThat(won.basis().variant().mean()).isEqualTo(1);
        assertThat(analysis.untested()).extracting("metric").containsExactly("spend");
        assertThat(analysis.verdict()).contains("Customers left out for having seen several variants: 1.");
        assertThat(ExperimentAnalysis.names(ENGINE, exposures, Progress.NONE)).containsExactly("x", "y");
    }

    /** 600 against 400 gives chi-square 40, p 2.5396e-10; intended weights of 3 to 2 make it none. */
    @Test
    void wrongGroupSizesComeFirstInTheVerdict() {
        var exposures = ENGINE.create(
                "uneven",
                Sql.of(
                        "select 'c' || i as customer_id, if(i < 600, 'A', 'B') as variant, i % 3 = 0 as bought from range(1000) t(i)"),
                Progress.NONE);
        var analysis = ExperimentAnalysis.run(ENGINE, exposures, AnalysisPlan.of("any"), Progress.NONE);
        assertThat(analysis.sampleRatio().test().statistic()).isCloseTo(40, within(1e-9));
        assertThat(analysis.sampleRatio().pValue()).isCloseTo(2.5396e-10, withinPercentage(0.01));
        assertThat(analysis.sampleRatio().isMismatch()).isTrue();
        assertThat(analysis.verdict())
                .startsWith("The groups do not have the sizes they should have")
                .contains("0.001");
        var intended = new AnalysisPlan("any", "A", List.of(), 0.05, new RatioCheck(0.001, Map.of("A", 3.0, "B", 2.0)));
        assertThat(ExperimentAnalysis.run(ENGINE, exposures, intended, Progress.NONE)
                        .sampleRatio()
                        .isMismatch())
                .isFalse();
    }

    /** Published retention figures of 90,189 players and the tests recomputed from them with SciPy. */
    @Test
    void cookieCatsGivesThePublishedFigures() {
        boolean isThere = Files.exists(COOKIE_CATS);
        assumeTrue(isThere, () -> "Skipped: " + COOKIE_CATS + " is not there");
        var exposures = ENGINE.create(
                "cookie_cats",
                Sql.of(
                        "select userid::varchar as customer_id, 'gates' as experiment, version as variant,"
                                + " null::timestamp as timestamp, retention_1, retention_7, sum_gamerounds from read_csv(?)",
                        COOKIE_CATS.toAbsolutePath().toString()),
                Progress.NONE);
        var plan = new AnalysisPlan("gates", "gate_30", List.of(), 0.05, RatioCheck.EQUAL);
        var analysis = ExperimentAnalysis.run(ENGINE, exposures, plan, Progress.NONE);
        assertThat(analysis.variants()).extracting("customers").containsExactly(44_700L, 45_489L);
        assertThat(analysis.sampleRatio().test().statistic()).isCloseTo(6.902405, within(1e-6));
        assertThat(analysis.sampleRatio().pValue()).isCloseTo(0.0086080, within(1e-7));
        assertThat(analysis.sampleRatio().isMismatch()).isFalse();
        assertThat(analysis.verdict()).startsWith("The sizes of the groups are unusual (p = 0.0086, threshold 0.001)");
        assertThat(analysis.sampleRatio().isMismatch()).isFalse();
        var day1 = analysis.metrics().get(0);
        var day7 = analysis.metrics().get(1);
        var rounds = analysis.metrics().get(2);
        assertThat(day1.basis().control().mean()).isCloseTo(0.448188, within(1e-6));
        assertThat(day1.test().statistic()).isCloseTo(-1.784086, within(1e-6));
        assertThat(day1.test().pValue()).isCloseTo(0.0744097, within(1e-7));
        assertThat(day1.bayes().probabilityBetter()).isCloseTo(0.03720602517538446, within(1e-9));
        assertThat(day7.basis().variant().mean()).isCloseTo(0.182000, within(1e-6));
        assertThat(day7.test().statistic()).isCloseTo(-3.164359, within(1e-6));
        assertThat(day7.test().pValue()).isCloseTo(0.0015542, within(1e-7));
        assertThat(day7.adjustedPValue()).isCloseTo(3 * 0.001554249975614329, within(1e-12));
        assertThat(day7.bayes().probabilityBetter()).isCloseTo(0.0007773386645764509, within(1e-11));
        assertThat(day7.interval().low()).isCloseTo(-0.013281940871914845, within(1e-9));
        assertThat(rounds.test().statistic()).isCloseTo(-0.885437, within(1e-6));
        assertThat(rounds.test().pValue()).isCloseTo(0.375924, within(1e-6));
        assertThat(analysis.verdict()).contains("gate_40 lowers retention_7: 18.2 % against 19 % in gate_30");
        assertThat(ExperimentAnalysis.run(ENGINE, exposures, plan, Progress.NONE))
                .isEqualTo(analysis);
    }

    @Test
    void progressNeverGoesBackAndACancelledAnalysisStops() {
        var exposures = basic("progress");
        var seen = new ArrayList<Double>();
        ExperimentAnalysis.run(ENGINE, exposures, plan(), new JobProgress((fraction, _) -> seen.add(fraction)));
        assertThat(seen).isSorted().endsWith(1.0);
        var cancelled = new JobProgress((_, _) -> {});
        cancelled.cancel();
        assertThatThrownBy(() -> ExperimentAnalysis.run(ENGINE, exposures, plan(), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatIsNotThereIsAProblem() {
        var exposures = basic("problems");
        assertProblem(exposures, AnalysisPlan.of("unknown"), "Nobody took part");
        assertProblem(exposures, plan("unknown"), "no metric called unknown");
        assertProblem(
                exposures, new AnalysisPlan("banner", "Z", List.of(), 0.05, RatioCheck.EQUAL), "no variant called Z");
        assertProblem(exposures, new AnalysisPlan("banner", "A", List.of(), 0, RatioCheck.EQUAL), "significance level");
        var one = ENGINE.create("one", Sql.of("select 'c' as customer_id, 'A' as variant, 1 as won"), Progress.NONE);
        assertProblem(one, AnalysisPlan.of(""), "only one variant");
        var none = ENGINE.create("none", Sql.of("select * from one where false"), Progress.NONE);
        assertProblem(none, AnalysisPlan.of(""), "Nobody took part");
        var nameless = ENGINE.create("nameless", Sql.of("select 1 as won, 'A' as variant"), Progress.NONE);
        assertProblem(nameless, AnalysisPlan.of(""), "which customer");
    }

    private static void assertProblem(Relation exposures, AnalysisPlan plan, String words) {
        assertThatThrownBy(() -> ExperimentAnalysis.run(ENGINE, exposures, plan, Progress.NONE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().line()).contains(words));
    }
}
