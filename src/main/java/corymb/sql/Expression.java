package corymb.sql;

import corymb.table.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A typed formula over the columns of a row, which a {@link Dialect} turns into SQL.
 *
 * <p>Conditions know two answers, true and not true. A comparison with a missing value is not true, whatever the operator;
 * {@link Not} of what is not true is true. So {@code country != 'DE'} leaves out a row without a country, and
 * {@code not country = 'DE'} keeps it.
 */
public sealed interface Expression {

    /** A formula that gives a text, number, truth value or time, or nothing. */
    sealed interface Value extends Expression {}

    /** A value that is the same in every row. */
    sealed interface Constant extends Value {}

    /** A formula that holds for a row or does not. */
    sealed interface Condition extends Expression {}

    /** The value of a column in the row at hand. */
    record Column(String name) implements Value {}

    record TextConstant(String value) implements Constant {}

    /** A finite number; whole numbers are exact up to 2^53. */
    record NumberConstant(double value) implements Constant {
        public NumberConstant {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not a finite number: " + value);
            }
            value = value == 0 ? 0 : value;
        }
    }

    record TruthConstant(boolean value) implements Constant {}

    record DateConstant(LocalDate value) implements Constant {}

    record InstantConstant(Instant value) implements Constant {}

    /** Two numbers combined; dividing by zero gives a missing value. */
    record Arithmetic(Operator operator, Value left, Value right) implements Value {}

    /** What the clock of a zone shows at an instant; a date stands as it is. */
    record Local(Column column, Zone zone) implements Value {}

    /** When the day of a date begins in a zone. */
    record StartOfDay(Column date, Zone zone) implements Value {}

    /** A moment, to compare a value with: instants as it is, dates as if each were the first moment of its day in a zone. */
    record MomentFor(Value value, Instant moment, Zone zone) implements Value {}

    /** The value where a condition holds; missing elsewhere. */
    record When(Condition condition, Value value) implements Value {}

    /** A value over all rows of a group; where no row counts, the number of rows is 0 and every other value missing. */
    sealed interface Aggregate extends Value {
        /** Which rows of the group count. */
        Condition where();
    }

    record RowCount(Condition where) implements Aggregate {}

    record Summary(Measure measure, Value value, Condition where) implements Aggregate {}

    /** The value in the row of the group where another is smallest or largest; rows in which it is missing do not count. */
    record Pick(End end, Value value, Value by, Condition where) implements Aggregate {}

    /** The constant at a place in a list, counted from 1; missing outside of it. */
    record Choice(Value place, List<Constant> constants) implements Value {
        public Choice {
            constants = List.copyOf(constants);
        }
    }

    /** How many rows, one more, of those alike in {@code among} have a smaller value; equal values have equal ranks. */
    record Rank(Value value, Expression among) implements Value {}

    /** How many rows are alike in {@code among}. */
    record AlikeCount(Expression among) implements Value {}

    /** A function of values; how an engine spells it is the dialect's business. */
    record Call(Function function, List<Value> arguments) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.arity) {
                throw new IllegalArgumentException(function + " takes " + function.arity + " arguments");
            }
        }
    }

    record Compare(Comparison comparison, Value left, Value right) implements Condition {}

    /** Compares two columns; where one holds dates and the other instants, each date counts as the first moment of its day in a zone. */
    record CompareColumns(Comparison comparison, Column left, Column right, Zone zone) implements Condition {}

    /** Holds where the value lies between the two bounds or on one of them. */
    record Between(Value value, Value low, Value high) implements Condition {}

    /** Holds where the value equals one of the constants; never when there are none. */
    record OneOf(Value value, List<Constant> constants) implements Condition {
        public OneOf {
            constants = List.copyOf(constants);
        }
    }

    record IsMissing(Value value) implements Condition {}

    /**
     * Compares a text with a pattern.
     *
     * @param caseless whether upper and lower case count as the same
     */
    record TextMatch(Match match, Value value, String pattern, boolean caseless) implements Condition {}

    /** Holds where all of the conditions hold; with none, everywhere. */
    record All(List<Condition> conditions) implements Condition {
        /** Holds in every row. */
        public static final All ROWS = new All(List.of());

        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Holds where at least one of the conditions holds; with none, nowhere. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Holds where the condition is not true, so also where it compares a missing value. */
    record Not(Condition condition) implements Condition {}

    /** What is taken of the values of a group. */
    enum Measure {
        SUM,
        MINIMUM,
        MAXIMUM,
        AVERAGE,
        /** The standard deviation of a sample; missing for fewer than two values. */
        DEVIATION
    }

    /** The end of an order that something is picked from. */
    enum End {
        SMALLEST,
        LARGEST
    }

    /** How two values are compared. */
    enum Comparison {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /**
     * How a text meets a pattern; in LIKE, % stands for any characters and _ for one, and nothing escapes them. MATCHES
     * looks for a regular expression anywhere in the text, in linear time. INCLUDES takes the text
     * as a list of whole values, each set off by a comma with or without a space behind it; brackets and
     * double quotes, as of a list in JSON, do not count.
     */
    enum Match {
        CONTAINS,
        INCLUDES,
        STARTS_WITH,
        ENDS_WITH,
        LIKE,
        MATCHES
    }

    /** How two numbers are combined. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED_BY("/");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** The functions that every dialect can spell. */
    enum Function {
        /** The day, in UTC unless of what a {@link Local} clock shows, of a date, an instant or a text that is one; missing where there is none. */
        DATE_OF(1),
        /** How often midnight passed from one day to another. */
        DAYS_BETWEEN(2),
        /** How many times 24 hours passed from one instant to another. */
        FULL_DAYS_BETWEEN(2),
        /** The hour, 0 to 23, of an instant in UTC, or of what a {@link Local} clock shows. */
        HOUR(1),
        /** The day of the week, 1 for Monday to 7, of an instant in UTC, or of what a {@link Local} clock shows. */
        WEEKDAY(1),
        /** The number as one with a fraction. */
        FRACTIONAL(1),
        /** Of a number that is not negative; missing for 0. */
        NATURAL_LOGARITHM(1),
        /** Two values as one that is ordered by the first and, where that is equal, by the second. */
        PAIR(2),
        /** The full years from one day to another. */
        YEARS_BETWEEN(2),
        LOWER_CASE(1),
        /** The number of code points of a text. */
        LENGTH(1),
        ABSOLUTE(1),
        /** The largest whole number that is not above. */
        FLOOR(1),
        /** Rounded to six decimals, so that sums of the same terms in another order are equal. */
        SIX_DECIMALS(1),
        /** The first value, or the second where the first is missing. */
        FIRST_PRESENT(2);

        private final int arity;

        Function(int arity) {
            this.arity = arity;
        }
    }
}
