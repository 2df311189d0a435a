package corymb.quality;

import corymb.rule.RuleText;
import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import corymb.work.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Values of expectations as people write them. */
public final class ExpectedValue {
    private static final int LENGTH_OF_DAY = 10;

    private ExpectedValue() {}

    /**
     * Reads a value for a column of a type: 200.5, true, 1990-01-31, 2026-01-31T12:00:00Z or any text.
     *
     * @throws corymb.work.Failure when it is none of that type
     */
    public static Constant read(String text, ColumnType type) {
        try {
            return switch (type) {
                case TEXT -> new Expression.TextConstant(text);
                case INTEGER, DECIMAL -> new Expression.NumberConstant(Double.parseDouble(text.strip()));
                case BOOLEAN -> new Expression.TruthConstant(truth(text.strip()));
                case DATE, TIMESTAMP -> time(text.strip());
            };
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new Problem("“" + text + "” is no " + noun(type) + ".", "", remedy(type)).asFailure();
        }
    }

    /** The value as it can be read again. */
    public static String write(Constant constant) {
        return constant instanceof Expression.TextConstant(var text) ? text : RuleText.of(constant);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }

    private static Constant time(String text) {
        return text.length() == LENGTH_OF_DAY
                ? new Expression.DateConstant(LocalDate.parse(text))
                : new Expression.InstantConstant(Instant.parse(text));
    }

    private static String noun(ColumnType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER, DECIMAL -> "number";
            case BOOLEAN -> "truth value";
            case DATE, TIMESTAMP -> "date";
        };
    }

    private static String remedy(ColumnType type) {
        return switch (type) {
            case TEXT -> "";
            case INTEGER, DECIMAL -> "Write a number such as 200.5.";
            case BOOLEAN -> "Write true or false.";
            case DATE, TIMESTAMP -> "Write a day such as 1990-01-31 or a time such as 2026-01-31T12:00:00Z.";
        };
    }
}
