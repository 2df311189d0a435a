package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.rule.Window;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Match;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.ui.kit.Typed;
import corymb.work.Failure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked of a field.
 *
 * @param value what is compared with, as typed; for {@link Ask#ONE_OF} several with commas between them
 * @param second the upper bound of {@link Ask#BETWEEN}
 */
record FieldCondition(Field field, Ask ask, String value, String second) implements Condition {
    @Override
    public Optional<Rule> rule() {
        var name = field.name();
        return switch (ask) {
            case AT_LEAST -> compared(Comparison.AT_LEAST);
            case AT_MOST -> compared(Comparison.AT_MOST);
            case BEFORE, LESS_THAN -> compared(Comparison.LESS);
            case AFTER, MORE_THAN -> compared(Comparison.GREATER);
            case IS -> compared(Comparison.EQUAL);
            case IS_NOT -> compared(Comparison.NOT_EQUAL);
            case BETWEEN ->
                constant(value).flatMap(low -> constant(second).map(high -> new Rule.Between(name, low, high)));
            case ONE_OF -> oneOf();
            case NONE_OF -> oneOf().map(Rule.Not::new);
            case CONTAINS -> matched(Match.CONTAINS);
            case CONTAINS_NOT -> matched(Match.CONTAINS).map(Rule.Not::new);
            case INCLUDES -> matched(Match.INCLUDES);
            case INCLUDES_NOT -> matched(Match.INCLUDES).map(Rule.Not::new);
            case IN_LAST -> days().map(count -> new Rule.Dated(name, new Window.Last(count, Window.Unit.DAYS)));
            case LONGER_AGO -> days().map(count -> new Rule.Older(name, count, Window.Unit.DAYS));
            case STARTS_WITH -> matched(Match.STARTS_WITH);
            case IS_MISSING -> Optional.of(new Rule.IsMissing(name));
            case IS_KNOWN -> Optional.of(new Rule.Not(new Rule.IsMissing(name)));
        };
    }

    private Optional<Rule> compared(Comparison comparison) {
        return constant(value).map(constant -> new Rule.Compare(field.name(), comparison, constant));
    }

    private Optional<Rule> matched(Match match) {
        return Optional.of(value.strip())
                .filter(text -> !text.isEmpty())
                .map(text -> new Rule.TextMatch(field.name(), match, text, false));
    }

    private Optional<Rule> oneOf() {
        var parts = Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(this::constant)
                .toList();
        List<Constant> values = parts.stream().flatMap(Optional::stream).toList();
        return values.isEmpty() || values.size() < parts.size()
                ? Optional.empty()
                : Optional.of(new Rule.OneOf(field.name(), values));
    }

    private Optional<Constant> constant(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case TEXT -> Optional.of(new Expression.TextConstant(text));
            case INTEGER, DECIMAL -> number(text);
            case BOOLEAN -> truth(text);
            case DATE, TIMESTAMP -> date(text);
        };
    }

    private static Optional<Constant> number(String text) {
        try {
            return Optional.of(new Expression.NumberConstant(Typed.number(text, "")));
        } catch (Failure _) {
            return Optional.empty(); // nothing is typed yet that is a number
        }
    }

    private static Optional<Constant> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Optional.of(new Expression.TruthConstant(true));
            case "false", "no" -> Optional.of(new Expression.TruthConstant(false));
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> date(String text) {
        try {
            return Optional.of(new Expression.DateConstant(LocalDate.parse(text)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Optional<Integer> days() {
        return Condition.days(value);
    }

    /** The condition that says a rule about a field; empty where nothing that can be clicked together does. */
    static Optional<FieldCondition> of(Rule rule, Field field) {
        return Ask.of(field.type()).stream()
                .flatMap(ask -> typed(rule).stream()
                        .map(typed -> new FieldCondition(field, ask, typed.getFirst(), typed.getLast())))
                .filter(condition -> condition.rule().equals(Optional.of(rule)))
                .findFirst();
    }

    /** What would be typed for a rule: the value and the upper bound. */
    private static Optional<List<String>> typed(Rule rule) {
        return switch (rule) {
            case Rule.Not(Rule.Test negated) -> typed(negated);
            case Rule.Compare compare -> Optional.of(List.of(typed(compare.value()), ""));
            case Rule.Between between -> Optional.of(List.of(typed(between.low()), typed(between.high())));
            case Rule.OneOf oneOf ->
                Optional.of(List.of(
                        oneOf.values().stream().map(FieldCondition::typed).collect(Collectors.joining(", ")), ""));
            case Rule.TextMatch match -> Optional.of(List.of(match.text(), ""));
            case Rule.Dated dated ->
                Optional.of(List.of(Integer.toString(dated.window().count()), ""));
            case Rule.Older older -> Optional.of(List.of(Integer.toString(older.count()), ""));
            case Rule.IsMissing _ -> Optional.of(List.of("", ""));
            case Rule.CompareFields _,
                    Rule.Not _,
                    Rule.EventTest _,
                    Rule.OfSegment _,
                    Rule.Everyone _,
                    Rule.All _,
                    Rule.Any _,
                    Rule.AtLeast _ -> Optional.empty();
        };
    }

    private static String typed(Constant constant) {
        return constant instanceof Expression.TextConstant(var text) ? text : RuleText.of(constant);
    }

    /** What would be typed for a number. */
    static String typed(double number) {
        return RuleText.of(new Expression.NumberConstant(number));
    }

    /** Numbers from one to another, either of which may be infinite. */
    record Range(double from, double to) {}

    /** The numbers it lets through where it cuts among them; all while what is typed is no number. */
    Range range() {
        double low = bound(value, Double.NEGATIVE_INFINITY);
        return switch (ask) {
            case AT_LEAST, MORE_THAN -> new Range(low, Double.POSITIVE_INFINITY);
            case AT_MOST, LESS_THAN -> new Range(Double.NEGATIVE_INFINITY, bound(value, Double.POSITIVE_INFINITY));
            case BETWEEN -> new Range(low, bound(second, Double.POSITIVE_INFINITY));
            case IS,
                    IS_NOT,
                    ONE_OF,
                    NONE_OF,
                    CONTAINS,
                    CONTAINS_NOT,
                    INCLUDES,
                    INCLUDES_NOT,
                    STARTS_WITH,
                    IN_LAST,
                    LONGER_AGO,
                    BEFORE,
                    AFTER,
                    IS_MISSING,
                    IS_KNOWN -> new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        };
    }

    private static double bound(String typed, double otherwise) {
        return number(typed.strip())
                .flatMap(constant -> constant instanceof Expression.NumberConstant(double number)
                        ? Optional.of(number)
                        : Optional.empty())
                .orElse(otherwise);
    }

    /** What a person could type for a question about a field of that type. */
    static String example(ColumnType type, Ask ask) {
        return ask.isOfDays() ? "30" : example(type);
    }

    private static String example(ColumnType type) {
        return switch (type) {
            case TEXT, BOOLEAN -> "";
            case INTEGER -> "10";
            case DECIMAL -> "10.5";
            case DATE, TIMESTAMP -> "2026-01-31";
        };
    }
}
