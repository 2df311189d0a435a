package corymb.ui.experiments;

import corymb.chart.Numbers;
import corymb.experiment.Analysis;
import corymb.experiment.Analysis.Comparison;
import corymb.experiment.Analysis.Variant;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.ui.kit.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a test that ran has shown, as tables and sentences. */
final class AnalysisTables {
    private static final MathContext FIGURES = new MathContext(6);

    private AnalysisTables() {}

    /** The metrics that could be compared, in order. */
    static List<String> metrics(Analysis analysis) {
        return analysis.metrics().stream().map(Comparison::name).distinct().toList();
    }

    /** How probably each variant is better, in words. */
    static List<String> chances(Analysis analysis) {
        return analysis.metrics().stream()
                .map(each -> Texts.of(
                        "experiments.chance",
                        probability(each.bayes().probabilityBetter()),
                        each.variant(),
                        analysis.control(),
                        each.name(),
                        loss(each)))
                .toList();
    }

    private static String probability(double better) {
        double nearlySure = 0.999;
        if (better > nearlySure) {
            return Texts.of("experiments.moreThan", Numbers.local().prose(nearlySure * 100));
        }
        return better < 1 - nearlySure
                ? Texts.of("experiments.lessThan", Numbers.local().prose(100 - nearlySure * 100))
                : Numbers.local().percent(better);
    }

    private static String loss(Comparison each) {
        double loss = each.bayes().expectedLoss();
        if (loss < 1e-5 * Math.abs(each.basis().control().mean())) {
            return Texts.of("experiments.nothing");
        }
        return each.basis().isRate()
                ? Texts.of("experiments.pointsLong", Numbers.local().prose(loss * 100))
                : Numbers.local().prose(loss);
    }

    static String excluded(Analysis analysis) {
        var people = analysis.people();
        var numbers = Numbers.local();
        return Texts.of(
                "experiments.excluded",
                numbers.count(people.total()),
                numbers.count(people.inSeveralVariants()),
                numbers.count(people.unusableRows()));
    }

    static Table variants(Analysis analysis) {
        var variants = analysis.variants();
        return new Table(List.of(
                texts("experiments.columnVariant", variants, Variant::name),
                numbers("experiments.columnCustomers", ColumnType.INTEGER, variants, Variant::customers),
                numbers("experiments.columnExpected", ColumnType.DECIMAL, variants, Variant::expected)));
    }

    static Table comparisons(Analysis analysis) {
        var each = analysis.metrics();
        return new Table(List.of(
                texts("experiments.columnMetric", each, Comparison::name),
                texts("experiments.columnVariant", each, Comparison::variant),
                decimals(
                        "experiments.columnControlMean",
                        each,
                        one -> one.basis().control().mean()),
                decimals(
                        "experiments.columnMean",
                        each,
                        one -> one.basis().variant().mean()),
                decimals("experiments.columnDifference", each, one -> one.lift().absolute()),
                decimals("experiments.columnLow", each, one -> one.interval().low()),
                decimals("experiments.columnHigh", each, one -> one.interval().high()),
                decimals("experiments.columnRelative", each, one -> one.lift().relative() * 100),
                decimals(
                        "experiments.columnRelativeLow",
                        each,
                        one -> one.lift().relativeInterval().low() * 100),
                decimals(
                        "experiments.columnRelativeHigh",
                        each,
                        one -> one.lift().relativeInterval().high() * 100),
                decimals("experiments.columnP", each, one -> one.test().pValue()),
                decimals("experiments.columnAdjusted", each, Comparison::adjustedPValue),
                decimals("experiments.columnBetter", each, one -> one.bayes().probabilityBetter() * 100),
                texts("experiments.columnMethod", each, one -> one.test().test())));
    }

    private static <T> Column texts(String key, List<T> rows, Function<T, String> text) {
        return new TextColumn(Texts.of(key), rows.stream().map(text).toList());
    }

    private static <T> Column decimals(String key, List<T> rows, ToDoubleFunction<T> value) {
        return numbers(key, ColumnType.DECIMAL, rows, value);
    }

    private static <T> Column numbers(String key, ColumnType type, List<T> rows, ToDoubleFunction<T> value) {
        return new NumberColumn(
                Texts.of(key),
                type,
                rows.stream()
                        .mapToDouble(row -> figures(value.applyAsDouble(row)))
                        .toArray());
    }

    /** Six significant figures, as no test knows more; what is not finite is missing. */
    private static double figures(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).round(FIGURES).doubleValue() : Double.NaN;
    }
}
