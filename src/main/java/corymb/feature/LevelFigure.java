package corymb.feature;

import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.End;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.Measure;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.Operator;
import corymb.sql.Expression.Pick;
import corymb.sql.Expression.RowCount;
import corymb.sql.Expression.Summary;
import corymb.sql.Expression.Value;
import java.util.List;

/**
 * What is told of how a customer's events spread over the levels of a column.
 *
 * @param events which events count
 */
record LevelFigure(Kind kind, Column column, Condition events) {
    private static final NumberConstant ZERO = new NumberConstant(0);

    /** With n₁, n₂ … events of each level. */
    enum Kind implements TallyFigure {
        /** How many levels there are events of. */
        LEVELS,
        /** The level with most events; of several, the smallest. */
        COMMONEST,
        /** n₁ + n₂ + … */
        EVENTS,
        /** n₁ ln n₁ + n₂ ln n₂ + … */
        LOGARITHMS;

        @Override
        public double of(LevelTally tally) {
            return switch (this) {
                case LEVELS -> tally.levels();
                case COMMONEST -> tally.commonest();
                case EVENTS -> tally.events();
                case LOGARITHMS -> tally.logarithms();
            };
        }
    }

    RowCount count() {
        return new RowCount(events);
    }

    /** Over the levels, of which {@code counted} says how many events there are; a level without any is none of the figure's. */
    Aggregate over(Column counted) {
        var isMet = new Compare(Comparison.GREATER, counted, ZERO);
        return switch (kind) {
            case LEVELS -> new RowCount(isMet);
            case COMMONEST -> {
                var commonest = new Arithmetic(Operator.MINUS, ZERO, counted);
                yield new Pick(End.SMALLEST, column, call(Function.PAIR, commonest, column), isMet);
            }
            case EVENTS -> new Summary(Measure.SUM, call(Function.FRACTIONAL, counted), isMet);
            case LOGARITHMS -> {
                var logarithm = call(Function.NATURAL_LOGARITHM, counted);
                yield new Summary(Measure.SUM, new Arithmetic(Operator.TIMES, counted, logarithm), isMet);
            }
        };
    }

    private static Value call(Function function, Value... arguments) {
        return new Call(function, List.of(arguments));
    }
}
