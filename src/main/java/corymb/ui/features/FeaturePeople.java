package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.FeatureSummary;
import corymb.feature.Histogram;
import corymb.segment.Rule;
import corymb.sql.Dialect;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The customers behind what is drawn of the features, each with a rule that says who they are.
 *
 * @param features one row a customer
 */
record FeaturePeople(Relation features) {
    /** Those with these scores. */
    People scored(int recency, int frequency) {
        var rule = new Rule.All(List.of(equal("r_score", recency), equal("f_score", frequency)));
        return people(Texts.of("features.scored", recency, frequency), rule, "monetary", "frequency", "recency_days");
    }

    /** Those whose value lies behind a mark of the feature's chart; empty where no rule can say who they are. */
    Optional<People> behind(FeatureSummary summary, String key) {
        return switch (summary.type()) {
            case INTEGER, DECIMAL ->
                Optional.of(summary.histogram().bins().get(Integer.parseInt(key)))
                        .map(bin -> within(summary, bin));
            case TEXT ->
                Optional.of(people(
                        Texts.of("features.having", summary.name(), key),
                        new Rule.Compare(summary.name(), Comparison.EQUAL, new TextConstant(key)),
                        summary.name()));
            case BOOLEAN, DATE, TIMESTAMP -> Optional.empty();
        };
    }

    private People within(FeatureSummary summary, Histogram.Bin bin) {
        var numbers = Numbers.local();
        boolean isLast = bin.equals(summary.histogram().bins().getLast());
        var low = new NumberConstant(bin.from());
        var high = new NumberConstant(isLast ? summary.maximum() : bin.to());
        Rule rule = isLast || bin.from() == bin.to()
                ? new Rule.Between(summary.name(), low, high)
                : new Rule.All(List.of(
                        new Rule.Compare(summary.name(), Comparison.AT_LEAST, low),
                        new Rule.Compare(summary.name(), Comparison.LESS, high)));
        var title = isLast || bin.from() == bin.to() ? "features.between" : "features.below";
        return people(
                Texts.of(title, summary.name(), numbers.prose(bin.from()), numbers.prose(high.value())),
                rule,
                summary.name());
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
                .then(Dialect.DUCKDB.compile(rule.toExpression()))
                .then(" order by " + order + "customer_id");
        return new People(title, rows, rule);
    }

    private static Rule equal(String score, int value) {
        return new Rule.Compare(score, Comparison.EQUAL, new NumberConstant(value));
    }
}
