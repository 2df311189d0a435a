package corymb.report;

import corymb.chart.Numbers;
import corymb.quality.ColumnDetail;
import corymb.quality.ColumnProfile;
import corymb.quality.DistinctCount;
import corymb.quality.TextLengths;
import corymb.quality.ValueCount;
import java.util.List;
import java.util.stream.Collectors;

/** What one column holds, as a part of an HTML page that unfolds. */
final class ColumnHtml {
    private ColumnHtml() {}

    static String details(ColumnProfile column) {
        var detail = column.detail();
        return "<details><summary>" + HtmlPage.text(column.name()) + "</summary><table>"
                + row("Different values", about(column.distinct()))
                + row("There only once", about(detail.unique())) + numbers(column)
                + lengths(detail.lengths())
                + values("Most frequent", column.top())
                + values("Least frequent", detail.bottom())
                + values(
                        "Looks like, in " + count(detail.shapes().rows()) + " rows",
                        detail.shapes().most())
                + "</table></details>";
    }

    private static String numbers(ColumnProfile column) {
        if (!column.type().isNumeric()) {
            return "";
        }
        var numbers = Numbers.local();
        var detail = column.detail();
        return row("Mean", numbers.prose(column.numbers().mean()))
                + row("Standard deviation", numbers.prose(column.numbers().deviation()))
                + detail.quantiles().stream()
                        .map(quantile -> row(
                                numbers.percent(quantile.share()) + " lie below", quantile(detail, quantile.value())))
                        .collect(Collectors.joining())
                + (detail.infinite() == 0 ? "" : row("Too large to reckon with", count(detail.infinite())));
    }

    private static String quantile(ColumnDetail detail, double value) {
        return (detail.areQuantilesApproximate() ? "≈ " : "") + Numbers.local().prose(value);
    }

    private static String lengths(TextLengths lengths) {
        return lengths.equals(TextLengths.NONE)
                ? ""
                : row(
                        "Characters",
                        count(lengths.shortest()) + " to " + count(lengths.longest()) + ", "
                                + Numbers.local().prose(lengths.mean()) + " on average");
    }

    private static String values(String name, List<ValueCount> values) {
        return values.isEmpty()
                ? ""
                : row(
                        name,
                        values.stream()
                                .map(value -> QualityHtml.shortened(value.value()) + " (" + count(value.rows()) + ")")
                                .collect(Collectors.joining(", ")));
    }

    private static String about(DistinctCount count) {
        return (count.isApproximate() ? "≈ " : "") + count(count.values());
    }

    private static String count(long rows) {
        return Numbers.local().count(rows);
    }

    private static String row(String name, String value) {
        return "<tr><td class=\"muted\">" + name + "<td>" + HtmlPage.text(value);
    }
}
