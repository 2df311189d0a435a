package corymb.ui.segments;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody did, or did not do.
 *
 * @param type the type of event
 * @param times how often at least, as typed; once where nothing is typed, and for what was not done
 * @param days in how many days up to now, as typed; ever where nothing is typed
 */
record DeedCondition(boolean isDone, String type, String times, String days) implements Condition {
    @Override
    public Optional<Rule> rule() {
        var count = isDone ? whole(times) : OptionalInt.of(1);
        var window = window();
        if (type.isBlank() || count.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        var events = new Rule.Compare(Figure.TYPE, Comparison.EQUAL, new Expression.TextConstant(type.strip()));
        var deed = new Rule.Measured(
                new Figure(Measurement.COUNT, "", events, window.get()),
                Comparison.AT_LEAST,
                new Expression.NumberConstant(count.getAsInt()));
        return Optional.of(isDone ? deed : new Rule.Not(deed));
    }

    private Optional<Window> window() {
        return days.isBlank()
                ? Optional.of(new Window.All())
                : whole(days).stream()
                        .filter(count -> count <= Window.Unit.MOST)
                        .<Window>mapToObj(count -> new Window.Last(count, Window.Unit.DAYS))
                        .findFirst();
    }

    /** A whole number from 1 on; 1 where nothing is typed. */
    private static OptionalInt whole(String typed) {
        if (typed.isBlank()) {
            return OptionalInt.of(1);
        }
        try {
            int number = Integer.parseInt(typed.strip());
            return number < 1 ? OptionalInt.empty() : OptionalInt.of(number);
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
