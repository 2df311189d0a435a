package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Value;
import java.time.Instant;
import java.util.List;

/**
 * Turns rules into conditions.
 *
 * @param answers where the answers are to what the fields of a row do not tell
 */
record RuleExpression(Answers answers) {
    Condition of(Rule rule) {
        return switch (rule) {
            case Rule.Everyone _ -> new Expression.All(List.of());
            case Rule.All all ->
                new Expression.All(all.rules().stream().map(this::of).toList());
            case Rule.Any any ->
                new Expression.Any(any.rules().stream().map(this::of).toList());
            case Rule.Not not -> new Expression.Not(of(not.rule()));
            case Rule.Test test -> ofTest(test);
            case Rule.Measured measured ->
                new Expression.Compare(measured.comparison(), answers.figure(measured.figure()), measured.value());
            case Rule.Course course -> answers.course(course);
            case Rule.InSegment(var segment) -> answers.member(segment);
            case Rule.Alike alike -> answers.alike(alike);
            case Rule.AtLeast atLeast -> atLeast(atLeast);
        };
    }

    /** Counts a 1 for each rule that holds. */
    private Condition atLeast(Rule.AtLeast atLeast) {
        var holding = atLeast.rules().stream()
                .map(rule -> zeroUnless(new Expression.When(of(rule), new Expression.NumberConstant(1))))
                .reduce((sum, next) -> new Expression.Arithmetic(Expression.Operator.PLUS, sum, next))
                .orElseThrow();
        return new Expression.Compare(
                Expression.Comparison.AT_LEAST, holding, new Expression.NumberConstant(atLeast.count()));
    }

    private static Value zeroUnless(Value value) {
        return new Expression.Call(Expression.Function.FIRST_PRESENT, List.of(value, new Expression.NumberConstant(0)));
    }

    private Condition ofTest(Rule.Test test) {
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
            case Rule.Dated dated -> dated(column, dated.window());
            case Rule.Older older ->
                new Expression.Compare(
                        Expression.Comparison.LESS,
                        column,
                        instant(new Window.Last(older.count(), older.unit()).start(answers.asOf())));
        };
    }

    private Condition dated(Expression.Column column, Window.Last window) {
        return new Expression.All(List.of(
                new Expression.Compare(Expression.Comparison.AT_LEAST, column, instant(window.start(answers.asOf()))),
                new Expression.Compare(Expression.Comparison.LESS, column, instant(window.end(answers.asOf())))));
    }

    private static Constant instant(Instant moment) {
        return new Expression.InstantConstant(moment);
    }

    /** Whole days are compared with whole days, so that an instant at noon is not after its own date. */
    private static Value comparable(Expression.Column column, List<Constant> constants) {
        return constants.stream().allMatch(Expression.DateConstant.class::isInstance)
                ? new Expression.Call(Expression.Function.DATE_OF, List.of(column))
                : column;
    }
}
