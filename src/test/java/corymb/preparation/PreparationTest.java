package corymb.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.preparation.Step.Curve;
import corymb.preparation.Step.Fill;
import corymb.stats.Scaling;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps learn and do is what scikit-learn 1.9.1 does, by its transformers fitted to the same few numbers. */
class PreparationTest extends KernelContract<Preparation> {
    private static final List<String> ALL = List.of();
    private static final double[] X = {1, 2, 2, 3, 5, 8, 13, 21, 34, 55};
    private static final double[] Y = {-4, -2, 0, 0, 1, 3, 4, 7, 20, 30};
    private static final PreparationPlan WHOLE = plan(
            new Step.Impute(ALL, Fill.MEDIAN),
            new Step.Impute(ALL, Fill.MODE),
            new Step.Winsorise(ALL, 0.01, 0.99),
            new Step.Transform(ALL, Curve.YEO_JOHNSON),
            new Step.GroupRare(ALL, 0.01),
            new Step.OneHot(ALL, 12),
            new Step.DropConstant(ALL, 0),
            new Step.DropCorrelated(ALL, 0.95),
            new Step.Scale(ALL, Scaling.STANDARD),
            new Step.Components(ALL, 5));

    @Override
    protected Preparation run(Progress progress) {
        return Preparation.fit(WHOLE, made(20_000, 8, 30), progress);
    }

    @Override
    protected Preparation runLong(Progress progress) {
        return Preparation.fit(WHOLE, made(250_000, 12, 30), progress);
    }

    @Override
    protected List<Job<Preparation>> edgeCases() {
        return List.of(
                edge("no rows", made(0, 3, 3)),
                edge("one row", made(1, 3, 3)),
                edge("constant columns", table(number("x", 3, 3, 3, 3), number("y", 0, 0, 0, 0))),
                edge("nothing there", table(number("x", Double.NaN, Double.NaN))),
                edge("infinite", table(number("x", Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY, 2))),
                edge("no columns", table()),
                edge("100,000 levels", made(100_000, 1, 100_000)),
                edge("2,000 columns", made(50, 2_000, 2)),
                edge("identical rows", table(text("t", Collections.nCopies(9, "a")), number("x", new double[9]))));
    }

    private static Job<Preparation> edge(String title, Table rows) {
        return new Job<>(title, progress -> {
            var fitted = Preparation.fit(WHOLE, rows, progress);
            assertThat(fitted.apply(rows).toArray()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            return fitted;
        });
    }

    /** Skewed numbers with gaps, and texts of which some are common. */
    private static Table made(int rows, int numbers, int levels) {
        var random = new SplittableRandom(7);
        var columns = new ArrayList<Column>();
        for (int column = 0; column < numbers; column++) {
            var values = new double[rows];
            Arrays.setAll(values, _ -> random.nextInt(20) == 0 ? Double.NaN : Math.exp(random.nextGaussian()));
            columns.add(number("x" + column, values));
        }
        columns.add(text(
                "text",
                IntStream.range(0, rows)
                        .mapToObj(_ -> "t" + (int) (levels * random.nextDouble() * random.nextDouble()))
                        .toList()));
        return new Table(columns);
    }

    private static PreparationPlan plan(Step... steps) {
        return new PreparationPlan(List.of(steps));
    }

    private static Table table(Column... columns) {
        return new Table(List.of(columns));
    }

    private static Column number(String name, double... values) {
        return new NumberColumn(name, ColumnType.DECIMAL, values);
    }

    private static Column text(String name, List<String> values) {
        return new TextColumn(name, values);
    }

    private static Matrix prepared(Table learntFrom, Table rows, Step... steps) {
        return Preparation.fit(plan(steps), learntFrom, Progress.NONE).apply(rows);
    }

    private static double[] bent(Curve curve, double[] learntFrom, double... values) {
        return prepared(table(number("x", learntFrom)), table(number("x", values)), new Step.Transform(ALL, curve))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"MEAN, 4.2", "MEDIAN, 5", "MODE, 1"})
    void gapsAreFilledAsBySimpleImputer(Fill fill, double expected) {
        var rows = table(number("x", 5, 1, 1, 5, Double.NaN, 9));
        assertThat(prepared(rows, rows, new Step.Impute(ALL, fill)).get(4, 0)).isCloseTo(expected, within(1e-12));
    }

