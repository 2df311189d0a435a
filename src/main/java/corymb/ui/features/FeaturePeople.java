package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.FeatureSummary;
import corymb.feature.Histogram;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.sql.Dialect;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The customers behind what is drawn of the features, each with a rule that says who they are.
 *
 * @param features one row a customer
 */
record FeaturePeople(Relation features, Moment asOf) {
    private static final double SECONDS_PER_DAY = 86_400;

    /** How far, in seconds, the sum of some widths may miss a day. */
    private static final double ROUNDING = 0.01;

    /** Those with these scores. */
    People scored(ScoreMap map, ScoreMap.Scores scores) {
        var parts = new ArrayList<Rule>();
        parts.add(equal(map.recency().column(), scores.recency()));
        parts.add(equal(map.frequency().column(), scores.frequency()));
        map.monetary()
                .ifPresent(monetary -> scores.money().ifPresent(money -> parts.add(equal(monetary.column(), money))));
        return people(ScoreCharts.words(map, scores), new Rule.All(parts), "monetary", "frequency", "recency_days");
    }

    /** Those whose value lies behind a mark of the feature's chart. */
    People behind(FeatureSummary summary, String key) {
        return switch (summary.type()) {
            case INTEGER, DECIMAL -> within(summary, bin(summary, key));
            case DATE, TIMESTAMP -> during(summary, bin(summary, key));
            case TEXT -> having(summary, key, new TextConstant(key));
            case BOOLEAN -> having(summary, key, new TruthConstant(Boolean.parseBoolean(key)));
        };
    }

    private static Histogram.Bin bin(FeatureSummary summary, String place) {
        return summary.histogram().bins().get(Integer.parseInt(place));
    }

    private People having(FeatureSummary summary, String words, Constant value) {
        var rule = new Rule.Compare(summary.name(), Comparison.EQUAL, value);
        return people(Texts.of("features.having", summary.name(), words), rule, summary.name());
    }

    private People within(FeatureSummary summary, Histogram.Bin bin) {
        var numbers = Numbers.local();
        boolean isLast = isLast(summary, bin);
        var high = new NumberConstant(isLast ? summary.maximum() : bin.to());
        return people(
                Texts.of(
                        isLast ? "features.between" : "features.below",
                        summary.name(),
                        numbers.prose(bin.from()),
                        numbers.prose(high.value())),
                range(summary, new NumberConstant(bin.from()), high, isLast),
                summary.name());
    }

    private People during(FeatureSummary summary, Histogram.Bin bin) {
        boolean isDay = summary.type() == ColumnType.DATE;
        boolean isLast = isLast(summary, bin);
        var low = isDay ? day(bin.from()) : instant(bin.from());
        var high = isDay ? day(bin.to()) : instant(isLast ? Math.ceil(bin.to()) : bin.to());
        return people(
                Texts.of("features.having", summary.name(), bin.label()),
                range(summary, low, high, isLast),
                summary.name());
    }

    /** A single value has one bin, which is the last. */
    private static boolean isLast(FeatureSummary summary, Histogram.Bin bin) {
        return bin.equals(summary.histogram().bins().getLast());
    }

    /** From a value to another, which is included in the last range alone. */
    private static Rule range(FeatureSummary summary, Constant low, Constant high, boolean isLast) {
        return isLast
                ? new Rule.Between(summary.name(), low, high)
                : new Rule.All(List.of(
                        new Rule.Compare(summary.name(), Comparison.AT_LEAST, low),
                        new Rule.Compare(summary.name(), Comparison.LESS, high)));
    }

    /** The first day that begins at that second or later. */
    private static Constant day(double second) {
        return new DateConstant(LocalDate.ofEpochDay((long) Math.ceil((second - ROUNDING) / SECONDS_PER_DAY)));
    }

    private static Constant instant(double second) {
        return new InstantConstant(Instant.EPOCH.plus(Math.round(second * 1e6), ChronoUnit.MICROS));
    }

    /** Those without a value. */
    People without(FeatureSummary summary) {
        return people(Texts.of("features.without", summary.name()), new Rule.IsMissing(summary.name()), summary.name());
    }

    private People people(String title, Rule rule, String... first) {
        var names = new LinkedHashSet<>(List.of("customer_id"));
        names.addAll(List.of(first));
        names.addAll(rule.fields());
        names.retainAll(features.schema().names());
        names.addAll(features.schema().names());
        var order = features.schema().has(first[0]) ? Sql.name(first[0]) + " desc nulls last, " : "";
        var rows = Sql.of("select " + Sql.names(names) + " from " + features.quoted() + " where ")
                .then(Dialect.DUCKDB.compile(rule.toExpression(asOf)))
                .then(" order by " + order + "customer_id");
        return new People(title, rows, rule);
    }

    private static Rule equal(String score, int value) {
        return new Rule.Compare(score, Comparison.EQUAL, new NumberConstant(value));
    }
}
