package corymb.ui.segments;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.util.List;
import java.util.Optional;

/**
 * What somebody's events of a type come to.
 *
 * @param measurement what is made of the number of each event
 * @param compared the number, and how what comes of it compares
 * @param type the type of event
 */
record WorthCondition(Measurement measurement, FieldCondition compared, String type, When when) implements Condition {
    /** What can be made of numbers. */
    static final List<Measurement> MADE =
            List.of(Measurement.SUM, Measurement.MEAN, Measurement.MINIMUM, Measurement.MAXIMUM);

    @Override
    public Optional<Rule> rule() {
        return type.isBlank() ? Optional.empty() : when.window().flatMap(this::rule);
    }

    /** A comparison of a number is read where every other is. */
    private Optional<Rule> rule(Window window) {
        var figure = new Figure(measurement, compared.field().name(), DeedCondition.ofType(type), window);
        return compared.rule()
                .flatMap(rule -> rule instanceof Rule.Compare compare
                        ? Optional.of(when.compared(figure, compare.comparison(), compare.value()))
                        : Optional.empty());
    }

    /** The condition that says a rule; empty where nothing that can be clicked together does. */
    static Optional<WorthCondition> of(Rule rule) {
        return rule instanceof Rule.OfFigure asked
                        && MADE.contains(asked.figure().measurement())
                ? of(asked).filter(condition -> condition.rule().equals(Optional.of(rule)))
                : Optional.empty();
    }

    private static Optional<WorthCondition> of(Rule.OfFigure asked) {
        var figure = asked.figure();
        var compare = new Rule.Compare(figure.column(), asked.comparison(), asked.value());
        return DeedCondition.kind(figure.filter())
                .flatMap(type -> FieldCondition.of(compare, number(figure.column()))
                        .map(compared -> new WorthCondition(figure.measurement(), compared, type, When.of(asked))));
    }

    /** A number of an event. */
    static Field number(String column) {
        return new Field(column, ColumnType.DECIMAL);
    }
}
