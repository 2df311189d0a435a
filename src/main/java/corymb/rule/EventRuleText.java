package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what a rule asks about events. */
final class EventRuleText {
    private EventRuleText() {}

    /** @param not "not " where the rule is turned round, else nothing */
    static String of(Rule.EventTest test, String not) {
        return switch (test) {
            case Rule.OfFigure measured ->
                times(measured)
                        .map(times -> "did " + not + events(measured.figure().filter()) + times + when(measured))
                        .orElseGet(() -> not + measured(measured));
            case Rule.BeforeLeaving before ->
                "did " + not + events(before.filter()) + " " + before.link().words() + " before leaving"
                        + spaced(before.window());
            case Rule.Sequence sequence ->
                "did " + not + events(sequence.first()) + (sequence.isFollowed() ? " then " : " without ")
                        + events(sequence.second()) + " " + sequence.link().words() + spaced(sequence.window());
        };
    }

    /** How often, where it is told by a plain number of times. */
    private static Optional<String> times(Rule.OfFigure measured) {
        var figure = measured.figure();
        boolean isCount = figure.measurement() == Measurement.COUNT
                && figure.column().isEmpty()
                && measured.value() instanceof Expression.NumberConstant(double number)
                && number >= 0
                && number <= Integer.MAX_VALUE
                && number == Math.rint(number);
        return isCount ? words(measured.comparison()).map(words -> times(measured, words)) : Optional.empty();
    }

    private static String times(Rule.OfFigure measured, String words) {
        var count = RuleText.of(measured.value());
        boolean isOnce = count.equals("1");
        return isOnce && measured.comparison() == Comparison.AT_LEAST
                ? ""
                : " " + words + " " + count + (isOnce ? " time" : " times");
    }

    private static Optional<String> words(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Optional.of("exactly");
            case LESS -> Optional.of("fewer than");
            case AT_MOST -> Optional.of("at most");
            case GREATER -> Optional.of("more than");
            case AT_LEAST -> Optional.of("at least");
            case NOT_EQUAL -> Optional.empty();
        };
    }

    private static String measured(Rule.OfFigure measured) {
        return figure(measured.figure()) + when(measured) + " "
                + measured.comparison().symbol() + " " + RuleText.of(measured.value());
    }

    static String of(Figure figure) {
        return figure(figure) + spaced(figure.window());
    }

    private static String figure(Figure figure) {
        var column = figure.column().isEmpty() ? "" : RuleText.field(figure.column()) + " of ";
        return figure.measurement().name().toLowerCase(Locale.ROOT) + " of " + column + events(figure.filter());
    }

    private static String when(Rule.OfFigure measured) {
        return (measured instanceof Rule.InOneSession ? " in one session" : "")
                + spaced(measured.figure().window());
    }

    static String events(Rule filter) {
        return switch (filter) {
            case Rule.Everyone _ -> "event";
            case Rule.Compare compare when isType(compare) -> RuleText.of(compare.value());
            case Rule.All(var rules)
            when isType(rules.getFirst()) && isPlain(rules) ->
                RuleText.of(((Rule.Compare) rules.getFirst()).value()) + " where ("
                        + RuleText.of(
                                rules.size() == 2 ? rules.getLast() : new Rule.All(rules.subList(1, rules.size())))
                        + ")";
            default -> "event where (" + RuleText.of(filter) + ")";
        };
    }

    private static boolean isType(Rule rule) {
        return rule instanceof Rule.Compare(var field, var comparison, Expression.TextConstant _)
                && field.equals(Figure.TYPE)
                && comparison == Comparison.EQUAL;
    }

    /** Whether what is read of "type where (rest)" joins to the same list again. */
    private static boolean isPlain(List<Rule> rules) {
        return rules.size() > 2 || !(rules.getLast() instanceof Rule.All);
    }

    private static String spaced(Window window) {
        var words = window.words();
        return words.isEmpty() ? "" : " " + words;
    }
}
