package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Match;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
            case BEFORE -> compared(Comparison.LESS);
            case AFTER -> compared(Comparison.GREATER);
            case IS -> compared(Comparison.EQUAL);
            case IS_NOT -> compared(Comparison.NOT_EQUAL);
            case BETWEEN ->
                constant(value).flatMap(low -> constant(second).map(high -> new Rule.Between(name, low, high)));
            case ONE_OF -> oneOf();
            case CONTAINS -> matched(Match.CONTAINS);
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
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(new Expression.NumberConstant(number)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
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

    /** What a person is asked to type for a field of that type. */
    static String example(ColumnType type) {
        return switch (type) {
            case TEXT, BOOLEAN -> "";
            case INTEGER -> "10";
            case DECIMAL -> "10.5";
            case DATE, TIMESTAMP -> "2026-01-31";
        };
    }
}
