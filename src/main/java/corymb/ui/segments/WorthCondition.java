package corymb.ui.segments;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.util.Optional;

/**
 * What somebody's events of a type come to.
 *
 * @param column the number of each event that is added up
 * @param type the type of event
 * @param ask how the total compares
 * @param amount with what, as typed
 * @param days in how many days up to now, as typed; ever where nothing is typed
 */
record WorthCondition(String column, String type, Ask ask, String amount, String days) implements Condition {
    @Override
    public Optional<Rule> rule() {
        var window = Condition.window(days);
        return type.isBlank() || column.isBlank() || window.isEmpty()
                ? Optional.empty()
                : compared().map(compare -> measured(compare, window.get()));
    }

    /** A comparison of a number is read where every other is. */
    private Optional<Rule.Compare> compared() {
        return new FieldCondition(new Field(column, ColumnType.DECIMAL), ask, amount, "")
                .rule()
                .flatMap(rule -> rule instanceof Rule.Compare compare ? Optional.of(compare) : Optional.empty());
    }

    private Rule measured(Rule.Compare compare, Window window) {
        var events = new Rule.Compare(Figure.TYPE, Comparison.EQUAL, new Expression.TextConstant(type.strip()));
        return new Rule.Measured(
                new Figure(Measurement.SUM, column, events, window), compare.comparison(), compare.value());
    }

    /** The condition that says a rule; empty where nothing that can be clicked together does. */
    static Optional<WorthCondition> of(Rule rule) {
        return rule instanceof Rule.Measured measured && measured.figure().measurement() == Measurement.SUM
                ? of(measured).filter(condition -> condition.rule().equals(Optional.of(rule)))
                : Optional.empty();
    }

    private static Optional<WorthCondition> of(Rule.Measured measured) {
        var figure = measured.figure();
        var compared = new Rule.Compare(figure.column(), measured.comparison(), measured.value());
        var days = figure.window() instanceof Window.Last last ? Integer.toString(last.count()) : "";
        return DeedCondition.kind(figure.filter())
                .flatMap(type -> FieldCondition.of(compared, new Field(figure.column(), ColumnType.DECIMAL))
                        .map(like -> new WorthCondition(figure.column(), type, like.ask(), like.value(), days)));
    }
}
