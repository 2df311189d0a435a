package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.Value;
import corymb.table.Zone;
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
            case Rule.Measured(var figure, var comparison, var with) -> {
                var value = answers.figure(figure);
                yield new Expression.Compare(comparison, value, bound(value, with, false));
            }
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
                compare(column, compare.comparison(), compare.value(), isByDay(List.of(compare.value())));
            case Rule.CompareFields compare ->
                new Expression.CompareColumns(
                        compare.comparison(), column, new Expression.Column(compare.other()), zone());
            case Rule.Between between -> between(column, between);
            case Rule.OneOf oneOf -> oneOf(column, oneOf.values());
            case Rule.TextMatch match ->
                new Expression.TextMatch(match.match(), column, match.text(), !match.exactly());
            case Rule.IsMissing _ -> new Expression.IsMissing(column);
            case Rule.Dated dated -> dated(column, dated.window());
            case Rule.Older older ->
                compare(column, Comparison.LESS, answers.asOf().back(older.count(), older.unit()));
        };
    }

    private Condition dated(Column column, Window.Last window) {
        return new Expression.All(List.of(
                compare(column, Comparison.AT_LEAST, window.start(answers.asOf())),
                compare(column, Comparison.LESS, window.end(answers.asOf()))));
    }

    private Condition compare(Column column, Comparison comparison, Instant moment) {
        return compare(column, comparison, new InstantConstant(moment), false);
    }

    private Condition compare(Column column, Comparison comparison, Constant with, boolean isByDay) {
        return new Expression.Compare(comparison, side(column, isByDay), bound(column, with, isByDay));
    }

    private Condition between(Column column, Rule.Between between) {
        boolean isByDay = isByDay(List.of(between.low(), between.high()));
        return new Expression.Between(
                side(column, isByDay), bound(column, between.low(), isByDay), bound(column, between.high(), isByDay));
    }

    private Condition oneOf(Column column, List<Constant> constants) {
        boolean isByDay = isByDay(constants);
        var bounds = constants.stream()
                .map(constant -> bound(column, constant, isByDay))
                .toList();
        return bounds.equals(constants)
                ? new Expression.OneOf(side(column, isByDay), constants)
                : new Expression.Any(bounds.stream()
                        .<Condition>map(bound -> new Expression.Compare(Comparison.EQUAL, column, bound))
                        .toList());
    }

    /** Whole days are compared with whole days, so that an instant at noon is not after its own date. */
    private static boolean isByDay(List<Constant> constants) {
        return constants.stream().allMatch(DateConstant.class::isInstance);
    }

    private Value side(Column column, boolean isByDay) {
        return isByDay
                ? new Expression.Call(Expression.Function.DATE_OF, List.of(new Expression.Local(column, zone())))
                : column;
    }

    /** Among instants a date counts as its first moment. */
    private Value bound(Value value, Constant constant, boolean isByDay) {
        if (zone().isUtc()) {
            return constant;
        }
        return switch (constant) {
            case InstantConstant(var instant) -> new Expression.MomentFor(value, instant, zone());
            case DateConstant(var date) when !isByDay -> new Expression.MomentFor(value, zone().startOf(date), zone());
            case DateConstant _, Expression.TextConstant _, Expression.NumberConstant _, Expression.TruthConstant _ ->
                constant;
        };
    }

    private Zone zone() {
        return answers.asOf().zone();
    }
}