    /** PowerTransformer(standardize=False) and its lambdas. */
    @Test
    void powersAreThoseOfPowerTransformer() {
        assertThat(bent(Curve.BOX_COX, X, 1, 8, 55))
                .containsExactly(new double[] {0, 1.92452085, 3.45821963}, within(1e-6));
        assertThat(bent(Curve.YEO_JOHNSON, Y, -4, 3, 30))
                .containsExactly(new double[] {-6.67458625, 2.02362175, 9.44454329}, within(1e-6));
        assertThat(Bend.boxCox(Progress.NONE, X))
                .isInstanceOfSatisfying(
                        Bend.BoxCox.class, bend -> assertThat(bend.power()).isCloseTo(-0.07545084, within(1e-6)));
        assertThat(Bend.yeoJohnson(Progress.NONE, Y))
                .isInstanceOfSatisfying(
                        Bend.YeoJohnson.class, bend -> assertThat(bend.power()).isCloseTo(0.51517454, within(1e-6)));
    }

    /** QuantileTransformer with as many quantiles as values, also for values that were not there. */
    @Test
    void quantilesAreThoseOfQuantileTransformer() {
        assertThat(bent(Curve.QUANTILE_UNIFORM, X, 0, 2, 2.5, 10, 55, 60))
                .containsExactly(new double[] {0, 0.16666667, 0.27777778, 0.6, 1, 1}, within(1e-8));
        assertThat(bent(Curve.QUANTILE_NORMAL, X, 0, 2, 2.5, 10, 55, 60))
                .containsExactly(
                        new double[] {-5.19933758, -0.96742157, -0.5894558, 0.2533471, 5.19933758, 5.19933758},
                        within(1e-6));
    }

    @Test
    void logarithmsAreOfOneMoreThanTheValue() {
        assertThat(bent(Curve.LOG, X, 0, Math.E - 1)).containsExactly(new double[] {0, 1}, within(1e-15));
    }

    /** StandardScaler, RobustScaler and MinMaxScaler of a value that was not there. */
    @ParameterizedTest
    @CsvSource({"STANDARD, -0.6188284", "ROBUST, -0.14925373", "MINMAX, 0.05555556", "NONE, 4"})
    void scalesAreThoseOfTheScalers(Scaling scaling, double expected) {
        var scaled = prepared(table(number("x", X)), table(number("x", 4)), new Step.Scale(ALL, scaling));
        assertThat(scaled.get(0, 0)).isCloseTo(expected, within(1e-7));
    }

    /** With as many quantiles as values a place is the mean rank exactly; scikit-learn parts some of such pairs by rounding. */
    @Test
    void equalValuesHaveTheMiddleOfTheirPlacesHoweverManyThereAre() {
        for (int pairs = 3; pairs <= 500; pairs++) {
            int last = 2 * pairs - 1;
            // Values that no sum of their parts hits by chance.
            var values = IntStream.range(0, 2 * pairs)
                    .mapToDouble(i -> Math.sqrt(i / 2 + 2))
                    .toArray();
            var places = bent(Curve.QUANTILE_UNIFORM, values, values);
            for (int i = 2; i < last - 1; i++) {
                assertThat(places[i]).as(i + " of " + last).isCloseTo((i / 2 * 2 + 0.5) / last, within(1e-12));
            }
        }
    }

    /** numpy.quantile(x, [0.1, 0.9]) is 1.9 and 36.1. */
    @Test
    void extremesArePulledInToTheQuantiles() {
        var rows = table(number("x", X));
        var pulled = prepared(rows, rows, new Step.Winsorise(ALL, 0.1, 0.9));
        assertThat(pulled.get(0, 0)).isCloseTo(1.9, within(1e-12));
        assertThat(pulled.get(9, 0)).isCloseTo(36.1, within(1e-12));
        assertThat(pulled.get(5, 0)).isEqualTo(8);
    }

    /** TargetEncoder(smooth=2.0), fitted and then asked for a value that was not there too. */
    @Test
    void targetsAreEncodedAsByTargetEncoder() {
        var learntFrom = table(text("t", List.of("a", "a", "b", "b", "b", "c")), number("y", 1, 2, 3, 5, 7, 4));
        var rows = table(text("t", List.of("a", "b", "c", "d")), number("y", 0, 0, 0, 0));
        var coded = prepared(learntFrom, rows, new Step.EncodeTarget(ALL, "y", 2));
        assertThat(coded.columnNames()).containsExactly("t");
        assertThat(coded.toArray())
                .containsExactly(new double[] {2.58333333, 4.46666667, 3.77777778, 3.66666667}, within(1e-8));
    }

