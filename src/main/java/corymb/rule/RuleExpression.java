package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Value;
import java.util.List;

/** Turns rules into conditions. */
final class RuleExpression {
    private RuleExpression() {}

    static Condition of(Rule rule) {
        return switch (rule) {
            case Rule.Everyone _ -> new Expression.All(List.of());
            case Rule.All all ->
                new Expression.All(all.rules().stream().map(RuleExpression::of).toList());
            case Rule.Any any ->
                new Expression.Any(any.rules().stream().map(RuleExpression::of).toList());
            case Rule.Not not -> new Expression.Not(of(not.rule()));
            case Rule.Test test -> ofTest(test);
        };
    }

    private static Condition ofTest(Rule.Test test) {
        var column = new Expression.Column(test.field());
        return switch (test) {
            case Rule.Compare compare ->
                new Expression.Compare(
                        compare.comparison(), comparable(column, List.of(compare.value())), compare.value());
            case Rule.CompareFields compare ->
                new Expression.Compare(compare.comparison(), column, new Expression.Column(compare.other()));
            case Rule.Between between ->
                new Expression.Between(
                        comparable(column, List.of(between.low(), between.high())), between.low(), between.high());
            case Rule.OneOf oneOf -> new Expression.OneOf(comparable(column, oneOf.values()), oneOf.values());
            case Rule.TextMatch match ->
                new Expression.TextMatch(match.match(), column, match.text(), !match.exactly());
            case Rule.IsMissing _ -> new Expression.IsMissing(column);
        };
    }

    /** Whole days are compared with whole days, so that an instant at noon is not after its own date. */
    private static Value comparable(Expression.Column column, List<Constant> constants) {
        return constants.stream().allMatch(Expression.DateConstant.class::isInstance)
                ? new Expression.Call(Expression.Function.DATE_OF, List.of(column))
                : column;
    }
}
