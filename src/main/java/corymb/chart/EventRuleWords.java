package corymb.chart;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
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
                Phrasebook.of(
                                "segments.words.beforeLeaving",
                                events(before.filter()),
                                before.link().words())
                        + spaced(before.window().words());
            case Rule.Sequence sequence ->
                Phrasebook.of(
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
                : Phrasebook.of("segments.words.not", of(test));
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
        return Phrasebook.of(key, events(measured.figure().filter())) + often + when(measured);
    }

    private static String when(Rule.OfFigure measured) {
        return (measured instanceof Rule.InOneSession ? " " + Phrasebook.of("segments.words.inOneSession") : "")
                + spaced(measured.figure().window().words());
    }

    private String measured(Rule.OfFigure measured) {
        var figure = measured.figure();
        var value = measured.value() instanceof Expression.NumberConstant(double number)
                ? Numbers.local().exact(number)
                : RuleText.of(measured.value());
        if (isCount(figure)) {
            var often = Phrasebook.of(
                    "segments.times." + measured.comparison().name().toLowerCase(Locale.ROOT), value);
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
        return Phrasebook.of("segments.words.figure", what, events(figure.filter()) + when);
    }

    /** "purchase" events, events where the category is Tents, or any. */
    private String events(Rule filter) {
        return switch (filter) {
            case Rule.Everyone _ -> Phrasebook.of("segments.words.anyEvent");
            case Rule.Compare(var field, var comparison, Expression.TextConstant(var type))
            when field.equals(Figure.TYPE) && comparison == Comparison.EQUAL -> "“" + type + "”";
            case Rule.All(var parts)
            when parts.size() == 2 ->
                Phrasebook.of("segments.words.eventsWhere", events(parts.getFirst()), rules.apply(parts.getLast()));
            default ->
                Phrasebook.of(
                        "segments.words.eventsWhere", Phrasebook.of("segments.words.anyEvent"), rules.apply(filter));
        };
    }

    private static String spaced(String words) {
        return words.isEmpty() ? "" : " " + words;
    }
}
