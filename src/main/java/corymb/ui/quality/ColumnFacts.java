package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.ColumnProfile;
import corymb.quality.DistinctCount;
import corymb.quality.TextLengths;
import corymb.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of a column in words, in the order to be read. */
record ColumnFacts(ColumnView view, Numbers numbers) {
    /** A number of values that lie far from the rest, which open their rows. */
    static final String FAR = "quality.far";

    static Map<String, String> of(ColumnView view) {
        return new ColumnFacts(view, Numbers.local()).all();
    }

    private Map<String, String> all() {
        var column = view.column();
        var facts = new LinkedHashMap<String, String>();
        facts.put("quality.type", QualityWords.type(column.type()));
        facts.put("quality.missing", share(column.missing()));
        facts.put("quality.unreadable", numbers.count(column.unreadable()));
        facts.put("quality.different", count(column.distinct()));
        if (column.detail().isKnown()) {
            facts.put("quality.unique", count(column.detail().unique()));
        }
        facts.put("quality.minimum", QualityWords.value(column, column.minimum()));
        facts.put("quality.maximum", QualityWords.value(column, column.maximum()));
        if (column.type().isNumeric()) {
            addNumbers(column, facts);
        }
        addLengths(column.detail().lengths(), facts);
        return facts;
    }

    private String share(long count) {
        return numbers.count(count) + " (" + numbers.percent((double) count / Math.max(1, view.rows())) + ")";
    }

    private String count(DistinctCount count) {
        return (count.isApproximate() ? "≈ " : "") + numbers.count(count.values());
    }

    private void addNumbers(ColumnProfile column, Map<String, String> facts) {
        var summary = column.numbers();
        facts.put("quality.mean", numbers.prose(summary.mean()));
        facts.put("quality.deviation", numbers.prose(summary.deviation()));
        facts.put("quality.median", numbers.prose(summary.median()));
        facts.put("quality.quartiles", range(summary.lowerQuartile(), summary.upperQuartile()));
        var quantiles = column.detail().quantiles();
        if (!quantiles.isEmpty()) {
            var about = column.detail().areQuantilesApproximate() ? "≈ " : "";
            facts.put(
                    "quality.ninety",
                    about + range(quantiles.get(1).value(), quantiles.get(5).value()));
            facts.put(
                    "quality.ninetyEight",
                    about + range(quantiles.get(0).value(), quantiles.get(6).value()));
        }
        if (column.detail().infinite() > 0) {
            facts.put("quality.infinite", numbers.count(column.detail().infinite()));
        }
        facts.put(FAR, numbers.count(view.far()));
    }

    private String range(double low, double high) {
        return Texts.of("quality.range", numbers.prose(low), numbers.prose(high));
    }

    private void addLengths(TextLengths lengths, Map<String, String> facts) {
        if (!lengths.equals(TextLengths.NONE)) {
            facts.put(
                    "quality.lengths",
                    Texts.of(
                            "quality.lengthsRange",
                            numbers.count(lengths.shortest()),
                            numbers.count(lengths.longest()),
                            numbers.prose(lengths.mean())));
        }
    }
}
