package corymb.ui.segments;

import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import java.util.Optional;

/**
 * Which events count together.
 *
 * @param scope whether all of a customer's, or those of one session
 * @param days in how many days up to now, as typed; ever where nothing is typed
 */
record When(Scope scope, String days) {
    /** All of a customer's, whenever they were. */
    static final When EVER = new When(Scope.CUSTOMER, "");

    /** The time they count in; empty while it cannot be read. */
    Optional<Window> window() {
        return days.isBlank()
                ? Optional.of(new Window.All())
                : Condition.days(days).map(count -> new Window.Last(count, Window.Unit.DAYS));
    }

    /** What is asked of a figure of these events. */
    Rule compared(Figure figure, Comparison comparison, Constant value) {
        return scope == Scope.SESSION
                ? new Rule.InOneSession(figure, comparison, value)
                : new Rule.Measured(figure, comparison, value);
    }

    /** When the events of a rule count, as far as clicks can say it. */
    static When of(Rule.OfFigure asked) {
        return of(asked instanceof Rule.InOneSession, asked.figure().window());
    }

    static When of(boolean isOfSession, Window window) {
        var days = window instanceof Window.Last last ? Integer.toString(last.count()) : "";
        return new When(isOfSession ? Scope.SESSION : Scope.CUSTOMER, days);
    }
}
