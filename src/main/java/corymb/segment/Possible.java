package corymb.segment;

import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import corymb.table.ColumnType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody's field or figure could be, and what a rule would say of it. */
public sealed interface Possible {
    record Value(Constant constant) implements Possible {}

    /** Not known. */
    record Nothing() implements Possible {}

    /** A text that the rule does not name. */
    record SomethingElse() implements Possible {}

    /** Whether a condition that looks at no single value holds. */
    record Fact(boolean holds) implements Possible {}

    /** A value as the engine writes it. */
    static Possible read(String text, ColumnType type) {
        return new Value(
                switch (type) {
                    case TEXT -> new TextConstant(text);
                    case INTEGER, DECIMAL -> new NumberConstant(Double.parseDouble(text));
                    case BOOLEAN -> new TruthConstant(Boolean.parseBoolean(text));
                    case DATE -> new DateConstant(LocalDate.parse(text));
                    case TIMESTAMP ->
                        new InstantConstant(
                                LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
                });
    }

    /** The type of a constant. */
    static ColumnType type(Constant constant) {
        return switch (constant) {
            case TextConstant _ -> ColumnType.TEXT;
            case NumberConstant _ -> ColumnType.DECIMAL;
            case TruthConstant _ -> ColumnType.BOOLEAN;
            case DateConstant _ -> ColumnType.DATE;
            case InstantConstant _ -> ColumnType.TIMESTAMP;
        };
    }

    /** Whether a condition would hold if this were what it looks at; it holds of nothing that is missing. */
    default boolean meets(Rule condition, Instant asOf) {
        return switch (this) {
            case Fact(boolean holds) -> holds;
            case Nothing _ -> condition instanceof Rule.IsMissing;
            case SomethingElse _ ->
                condition instanceof Rule.Compare compare && compare.comparison() == Comparison.NOT_EQUAL;
            case Value(var constant) -> meets(constant, condition, asOf);
        };
    }

    private static boolean meets(Constant value, Rule condition, Instant asOf) {
        return switch (condition) {
            case Rule.Compare compare -> holds(compare.comparison(), value, compare.value());
            case Rule.Measured measured -> holds(measured.comparison(), value, measured.value());
            case Rule.Between between -> {
                boolean byDay = areDates(List.of(between.low(), between.high()));
                yield order(value, between.low(), byDay) >= 0 && order(value, between.high(), byDay) <= 0;
            }
            case Rule.OneOf oneOf -> {
                boolean byDay = areDates(oneOf.values());
                yield oneOf.values().stream().anyMatch(one -> order(value, one, byDay) == 0);
            }
            case Rule.TextMatch match -> match(((TextConstant) value).value(), match);
            case Rule.Dated dated ->
                !moment(value).isBefore(dated.window().start(asOf))
                        && moment(value).isBefore(dated.window().end(asOf));
            case Rule.Older older -> moment(value).isBefore(new Window.Last(older.count(), older.unit()).start(asOf));
            case Rule.IsMissing _,
                    Rule.CompareFields _,
                    Rule.Course _,
                    Rule.OfSegment _,
                    Rule.Everyone _,
                    Rule.All _,
                    Rule.Any _,
                    Rule.AtLeast _,
                    Rule.Not _ -> false;
        };
    }

    private static boolean areDates(List<Constant> constants) {
        return constants.stream().allMatch(DateConstant.class::isInstance);
    }

    private static boolean holds(Comparison comparison, Constant value, Constant with) {
        int order = order(value, with, areDates(List.of(with)));
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** Texts are in the order of their bytes, as the engine has them. */
    private static int order(Constant value, Constant with, boolean byDay) {
        return switch (value) {
            case NumberConstant(double number) -> Double.compare(number, ((NumberConstant) with).value());
            case TruthConstant(boolean truth) -> Boolean.compare(truth, ((TruthConstant) with).value());
            case TextConstant(var text) -> Arrays.compareUnsigned(bytes(text), bytes(((TextConstant) with).value()));
            case DateConstant _, InstantConstant _ ->
                byDay ? day(value).compareTo(day(with)) : moment(value).compareTo(moment(with));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Instant moment(Constant constant) {
        return constant instanceof DateConstant(var date)
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : ((InstantConstant) constant).value();
    }

    static LocalDate day(Constant constant) {
        return constant instanceof DateConstant(var date)
                ? date
                : LocalDate.ofInstant(((InstantConstant) constant).value(), ZoneOffset.UTC);
    }

    private static boolean match(String text, Rule.TextMatch match) {
        var in = match.exactly() ? text : text.toLowerCase(Locale.ROOT);
        var part = match.exactly() ? match.text() : match.text().toLowerCase(Locale.ROOT);
        return switch (match.match()) {
            case CONTAINS -> in.contains(part);
            case STARTS_WITH -> in.startsWith(part);
            case ENDS_WITH -> in.endsWith(part);
            case LIKE -> throw new IllegalArgumentException("A pattern is the engine's to match");
        };
    }

    /** How far it is from another value of the same kind: a number by its size, a date by months; anything else is one step away. */
    default double distance(Possible from) {
        return known().flatMap(to -> from.known().map(was -> distance(to, was))).orElse(1.0);
    }

    private static double distance(Constant to, Constant from) {
        return switch (to) {
            case NumberConstant(double number) -> {
                double was = ((NumberConstant) from).value();
                yield Math.abs(number - was) / Math.max(1, Math.abs(was));
            }
            case DateConstant _, InstantConstant _ ->
                Math.abs(moment(to).getEpochSecond() - moment(from).getEpochSecond()) / 86_400.0 / 30;
            case TextConstant _, TruthConstant _ -> 1;
        };
    }

    /** What it is, where that is known. */
    default Optional<Constant> known() {
        return this instanceof Value(var constant) ? Optional.of(constant) : Optional.empty();
    }
}
