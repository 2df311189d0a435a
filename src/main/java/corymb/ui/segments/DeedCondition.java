package corymb.ui.segments;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody did, or did not do.
 *
 * @param type the type of event
 * @param where which of these events count: those of which all of it holds; nothing for all
 * @param times how often at least, as typed; once where nothing is typed, and for what was not done
 */
record DeedCondition(boolean isDone, String type, List<FieldCondition> where, String times, When when)
        implements Condition {
    DeedCondition {
        where = List.copyOf(where);
    }

    @Override
    public Optional<Rule> rule() {
        var count = isDone && !times.isBlank() ? Condition.whole(times) : Optional.of(1);
        var window = when.window();
        var events = events(type, where);
        if (count.isEmpty() || window.isEmpty() || events.isEmpty()) {
            return Optional.empty();
        }
        var deed = when.compared(
                new Figure(Measurement.COUNT, "", events.get(), window.get()),
                Comparison.AT_LEAST,
                new Expression.NumberConstant(count.get()));
        return Optional.of(isDone ? deed : new Rule.Not(deed));
    }

    /** Which events are meant, as typed; empty while that is not complete. */
    static Optional<Rule> events(String type, List<FieldCondition> where) {
        var filters = where.stream().flatMap(asked -> asked.rule().stream()).toList();
        if (type.isBlank() || filters.size() < where.size()) {
            return Optional.empty();
        }
        var kind = ofType(type);
        return Optional.of(
                filters.isEmpty()
                        ? kind
                        : new Rule.All(
                                Stream.concat(Stream.of(kind), filters.stream()).toList()));
    }

    /** The events of a type, as typed. */
    static Rule ofType(String type) {
        return new Rule.Compare(Figure.TYPE, Comparison.EQUAL, new Expression.TextConstant(type.strip()));
    }

    /** The condition that says a rule; empty where nothing that can be clicked together does. */
    static Optional<DeedCondition> of(Rule rule, List<FieldChoice> columns) {
        return rule instanceof Rule.Not(Rule.OfFigure asked)
                ? of(asked, false, rule, columns)
                : rule instanceof Rule.OfFigure asked ? of(asked, true, rule, columns) : Optional.empty();
    }

    private static Optional<DeedCondition> of(
            Rule.OfFigure asked, boolean isDone, Rule rule, List<FieldChoice> columns) {
        var times = asked.value() instanceof Expression.NumberConstant(double number) && number > 1
                ? Long.toString((long) number)
                : "";
        return filters(asked.figure().filter(), columns)
                .map(filter -> new DeedCondition(isDone, filter.type(), filter.where(), times, When.of(asked)))
                .filter(condition -> condition.rule().equals(Optional.of(rule)));
    }

    /** Which events are meant: of a type, and what is asked of their columns. */
    record Filter(String type, List<FieldCondition> where) {
        Filter {
            where = List.copyOf(where);
        }
    }

    /** What would be clicked for events; empty where nothing that can be clicked together does. */
    static Optional<Filter> clicked(Rule events, List<FieldChoice> columns) {
        return filters(events, columns)
                .filter(filter -> events(filter.type(), filter.where()).equals(Optional.of(events)));
    }

    private static Optional<Filter> filters(Rule filter, List<FieldChoice> columns) {
        if (!(filter instanceof Rule.All(var rules))) {
            return kind(filter).map(type -> new Filter(type, List.of()));
        }
        var where = rules.stream()
                .skip(1)
                .flatMap(rule -> asked(rule, columns).stream())
                .toList();
        return kind(rules.getFirst())
                .filter(_ -> where.size() == rules.size() - 1)
                .map(type -> new Filter(type, where));
    }

    private static Optional<FieldCondition> asked(Rule rule, List<FieldChoice> columns) {
        return columns.stream()
                .flatMap(column -> FieldCondition.of(rule, column.field()).stream())
                .findFirst();
    }

    /** The type of events that a rule about their columns asks for; empty where it asks for something else. */
    static Optional<String> kind(Rule filter) {
        return filter instanceof Rule.Compare compare && compare.value() instanceof Expression.TextConstant(var type)
                ? Optional.of(type)
                : Optional.empty();
    }
}
