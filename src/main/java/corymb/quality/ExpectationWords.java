package corymb.quality;

import corymb.rule.RuleText;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what is expected. */
final class ExpectationWords {
    private static final int TOLD = 6;

    private ExpectationWords() {}

    static String of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Required(var column) -> name(column) + " is never missing";
            case Expectation.Unique(var columns) ->
                columns.size() == 1 ? name(columns.getFirst()) + " is unique" : names(columns) + " together are unique";
            case Expectation.InRange range -> name(range.column()) + " is " + range(range);
            case Expectation.InSet(var column, var values) -> name(column) + " is one of " + values(values);
            case Expectation.Matches(var column, var pattern) -> name(column) + " has the pattern " + pattern;
            case Expectation.OfType(var column, var type) -> name(column) + " can be read as " + type(type);
            case Expectation.References(var column, var source, var other) ->
                name(column) + " is among the " + name(other) + " of " + source;
            case Expectation.Fresh(var column, var days) ->
                "the newest " + name(column) + " is at most " + count(days) + (days == 1 ? " day old" : " days old");
            case Expectation.RowCount(var least, var most) -> rows(least, most);
            case Expectation.InOrder(var column, var within) ->
                name(column) + " never goes back" + (within.isEmpty() ? "" : " within a " + name(within));
            case Expectation.When(var condition, var then) -> "where " + RuleText.of(condition) + ", " + of(then);
            case Expectation.Holds(var rule) -> RuleText.of(rule);
        };
    }

    private static String range(Expectation.InRange range) {
        if (range.low().isEmpty()) {
            return "at most " + plain(range.high().orElseThrow());
        }
        var low = plain(range.low().orElseThrow());
        return range.high().map(high -> "from " + low + " to " + plain(high)).orElse("at least " + low);
    }

    private static String rows(long least, long most) {
        if (most == Long.MAX_VALUE) {
            return "there are at least " + count(least) + " rows";
        }
        return "there are " + count(least) + " to " + count(most) + " rows";
    }

    private static String values(List<Constant> values) {
        var told = values.stream().limit(TOLD).map(ExpectationWords::plain).collect(Collectors.joining(", "));
        return values.size() > TOLD ? told + " and " + count(values.size() - TOLD) + " more" : told;
    }

    private static String plain(Constant constant) {
        return ExpectedValue.write(constant);
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "whole numbers";
            case DECIMAL -> "numbers";
            case BOOLEAN -> "true or false";
            case DATE -> "dates";
            case TIMESTAMP -> "times";
        };
    }

    private static String names(List<String> columns) {
        return columns.stream().map(ExpectationWords::name).collect(Collectors.joining(", "));
    }

    private static String name(String column) {
        return RuleText.field(column);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
