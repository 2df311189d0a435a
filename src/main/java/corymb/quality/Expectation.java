package corymb.quality;

import corymb.rule.Rule;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * What a person expects of a source.
 *
 * <p>A value that is missing meets every expectation of its value but {@link Required}; {@link Holds} takes rules at their
 * word, for which a test of a missing value is not true.
 */
public sealed interface Expectation {
    /** The name in files and on the command line, such as "required". */
    default String label() {
        return switch (this) {
            case Required _ -> "required";
            case Unique _ -> "unique";
            case InRange _ -> "range";
            case InSet _ -> "set";
            case Matches _ -> "pattern";
            case OfType _ -> "type";
            case References _ -> "reference";
            case Fresh _ -> "freshness";
            case RowCount _ -> "row_count";
            case InOrder _ -> "order";
            case When _ -> "conditional";
            case Holds _ -> "expression";
        };
    }

    /** The side of quality it counts for. */
    default Dimension dimension() {
        return switch (this) {
            case Required _, RowCount _ -> Dimension.COMPLETENESS;
            case Unique _ -> Dimension.UNIQUENESS;
            case InRange _, InSet _, Matches _, OfType _ -> Dimension.VALIDITY;
            case References _, Holds _ -> Dimension.CONSISTENCY;
            case Fresh _, InOrder _ -> Dimension.TIMELINESS;
            case When when -> when.then().dimension();
        };
    }

    /** The column it is about; empty when it is about several, or about whole rows. */
    default String column() {
        return switch (this) {
            case Required(var column) -> column;
            case Unique(var columns) -> columns.size() == 1 ? columns.getFirst() : "";
            case InRange range -> range.column();
            case InSet set -> set.column();
            case Matches matches -> matches.column();
            case OfType typed -> typed.column();
            case References references -> references.column();
            case Fresh fresh -> fresh.column();
            case InOrder order -> order.column();
            case When when -> when.then().column();
            case RowCount _, Holds _ -> "";
        };
    }

    /** Whether rows can fail it one by one; else it is the source as a whole that does. */
    default boolean isOfRows() {
        return switch (this) {
            case Fresh _, RowCount _ -> false;
            case Required _, Unique _, InRange _, InSet _, Matches _, OfType _ -> true;
            case References _, InOrder _, When _, Holds _ -> true;
        };
    }

    /** A value is there. */
    record Required(String column) implements Expectation {}

    /** No two rows agree in all of these columns, letter for letter; rows in which one of them is missing are left alone. */
    record Unique(List<String> columns) implements Expectation {
        public Unique {
            columns = List.copyOf(columns);
            require(!columns.isEmpty(), "A unique key needs at least one column");
        }
    }

    /** A number, time or text is not below {@code low} and not above {@code high}; at least one of them is given. */
    record InRange(String column, Optional<Constant> low, Optional<Constant> high) implements Expectation {
        public InRange {
            require(low.isPresent() || high.isPresent(), "A range needs a smallest or a largest value");
        }
    }

    /** A value is one of these. */
    record InSet(String column, List<Constant> values) implements Expectation {
        private static final int MOST = 10_000;

        public InSet {
            values = List.copyOf(values);
            require(!values.isEmpty() && values.size() <= MOST, "A set has 1 to " + MOST + " values");
        }
    }

    /** The whole of a value has the pattern, a regular expression of RE2, which takes time linear in the text whatever it is. */
    record Matches(String column, String pattern) implements Expectation {
        private static final int LONGEST = 1_000;

        public Matches {
            require(!pattern.isEmpty() && pattern.length() <= LONGEST, "A pattern has 1 to " + LONGEST + " characters");
        }
    }

    /** A value can be read as this type; dates and times as in ISO 8601. */
    record OfType(String column, ColumnType type) implements Expectation {}

    /** A value stands in a column of another source, or of the same. */
    record References(String column, String source, String other) implements Expectation {}

    /**
     * The newest day of a time that is not in the future lies at most so many days before the day of the check.
     *
     * @param days 0 to 36,500
     */
    record Fresh(String column, int days) implements Expectation {
        private static final int MOST = 36_500;

        public Fresh {
            require(days >= 0 && days <= MOST, "An age is 0 to " + MOST + " days");
        }
    }

    /** There are so many accepted rows, both ends included. */
    record RowCount(long least, long most) implements Expectation {
        public RowCount {
            require(least >= 0 && most >= least, "A number of rows lies between 0 or more and as much or more");
        }
    }

    /**
     * A time is not earlier than that of the row before it, in the order of the file.
     *
     * @param within the column whose values each have an order of their own; empty for one order of all rows
     */
    record InOrder(String column, String within) implements Expectation {}

    /** Where a condition holds, so does another expectation of rows. */
    record When(Rule condition, Expectation then) implements Expectation {
        public When {
            require(
                    then.isOfRows() && !(then instanceof When),
                    "Only an expectation of rows can have a condition, and one");
        }
    }

    /** A rule holds for each row. */
    record Holds(Rule rule) implements Expectation {}

    private static void require(boolean isFit, String otherwise) {
        if (!isFit) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
