package corymb.chart;

import corymb.chart.ChartSpec.Mark;
import corymb.chart.ChartSpec.RankedBars;
import corymb.recommend.Evaluation;
import corymb.recommend.Method;
import corymb.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of what is recommended, and of how good that is. */
public final class RecommendationCharts {
    private RecommendationCharts() {}

    /**
     * The items that reach most customers.
     *
     * @param items {@code item_id}, {@code title} and {@code customers}, most first, at least one
     * @param customers how many customers have recommendations
     */
    public static ChartSpec mostRecommended(Table items, long customers) {
        var numbers = Numbers.local();
        double most = items.numbers("customers").get(0);
        var finding = "%s of customers get %s".formatted(numbers.percent(most / customers), items.text(0, "title"));
        return new RankedBars(
                new Caption(finding, "Customers who get the item, the most recommended items"),
                Axis.of("Customers"),
                IntStream.range(0, items.rowCount())
                        .mapToObj(row -> new Mark(
                                items.text(row, "item_id"),
                                items.text(row, "title"),
                                items.numbers("customers").get(row),
                                Palette.ACCENT))
                        .toList());
    }

    /** Similar items against popular ones, measure by measure. */
    public static ChartSpec comparison(Evaluation similar, Evaluation popular) {
        var marks = new ArrayList<Mark>();
        add(marks, "Precision", similar, popular, Evaluation::precision);
        add(marks, "Recall", similar, popular, Evaluation::recall);
        add(marks, "MAP", similar, popular, Evaluation::map);
        add(marks, "NDCG", similar, popular, Evaluation::ndcg);
        return new RankedBars(
                new Caption(
                        finding(similar, popular),
                        "Measures of the %d best items against the last %d choices of %s customers"
                                .formatted(
                                        similar.cutoff(),
                                        similar.heldOut(),
                                        Numbers.local().count(similar.customers()))),
                Axis.of(""),
                marks);
    }

    private static String finding(Evaluation similar, Evaluation popular) {
        if (!(similar.recall() > 0 && popular.recall() > 0)) {
            return "Neither way foretells what customers choose next";
        }
        var better = similar.recall() >= popular.recall() ? similar : popular;
        var worse = better.equals(similar) ? popular : similar;
        return "%s foretell %s times as many of the next choices as %s"
                .formatted(
                        name(better),
                        Numbers.local().prose(better.recall() / worse.recall()),
                        name(worse).toLowerCase(Locale.ROOT));
    }

    private static void add(
            List<Mark> marks,
            String measure,
            Evaluation similar,
            Evaluation popular,
            ToDoubleFunction<Evaluation> value) {
        marks.add(new Mark(measure, measure + ", similar items", value.applyAsDouble(similar), Palette.ACCENT));
        marks.add(new Mark(measure, measure + ", popular items", value.applyAsDouble(popular), Palette.GREYED));
    }

    private static String name(Evaluation evaluation) {
        return evaluation.plan().method() == Method.ITEM_KNN ? "Similar items" : "Popular items";
    }
}
