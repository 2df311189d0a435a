package corymb.segment;

import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import corymb.table.ColumnType;
import corymb.table.Zone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
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
    default boolean meets(Rule condition, Moment asOf) {
        return switch (this) {
            case Fact(boolean holds) -> holds;
            case Nothing _ -> condition instanceof Rule.IsMissing;
            case SomethingElse _ ->
                condition instanceof Rule.Compare compare && compare.comparison() == Comparison.NOT_EQUAL;
            case Value(var constant) -> meets(constant, condition, asOf);
        };
    }

    private static boolean meets(Constant value, Rule condition, Moment asOf) {
        return switch (condition) {
            case Rule.Compare compare -> holds(compare.comparison(), value, compare.value(), asOf.zone());
            case Rule.Measured measured -> holds(measured.comparison(), value, measured.value(), asOf.zone());
            case Rule.Between between -> {
                var order = new Order(List.of(between.low(), between.high()), asOf.zone());
                yield order.of(value, between.low()) >= 0 && order.of(value, between.high()) <= 0;
            }
            case Rule.OneOf oneOf -> {
                var order = new Order(oneOf.values(), asOf.zone());
                yield oneOf.values().stream().anyMatch(one -> order.of(value, one) == 0);
            }
            case Rule.TextMatch match -> match(((TextConstant) value).value(), match);
            case Rule.Dated dated ->
                !moment(value, asOf.zone()).isBefore(dated.window().start(asOf))
                        && moment(value, asOf.zone()).isBefore(dated.window().end(asOf));
            case Rule.Older older -> moment(value, asOf.zone()).isBefore(asOf.back(older.count(), older.unit()));
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

    private static boolean holds(Comparison comparison, Constant value, Constant with, Zone zone) {
        int order = new Order(List.of(with), zone).of(value, with);
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** How values stand to the constants of a condition: by days where all of these are dates. */
    record Order(boolean isByDay, Zone zone) {
        Order(List<Constant> constants, Zone zone) {
            this(constants.stream().allMatch(DateConstant.class::isInstance), zone);
        }

        /** Texts are in the order of their bytes, as the engine has them. */
        int of(Constant value, Constant with) {
            return switch (value) {
                case NumberConstant(double number) -> Double.compare(number, ((NumberConstant) with).value());
                case TruthConstant(boolean truth) -> Boolean.compare(truth, ((TruthConstant) with).value());
                case TextConstant(var text) ->
                    Arrays.compareUnsigned(bytes(text), bytes(((TextConstant) with).value()));
                case DateConstant _, InstantConstant _ ->
                    isByDay
                            ? day(value, zone).compareTo(day(with, zone))
                            : moment(value, zone).compareTo(moment(with, zone));
            };
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    static Instant moment(Constant constant, Zone zone) {
        return constant instanceof DateConstant(var date) ? zone.startOf(date) : ((InstantConstant) constant).value();
    }

    static LocalDate day(Constant constant, Zone zone) {
        return constant instanceof DateConstant(var date) ? date : zone.day(((InstantConstant) constant).value());
    }

    private static boolean match(String text, Rule.TextMatch match) {
        var in = match.exactly() ? text : text.toLowerCase(Locale.ROOT);
        var part = match.exactly() ? match.text() : match.text().toLowerCase(Locale.ROOT);
        return switch (match.match()) {
            case CONTAINS -> in.contains(part);
            case INCLUDES -> Collections.indexOfSubList(values(in), values(part)) >= 0;
            case STARTS_WITH -> in.startsWith(part);
            case ENDS_WITH -> in.endsWith(part);
            case LIKE, MATCHES -> throw new IllegalArgumentException("A pattern is the engine's to match");
        };
    }

    private static List<String> values(String list) {
        return List.of(list.replaceAll("[\\[\\]\"]", "").replace(", ", ",").split(",", -1));
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
                Math.abs(moment(to, Zone.UTC).getEpochSecond()
                                - moment(from, Zone.UTC).getEpochSecond())
                        / 86_400.0
                        / 30;
            case TextConstant _, TruthConstant _ -> 1;
        };
    }

    /** What it is, where that is known. */
    default Optional<Constant> known() {
        return this instanceof Value(var constant) ? Optional.of(constant) : Optional.empty();
    }
}
