package corymb.chart;

import corymb.path.Breakdown;
import corymb.path.CohortPeople;
import corymb.path.CohortPlan;
import corymb.path.Funnel;
import corymb.path.Funnel.Of;
import corymb.path.FunnelPeople;
import corymb.path.FunnelPlan;
import corymb.path.Leaving;
import corymb.path.PathPlan;
import corymb.path.Steps;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.rule.Window;
import corymb.sql.Expression;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ways through funnels, as people say them. */
public final class PathWords {
    private PathWords() {}

    /** What a funnel or cohorts ask, such as "view → cart, within 7 days, of “Champions”". */
    public static String plan(PathPlan plan) {
        return switch (plan) {
            case FunnelPlan funnel ->
                way(funnel.steps()) + ", " + funnel.steps().link().words()
                        + scope(funnel.segment(), funnel.starts())
                        + apart(funnel.breakdown());
            case CohortPlan cohorts -> {
                var calendar = cohorts.calendar();
                yield began(cohorts.start()) + ", back by "
                        + events(cohorts.back().events())
                        + ", for %d %ss".formatted(calendar.following(), word(calendar.period()))
                        + cohorts.back()
                                .column()
                                .map(column -> ", adding up " + column)
                                .orElse("")
                        + scope(cohorts.segment(), calendar.starts());
            }
        };
    }

    private static String way(Steps steps) {
        var names = steps.rules().stream().map(PathWords::events).toList();
        return switch (steps.order()) {
            case ONE_BY_ONE -> String.join(" → ", names);
            case ANY -> String.join(" and ", names) + " in any order";
        };
    }

    private static String began(CohortPlan.Start start) {
        return switch (start) {
            case CohortPlan.Start.FirstEvent(var events) -> "first " + events(events);
            case CohortPlan.Start.OnDate(var field) -> "day of " + field;
        };
    }

    static String word(CohortPlan.Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    private static String scope(Optional<String> segment, Optional<Window.Between> starts) {
        var days = starts.map(between -> ", who began from %s to %s"
                .formatted(Numbers.local().date(between.from()), Numbers.local().date(between.to())));
        return segment.map(name -> ", of “" + name + "”").orElse("") + days.orElse("");
    }

    private static String apart(Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.None _ -> "";
            case Breakdown.ByField(var field) -> ", told apart by " + field;
            case Breakdown.BySegment(var segment) -> ", told apart by being in “" + segment + "”";
            case Breakdown.ByFirstEvent(var column) -> ", told apart by " + column + " of the first step";
        };
    }

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
            case Of.Value(var value) -> value.isEmpty() ? "“”" : ListValues.inWords(value);
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

    /** Some of the people of a funnel. */
    public static String people(FunnelPeople some) {
        var plan = some.funnel().plan();
        return (some.isLeft() ? "Left after " : "Took ")
                + named(plan.steps(), some.step())
                + some.part().map(of -> ", " + part(of, plan.breakdown())).orElse("");
    }

    /** Some of those who began together. */
    public static String people(CohortPeople some) {
        var cohorts = some.cohorts();
        var begun = some.of().size() > 1
                ? "Of all cohorts"
                : "Began " + CohortCharts.begins(cohorts, some.of().getFirst());
        var period = word(cohorts.plan().calendar().period());
        return begun
                + some.period()
                        .map(after -> switch (after) {
                            case 0 -> ", came back in the same " + period;
                            case 1 -> ", came back 1 " + period + " later";
                            default -> ", came back %d %ss later".formatted(after, period);
                        })
                        .orElse("");
    }

    /** Those who left after a step, by what they did then. */
    public static String people(Leaving left, Leaving.After after, Steps steps) {
        var did = after(after, steps, left.step());
        return (after instanceof Leaving.After.OfType ? "Next " + did + "," : "Did " + did) + " after "
                + named(steps, left.step());
    }

    /** What those did who left after a step, counted from 1. */
    public static String after(Leaving.After after, Steps steps, int step) {
        return switch (after) {
            case Leaving.After.OfType(var type) -> next(type) + (isStep(type, steps, step) ? " again" : "");
            case Leaving.After.Others _ -> "something else";
            case Leaving.After.Nothing _ -> "nothing at all";
            case Leaving.After.NotYet _ -> "nothing yet";
        };
    }

    /** A part of the way: from a step, counted from 0, to the next one, or all of it as the last of the times of a funnel. */
    public static String stretch(Steps steps, int from) {
        if (from == steps.count() - 1) {
            return "the whole way";
        }
        return switch (steps.order()) {
            case ONE_BY_ONE ->
                events(steps.rules().get(from)) + " → " + events(steps.rules().get(from + 1));
            case ANY -> "%d of %d → %d of %2$d".formatted(from + 1, steps.count(), from + 2);
        };
    }

    private static boolean isStep(String type, Steps steps, int step) {
        return steps.order() == Steps.Order.ONE_BY_ONE
                && events(steps.rules().get(step - 1)).equals(type);
    }

    /** What somebody did next. */
    private static String next(String type) {
        return type.isEmpty() ? "an event without a type" : type;
    }
}
