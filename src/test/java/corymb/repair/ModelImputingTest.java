package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.reading.DecimalMark;
import corymb.repair.Repair.Imputation;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Missing values foretold from other columns. */
class ModelImputingTest {
    private static final double[][] ROWS = {{1, 10}, {2, 7}, {3, 8}, {4, 3}, {5, 4}, {6, 1}};
    private static final double[] VALUES = {2, 3, 7, 5, 9, 14};
    private static final int[] CLASSES = {0, 0, 1, 0, 1, 1};
    private static final double[] ASKED = {2.5, 6};

    private final DuckDbEngine engine = DuckDbEngine.open();
    private final RepairBench bench = new RepairBench(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation query(String query) {
        return engine.create("raw", Sql.of(query), Progress.NONE);
    }

    private RepairedRows model(Relation rows, String column, String... others) {
        return bench.run(rows, new Repair.Impute(column, Imputation.MODEL, List.of(), List.of(others), 0));
    }

    private static String note(RepairedRows made) {
        return made.outcomes().getFirst().note();
    }

    /** What R² or accuracy a note tells. */
    private static double told(RepairedRows made) {
        var number = Pattern.compile("(?:R² is|right in) (-?[0-9.]+)").matcher(note(made));
        assertThat(number.find()).as(note(made)).isTrue();
        return Double.parseDouble(number.group(1));
    }

    private static Standardising standardising() {
        var means = new double[] {3.5, 5.5};
        return Standardising.of(means, new double[] {17.5, 57.5}, 6);
    }

    private static Moments moments(boolean isOfClasses) {
        var moments = new Moments(2, isOfClasses ? 2 : 1);
        for (int i = 0; i < ROWS.length; i++) {
            var row = ROWS[i].clone();
            standardising().apply(row);
            moments.add(row, isOfClasses ? CLASSES[i] : 0, isOfClasses ? 1 : VALUES[i]);
        }
        return moments;
    }

    private static double[] asked() {
        var row = ASKED.clone();
        standardising().apply(row);
        return row;
    }

    /** By numpy 2.4.6: lstsq over the standardised rows with two more, √2 times the unit matrix, for the penalty. */
    @Test
    void ridgeIsTheLeastSquaresOfRowsWithThePenalty() {
        assertThat(Ridge.fit(moments(false), 2).value(0, asked())).isCloseTo(5.2313910475441725, within(1e-10));
    }

    /** By numpy 2.4.6: the hat matrix written out for each power of ten; the least is at 0.01 times the rows. */
    @Test
    void thePenaltyHasTheLeastGeneralisedCrossValidation() {
        assertThat(Ridge.fit(moments(false)).value(0, asked())).isCloseTo(3.799499388571285, within(1e-9));
    }

    /** By numpy 2.4.6: logarithms of the two normal densities, of the covariance within classes drawn by 0.01. */
    @Test
    void discriminantsAreLogDensities() {
        var model = Discriminant.fit(moments(true));
        assertThat(model.value(1, asked()) - model.value(0, asked())).isCloseTo(-20.87275754170157, within(1e-9));
        assertThat(model.highest(asked())).isZero();
    }

    @Test
    void anExactLineIsFound() {
        var raw = query("select cast(case when i % 7 = 0 then null else 3 * i + 2 * j - 5 end as double) as y, i, j "
                + "from (select range as i, (range * 37) % 101 as j from range(500))");
        var made = model(raw, "y", "i", "j");
        var wrong = engine.number(
                Sql.of("select max(abs(y - (3 * i + 2 * j - 5))) from "
                        + made.rows().quoted() + " where i > 0 and i < 497"),
                Progress.NONE);
        assertThat(wrong).isLessThan(1e-4);
        assertThat(told(made)).isEqualTo(1);
        assertThat(bench.column(made, "y_imputed").subList(0, 3)).containsExactly("true", "false", "false");
        assertThat(made.outcomes().getFirst().rows()).isEqualTo(72);
    }

    @Test
    void valuesStayWholeAndBetweenTheKnownOnes() {
        var raw = query(
                "select case when i < 10 then null else cast(i as bigint) // 2 end as y, i from (select range as i from range(200))");
        var made = model(raw, "y", "i");
        assertThat(bench.column(made, "y").subList(0, 10)).containsOnly("5");
        assertThat(made.rows().schema().fields().getFirst().type())
                .isEqualTo(raw.schema().fields().getFirst().type());
    }

    /** The expected shares: what a sign tells is right, and the mode of 2:1 classes is right in about two thirds. */
    @Test
    void classesAreForetoldFromNumbersTextsAndTruthValues() {
        var raw = query(
                "select case when i % 10 = 0 then null when i % 3 = 0 then 'gold' else 'basic' end as tier, "
                        + "case when i % 3 = 0 then 'Bern' else 'Genf' end as city, i % 3 = 0 as is_old, "
                        + "timestamp '2024-01-01' + to_days(cast(i as integer)) as joined from (select range as i from range(600))");
        var made = model(raw, "tier", "city", "joined");
        assertThat(told(made)).isEqualTo(100);
        assertThat(bench.column(made, "tier").get(0)).isEqualTo("gold");
        assertThat(bench.column(made, "tier").get(10)).isEqualTo("basic");
        var booleans = query("select case when i % 10 = 0 then null else i > 300 end as b, i, "
                + "case when i % 2 = 0 then 'x' end as t from (select range as i from range(600))");
        var truth = model(booleans, "b", "i", "t");
        assertThat(bench.column(truth, "b").get(10)).isEqualTo("false");
        assertThat(bench.column(truth, "b").get(590)).isEqualTo("true");
    }

    @Test
    void timesAreForetoldAsTimes() {
        var raw = query(
                "select case when i = 50 then null else timestamp '2024-01-01' + to_hours(cast(i as integer)) end as t, "
                        + "case when i = 50 then null else date '2024-01-01' + cast(i as integer) end as d, i "
                        + "from (select range as i from range(100))");
        assertThat(bench.column(model(raw, "t", "i"), "t").get(50)).isEqualTo("2024-01-03T02:00:00Z");
        assertThat(bench.column(model(raw, "d", "i"), "d").get(50)).isEqualTo("2024-02-20");
    }

    /** Of values without any connection, the mean is as good: the R² of a held-out part is then not far from 0. */
    @Test
    void aModelThatIsWorthNothingSaysSo() {
        var raw = query("select case when i % 5 = 0 then null else cast(hash(i) % 1000 as double) end as y, "
                + "cast(hash(i + 7777777) % 1000 as double) as x from (select range as i from range(4000))");
        assertThat(told(model(raw, "y", "x"))).isBetween(-0.02, 0.02);
    }

    @Test
    void rowsThatLackOtherValuesAreFilledAndTold() {
        var raw = query(
                "select case when i % 4 = 0 then null else cast(i as double) end as y, "
                        + "case when i % 8 = 0 then null else cast(i as double) end as x from (select range as i from range(80))");
        var made = model(raw, "y", "x");
        assertThat(bench.column(made, "y")).doesNotContain("");
        assertThat(note(made)).contains("10 of the rows to fill lack");
    }

    @Test
    void constantCollinearFewAndNoValuesAreDefined() {
        var constant = model(
                query("select * from (values (1.5::double, 7, 'a'), (2.5, 7, 'a'), (null, 7, 'a')) as v(y, x, t)"),
                "y",
                "x",
                "t");
        assertThat(bench.column(constant, "y")).containsExactly("1.5", "2.5", "2");
        assertThat(note(constant)).contains("Too few");
        var collinear = query(
                "select case when i % 9 = 0 then null else cast(4 * i as double) end as y, i, 2 * i as k, 1 - i as m "
                        + "from (select range as i from range(1, 200))");
        var made = model(collinear, "y", "i", "k", "m");
        assertThat(Double.parseDouble(bench.column(made, "y").get(8))).isCloseTo(36, within(1e-4));
        var none = bench.rows("y, x", "(null::double, 1), (null, 2)");
        assertThat(bench.column(model(none, "y", "x"), "y")).containsExactly("", "");
        assertThat(note(model(none, "y", "x"))).contains("No value is known");
        assertThat(bench.column(model(bench.rows("y, x", "(3, 1)"), "y", "x"), "y"))
                .containsExactly("3");
        assertThat(bench.column(model(query("select 1 as y, 2 as x where false"), "y", "x"), "y"))
                .isEmpty();
        var missing = bench.rows("y, x", "(1::double, null::double), (3, null), (null, null)");
        assertThat(bench.column(model(missing, "y", "x"), "y").getLast()).isEqualTo("2");
    }

    @Test
    void columnsThatDoNotFitAreRefused() {
        var raw = bench.rows("y, x", "(1::double, 2)");
        assertThat(model(raw, "y", "z").outcomes().getFirst().fits()).isFalse();
        assertThat(model(raw, "y", "Y").outcomes().getFirst().fits()).isFalse();
        assertThatThrownBy(() -> new Repair.Impute("y", Imputation.MODEL, List.of(), List.of(), 0))
                .hasMessageContaining("alike");
    }

    @Test
    void theSameRowsGiveTheSameValues() {
        var raw = query("select case when i % 5 = 0 then null else cast(hash(i) % 10 as double) + i end as y, "
                + "cast(hash(i) % 10 as double) as x, 'c' || (i % 40) as t from (select range as i from range(3000))");
        assertThat(bench.column(model(raw, "y", "x", "t"), "y"))
                .isEqualTo(bench.column(model(raw, "y", "x", "t"), "y"));
    }

    @Test
    void whoeverCancelsGetsNothing() {
        var raw = query("select case when i % 5 = 0 then null else i end as y, i, 'c' || (i % 7) as t, "
                + "cast(i as varchar) as n from (select range as i from range(3000))");
        var repairs = RepairBench.steps(
                new Repair.Numbers("n", DecimalMark.POINT),
                new Repair.Impute("y", Imputation.MODEL, List.of(), List.of("i", "t"), 0));
        var steps = new ArrayList<String>();
        new Repairing(engine, Context.NONE).run(raw, repairs, "whole", new JobProgress((_, step) -> steps.add(step)));
        assertThat(steps).anyMatch(step -> step.contains("a model of"));
        for (var at : steps) {
            var cancelling = new JobProgress[1];
            cancelling[0] = new JobProgress((_, step) -> {
                if (step.equals(at)) {
                    cancelling[0].cancel();
                }
            });
            assertThatThrownBy(() -> new Repairing(engine, Context.NONE).run(raw, repairs, "half", cancelling[0]))
                    .isInstanceOf(CancellationException.class);
            for (var left : List.of("half", "half_bench", "half_read", "half_foretold")) {
                assertThat(engine.has(left)).as(left).isFalse();
            }
        }
    }
}
