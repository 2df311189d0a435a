package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.ui.kit.Texts;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a rule asks about events, as a marketer would say it.
 *
 * @param rules puts a rule about the events' columns into words
 */
record EventRuleWords(Function<Rule, String> rules) {
    String of(Rule.EventTest test) {
        return switch (test) {
            case Rule.OfFigure measured when isOnce(measured) -> did("segments.words.did", measured, "");
            case Rule.OfFigure measured -> measured(measured);
            case Rule.BeforeLeaving before ->
                Texts.of(
                                "segments.words.beforeLeaving",
                                events(before.filter()),
                                before.link().words())
                        + spaced(before.window().words());
            case Rule.Sequence sequence ->
                Texts.of(
                                sequence.isFollowed() ? "segments.words.then" : "segments.words.without",
                                events(sequence.first()),
                                events(sequence.second()),
                                sequence.link().words())
                        + spaced(sequence.window().words());
        };
    }

    String not(Rule.EventTest test) {
        return test instanceof Rule.Measured measured && isOnce(measured)
                ? did("segments.words.didNot", measured, "")
                : Texts.of("segments.words.not", of(test));
    }

    private static boolean isOnce(Rule.OfFigure measured) {
        return isCount(measured.figure())
                && measured.comparison() == Comparison.AT_LEAST
                && measured.value().equals(new Expression.NumberConstant(1));
    }

    private static boolean isCount(Figure figure) {
        return figure.measurement() == Measurement.COUNT && figure.column().isEmpty();
    }

    private String did(String key, Rule.OfFigure measured, String often) {
        return Texts.of(key, events(measured.figure().filter())) + often + when(measured);
    }

    private static String when(Rule.OfFigure measured) {
        return (measured instanceof Rule.InOneSession ? " " + Texts.of("segments.words.inOneSession") : "")
                + spaced(measured.figure().window().words());
    }

    private String measured(Rule.OfFigure measured) {
        var figure = measured.figure();
        var value = measured.value() instanceof Expression.NumberConstant(double number)
                ? Numbers.local().exact(number)
                : RuleText.of(measured.value());
        if (isCount(figure)) {
            var often =
                    Texts.of("segments.times." + measured.comparison().name().toLowerCase(Locale.ROOT), value);
            return did("segments.words.did", measured, " " + often);
        }
        return figure(figure, when(measured)) + " " + RuleWords.words(measured.comparison()) + " " + value;
    }

    String of(Figure figure) {
        return figure(figure, spaced(figure.window().words()));
    }

    private String figure(Figure figure, String when) {
        var what = figure.measurement().words().toLowerCase(Locale.ROOT)
                + (figure.column().isEmpty() ? "" : " of " + figure.column().replace('_', ' '));
        return Texts.of("segments.words.figure", what, events(figure.filter()) + when);
    }

    /** "purchase" events, events where the category is Tents, or any. */
    private String events(Rule filter) {
        return switch (filter) {
            case Rule.Everyone _ -> Texts.of("segments.words.anyEvent");
            case Rule.Compare(var field, var comparison, Expression.TextConstant(var type))
            when field.equals(Figure.TYPE) && comparison == Comparison.EQUAL -> "“" + type + "”";
            case Rule.All(var parts)
            when parts.size() == 2 ->
                Texts.of("segments.words.eventsWhere", events(parts.getFirst()), rules.apply(parts.getLast()));
            default -> Texts.of("segments.words.eventsWhere", Texts.of("segments.words.anyEvent"), rules.apply(filter));
        };
    }

    private static String spaced(String words) {
        return words.isEmpty() ? "" : " " + words;
    }
}
