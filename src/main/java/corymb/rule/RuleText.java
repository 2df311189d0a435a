package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rules as text that reads back as the same rule. */
public final class RuleText {
    private RuleText() {}

    public static String of(Rule rule) {
        return switch (rule) {
            case Rule.Everyone _ -> "everyone";
            case Rule.All all -> joined(all.rules(), " and ");
            case Rule.Any any -> joined(any.rules(), " or ");
            case Rule.Not not -> negated(not.rule());
            case Rule.Test test -> test(test, "");
            case Rule.EventTest test -> EventRuleText.of(test, "");
            case Rule.InSegment(var segment) -> "in segment " + of(new Expression.TextConstant(segment));
            case Rule.Alike(int count, var segment, var features) ->
                "among " + count + " most like segment " + of(new Expression.TextConstant(segment)) + " by "
                        + features.stream().map(RuleText::field).collect(Collectors.joining(", ", "(", ")"));
            case Rule.AtLeast(int count, var rules) ->
                "at least " + count + " of "
                        + rules.stream().map(RuleText::of).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    /** A figure of events as it stands in a rule, before what it is compared with. */
    public static String of(Figure figure) {
        return EventRuleText.of(figure);
    }

    /** Which events a rule over their columns takes, as it stands after the word did. */
    public static String ofEvents(Rule filter) {
        return EventRuleText.events(filter);
    }

    /** A value as it stands in a rule. */
    public static String of(Constant constant) {
        return switch (constant) {
            case Expression.TextConstant text -> '"' + text.value().replace("\"", "\"\"") + '"';
            case Expression.NumberConstant number -> number(number.value());
            case Expression.TruthConstant truth -> Boolean.toString(truth.value());
            case Expression.DateConstant date -> date.value().toString();
            case Expression.InstantConstant instant -> instant.value().toString();
        };
    }

    /** A field's name as it stands in a rule: between backticks unless it is a plain word. */
    public static String field(String name) {
        return RuleTokens.isPlainWord(name) && !Keyword.isKeyword(name) ? name : '`' + name.replace("`", "``") + '`';
    }

    private static String joined(List<Rule> rules, String word) {
        return rules.stream()
                .map(rule -> binds(rule, word) ? of(rule) : "(" + of(rule) + ")")
                .collect(Collectors.joining(word));
    }

    /** Whether the rule holds together without parentheses between such words. */
    private static boolean binds(Rule rule, String word) {
        return switch (rule) {
            case Rule.Any _ -> false;
            case Rule.All _ -> word.equals(" or ");
            case Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _, Rule.AtLeast _, Rule.Not _ -> true;
        };
    }

    private static String negated(Rule rule) {
        return switch (rule) {
            case Rule.All _, Rule.Any _ -> "not (" + of(rule) + ")";
            case Rule.Everyone _,
                    Rule.Not _,
                    Rule.Compare _,
                    Rule.CompareFields _,
                    Rule.Older _,
                    Rule.OfSegment _,
                    Rule.AtLeast _ -> "not " + of(rule);
            case Rule.EventTest test -> EventRuleText.of(test, "not ");
            case Rule.Test test -> test(test, "not ");
        };
    }

    private static String test(Rule.Test test, String not) {
        var field = field(test.field()) + " ";
        return switch (test) {
            case Rule.Compare compare -> field + comparison(compare) + " " + of(compare.value());
            case Rule.CompareFields compare -> field + compare.comparison().symbol() + " " + field(compare.other());
            case Rule.Between between -> field + not + "between " + of(between.low()) + " and " + of(between.high());
            case Rule.OneOf oneOf ->
                field + not + "in "
                        + oneOf.values().stream().map(RuleText::of).collect(Collectors.joining(", ", "(", ")"));
            case Rule.TextMatch match ->
                field
                        + not
                        + Keyword.of(match.match())
                        + (match.exactly() ? " exactly " : " ")
                        + of(new Expression.TextConstant(match.text()));
            case Rule.IsMissing _ -> field + "is " + not + "missing";
            case Rule.Dated dated -> field + not + dated.window().words();
            case Rule.Older older -> field + "more than " + older.span() + " ago";
        };
    }

    private static String comparison(Rule.Compare compare) {
        if (compare.value() instanceof Expression.DateConstant) {
            return switch (compare.comparison()) {
                case LESS -> "before";
                case GREATER -> "after";
                case EQUAL, NOT_EQUAL, AT_MOST, AT_LEAST -> compare.comparison().symbol();
            };
        }
        return compare.comparison().symbol();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        boolean isReadable = value == 0 || (size >= 1e-6 && size < 1e15);
        return isReadable ? new NumberColumn("", ColumnType.DECIMAL, value).text(0) : Double.toString(value);
    }
}