    /** TargetEncoder(smooth=2.0, cv=3, shuffle=False).fit_transform of the rows in the order of their folds, and transform. */
    @Test
    void rowsOfAFoldAreToldByTheOthersAsByTargetEncoder() {
        var rows =
                table(text("t", List.of("a", "a", "b", "b", "b", "c", "a", "b")), number("y", 1, 2, 3, 5, 7, 4, 9, 6));
        var plan = plan(new Step.EncodeTarget(ALL, "y", 2, 3));

        var prepared = Preparation.prepare(plan, rows, Progress.NONE);

        assertThat(prepared.matrix().columnNames()).containsExactly("t");
        assertThat(prepared.matrix().toArray())
                .containsExactly(new double[] {3.6, 4.7, 5.6, 4.96, 4.2, 5, 3.6, 4.2}, within(1e-12));
        assertThat(prepared.preparation().apply(rows).toArray())
                .containsExactly(
                        new double[] {4.25, 4.25, 5.04166667, 5.04166667, 5.04166667, 4.41666667, 4.25, 5.04166667},
                        within(1e-8));
    }

    @Test
    void foldsThatLeaveNothingToLearnFromAreAProblem() {
        var one = table(text("t", List.of("a", "b")), number("y", 1, Double.NaN));
        assertProblem(one, "too few values", new Step.EncodeTarget(ALL, "y", 1, 2));
    }

    @Test
    void rareTextsAreTakenTogetherAndTheOthersGetColumns() {
        var learntFrom = table(text("t", List.of("a", "a", "a", "b", "b", "c", "d", "e", "f", "g")));
        var rows = table(text("t", List.of("a", "b", "c", "never seen")));
        var grouped = prepared(learntFrom, rows, new Step.GroupRare(ALL, 0.2), new Step.OneHot(ALL, 12));
        assertThat(grouped.columnNames()).containsExactly("t=(other)", "t=a", "t=b");
        assertThat(grouped.toArray()).containsExactly(0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0);
        var limited = prepared(learntFrom, rows, new Step.OneHot(ALL, 1));
        assertThat(limited.columnNames()).containsExactly("t=a", "t=(other)");
        assertThat(limited.toArray()).containsExactly(1, 0, 0, 1, 0, 1, 0, 1);
        assertThat(prepared(learntFrom, rows, new Step.EncodeFrequency(ALL)).toArray())
                .containsExactly(0.3, 0.2, 0.1, 0);
    }

    @Test
    void columnsThatDoNotVaryOrSayTheSameGo() {
        var rows = table(
                number("same", 4, 4, 4, 4),
                number("x", 1, 2, 3, 5),
                number("double", 2, 4, 6, 10),
                number("less", -1, -2, -3, -5),
                number("other", 1, -1, 1, -1));
        assertThat(prepared(rows, rows, new Step.DropConstant(ALL, 0), new Step.DropCorrelated(ALL, 0.99))
                        .columnNames())
                .containsExactly("x", "other");
    }

    /** PCA(2): components_, explained_variance_ratio_ and the place of a point. */
    @Test
    void directionsAreThoseOfPca() {
        var rows = table(
                number("a", 2.5, 0.5, 2.2, 1.9, 3.1, 2.3, 2, 1, 1.5, 1.1),
                number("b", 2.4, 0.7, 2.9, 2.2, 3.0, 2.7, 1.6, 1.1, 1.6, 0.9),
                number("c", 1, 2, 0, 5, 4, 3, 7, 1, 0, 2));
        var fitted = Preparation.fit(plan(new Step.Components(ALL, 2)), rows, Progress.NONE);
        var axes = (Learnt.Axes) fitted.learnt().getFirst();
        assertThat(axes.variances().getFirst()).isCloseTo(0.80376272, within(1e-8));
        assertThat(axes.axes().getFirst().get(2)).isCloseTo(0.99313517, within(1e-8));
        assertThat(axes.axes().get(1).get(1)).isCloseTo(0.74608932, within(1e-8));
        var placed = fitted.apply(table(number("a", 2), number("b", 2), number("c", 2)));
        assertThat(placed.toArray()).containsExactly(new double[] {-0.47199989, 0.24477974}, within(1e-8));
    }

    @Test
    void whatDoesNotFitIsAProblem() {
        var rows = table(number("x", -1, 2, Double.NaN), text("t", List.of("a", "b", "c")));
        assertProblem(rows, "of which there is no logarithm", new Step.Transform(ALL, Curve.LOG));
        assertProblem(rows, "Box–Cox", new Step.Transform(ALL, Curve.BOX_COX));
        assertProblem(rows, "is not there", new Step.Scale(List.of("z"), Scaling.ROBUST));
        assertProblem(rows, "holds no numbers", new Step.Scale(List.of("t"), Scaling.ROBUST));
        assertProblem(rows, "has gaps", new Step.Components(ALL, 1));
        assertProblem(rows, "still has gaps");
        assertProblem(rows, "still holds texts", new Step.Impute(ALL, Fill.MEAN));
    }

    private static void assertProblem(Table rows, String what, Step... steps) {
        assertThatThrownBy(() -> prepared(rows, rows, steps))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(what);
    }
}
