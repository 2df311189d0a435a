package corymb.chart;

import corymb.path.Breakdown;
import corymb.path.Funnel;
import corymb.path.Funnel.Of;
import corymb.path.Steps;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.sql.Expression;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Ways through funnels, as people say them. */
public final class PathWords {
    private PathWords() {}

    /** Which events a step takes, in short: the type alone, or the words of the rule language. */
    public static String events(Rule step) {
        return step instanceof Rule.Compare(var field, var comparison, Expression.TextConstant(var type))
                        && field.equals(Figure.TYPE)
                        && comparison == Expression.Comparison.EQUAL
                ? type
                : RuleText.ofEvents(step).replace("\"", "");
    }

    /** The steps one below the other, each with its number; in any order, how many of them were taken. */
    public static List<String> steps(Steps steps) {
        return IntStream.rangeClosed(1, steps.count())
                .mapToObj(step -> step(steps, step))
                .toList();
    }

    /** One of them, counted from 1. */
    public static String step(Steps steps, int step) {
        return switch (steps.order()) {
            case ONE_BY_ONE -> step + " " + events(steps.rules().get(step - 1));
            case ANY ->
                step == steps.count() ? "all " + step + " steps" : "any %d of %d steps".formatted(step, steps.count());
        };
    }

    /** One of them within a sentence, such as "step 1 (view)". */
    public static String named(Steps steps, int step) {
        return switch (steps.order()) {
            case ONE_BY_ONE ->
                "step %d (%s)".formatted(step, events(steps.rules().get(step - 1)));
            case ANY -> step(steps, step);
        };
    }

    /** Who a part of a funnel is. */
    public static String part(Of of, Breakdown breakdown) {
        return switch (of) {
            case Of.Value(var value) -> value.isEmpty() ? "“”" : value;
            case Of.Others _ -> "others";
            case Of.Missing _ -> "not known";
            case Of.Membership(boolean isIn) -> (isIn ? "in " : "not in ") + segment(breakdown);
        };
    }

    private static String segment(Breakdown breakdown) {
        return breakdown instanceof Breakdown.BySegment(var segment) ? "“" + segment + "”" : "the segment";
    }

    /** A time in seconds, such as "20 min" or "3.5 days". */
    public static String time(double seconds) {
        double days = seconds / Duration.ofDays(1).toSeconds();
        return days >= 2
                ? Numbers.local().prose(days) + " days"
                : Numbers.local().duration(Duration.ofSeconds(Math.round(seconds)));
    }

    /** How long something took that falls into a bin of {@link Funnel#BOUNDS}, counted from 0. */
    public static String bin(int bin) {
        var bounds = Funnel.BOUNDS;
        return bin == bounds.size()
                ? "over " + bound(bounds.getLast())
                : bin == 0 ? "up to " + bound(bounds.getFirst()) : "to " + bound(bounds.get(bin));
    }

    private static String bound(Duration bound) {
        if (bound.compareTo(Duration.ofDays(7)) >= 0) {
            long weeks = bound.toDays() / 7;
            return weeks == 1 ? "1 week" : weeks + " weeks";
        }
        return bound.compareTo(Duration.ofDays(1)) >= 0
                ? bound.toDays() + " d"
                : bound.compareTo(Duration.ofHours(1)) >= 0 ? bound.toHours() + " h" : bound.toMinutes() + " min";
    }

    /** What somebody did next. */
    public static String next(String type) {
        return type.isEmpty() ? "an event without a type" : type;
    }
}
