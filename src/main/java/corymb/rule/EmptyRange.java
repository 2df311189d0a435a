package corymb.rule;

import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.work.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds conditions that have to hold together and never can, because they leave no value between them. */
public final class EmptyRange {
    private EmptyRange() {}

    /**
     * A bound of what is asked.
     *
     * @param of a field's name, or a figure of events
     * @param isBelow whether values lie above it
     * @param isStrict whether the value itself is out
     */
    private record Bound(Object of, Constant value, boolean isBelow, boolean isStrict, Rule condition) {
        /** Whether no value lies between this one, below, and that one, above; where they cannot be compared, one does. */
        private boolean leavesNothingTo(Bound above) {
            int order = compare(value, above.value());
            return order > 0 || (order == 0 && isSame(value, above.value()) && (isStrict || above.isStrict()));
        }
    }

    /** The first two conditions that leave nothing to each other; empty where none do. */
    public static Optional<Problem> in(Rule rule) {
        var here = rule instanceof Rule.All(var parts) ? among(parts) : Optional.<Problem>empty();
        return here.or(
                () -> rule.parts().stream().flatMap(part -> in(part).stream()).findFirst());
    }

    private static Optional<Problem> among(List<Rule> parts) {
        var below = new LinkedHashMap<Object, Bound>();
        var above = new LinkedHashMap<Object, Bound>();
        parts.stream()
                .flatMap(EmptyRange::bounds)
                .forEach(bound -> (bound.isBelow() ? below : above).merge(bound.of(), bound, EmptyRange::tighter));
        return below.values().stream()
                .flatMap(low -> Optional.ofNullable(above.get(low.of()))
                        .filter(high -> !high.condition().equals(low.condition()) && low.leavesNothingTo(high))
                        .map(high -> problem(low, high))
                        .stream())
                .findFirst();
    }

    private static Problem problem(Bound low, Bound high) {
        return new Problem(
                "Nobody can be in it: nothing meets both “" + RuleText.of(low.condition()) + "” and “"
                        + RuleText.of(high.condition()) + "”.",
                "",
                "Change one of the two, or join them by or.");
    }

    private static Stream<Bound> bounds(Rule rule) {
        return switch (rule) {
            case Rule.Compare(var field, var comparison, var value) -> bounds(field, comparison, value, rule);
            case Rule.Measured(var figure, var comparison, var value) -> bounds(figure, comparison, value, rule);
            case Rule.Between(var field, var low, var high) ->
                Stream.of(new Bound(field, low, true, false, rule), new Bound(field, high, false, false, rule));
            case Rule.Test _,
                    Rule.Course _,
                    Rule.OfSegment _,
                    Rule.Everyone _,
                    Rule.All _,
                    Rule.Any _,
                    Rule.AtLeast _,
                    Rule.Not _ -> Stream.empty();
        };
    }

    private static Stream<Bound> bounds(Object of, Comparison comparison, Constant value, Rule rule) {
        return switch (comparison) {
            case EQUAL -> Stream.of(new Bound(of, value, true, false, rule), new Bound(of, value, false, false, rule));
            case AT_LEAST -> Stream.of(new Bound(of, value, true, false, rule));
            case GREATER -> Stream.of(new Bound(of, value, true, true, rule));
            case AT_MOST -> Stream.of(new Bound(of, value, false, false, rule));
            case LESS -> Stream.of(new Bound(of, value, false, true, rule));
            case NOT_EQUAL -> Stream.empty();
        };
    }

    private static Bound tighter(Bound one, Bound other) {
        int order = compare(one.value(), other.value());
        boolean isOneTighter = order == 0 ? one.isStrict() : one.isBelow() == (order > 0);
        return isOneTighter ? one : other;
    }

    private static boolean isSame(Constant one, Constant other) {
        return one.getClass() == other.getClass();
    }

    /** As if equal where they are of different kinds, or of kinds without an order. */
    private static int compare(Constant one, Constant other) {
        return switch (one) {
            case NumberConstant(double a) when other instanceof NumberConstant(double b) -> Double.compare(a, b);
            case DateConstant(var a) when other instanceof DateConstant(var b) -> a.compareTo(b);
            case InstantConstant(var a) when other instanceof InstantConstant(var b) -> a.compareTo(b);
            default -> 0;
        };
    }
}
