package corymb.segment;

import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.segment.Possible.Fact;
import corymb.segment.Possible.Nothing;
import corymb.segment.Possible.SomethingElse;
import corymb.segment.Possible.Value;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import corymb.table.ColumnType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The values around the bounds of conditions that look at the same thing.
 *
 * @param type what kind of values it has
 * @param isWhole whether they are whole numbers, none below 0 where events are counted
 */
record Alternatives(List<Rule> conditions, ColumnType type, boolean isWhole, Moment asOf) {
    private static final int MOST_NAMED = 5;
    private static final double LEAST_CENT = 0.01;

    Stream<Possible> stream(Possible current) {
        return switch (current) {
            case Fact(boolean holds) -> Stream.of(new Fact(!holds));
            case Nothing _ -> values().findAny().isEmpty() ? Stream.of(any()) : values();
            case Value _, SomethingElse _ ->
                conditions.stream().anyMatch(Rule.IsMissing.class::isInstance)
                        ? Stream.concat(Stream.of(new Nothing()), values())
                        : values();
        };
    }

    List<Possible> of(Possible current) {
        return stream(current).distinct().toList();
    }

    /** Any value at all, where only that there is none counts. */
    private Possible any() {
        return switch (type) {
            case TEXT -> new SomethingElse();
            case INTEGER, DECIMAL -> new Value(new NumberConstant(0));
            case BOOLEAN -> new Value(new TruthConstant(true));
            case DATE -> new Value(new DateConstant(asOf.day()));
            case TIMESTAMP -> new Value(new InstantConstant(asOf.at()));
        };
    }

    private Stream<Possible> values() {
        return switch (type) {
            case TEXT -> {
                var named = conditions.stream()
                        .flatMap(Alternatives::texts)
                        .<Possible>map(Value::new)
                        .toList();
                yield named.isEmpty() || !areNames()
                        ? named.stream()
                        : Stream.concat(named.stream(), Stream.of(new SomethingElse()));
            }
            case BOOLEAN ->
                bounds().findAny().isEmpty()
                        ? Stream.empty()
                        : Stream.of(true, false).map(truth -> new Value(new TruthConstant(truth)));
            case INTEGER, DECIMAL ->
                bounds().flatMapToDouble(bound -> around(((NumberConstant) bound).value()))
                        .mapToObj(number -> new Value(new NumberConstant(number)));
            case DATE ->
                bounds().map(bound -> Possible.day(bound, asOf.zone()))
                        .flatMap(day -> Stream.of(day, day.minusDays(1), day.plusDays(1)))
                        .map(day -> new Value(new DateConstant(day)));
            case TIMESTAMP -> bounds().flatMap(this::around).map(moment -> new Value(new InstantConstant(moment)));
        };
    }

    /** Whether all that counts of a text is which of those named it is. */
    private boolean areNames() {
        return conditions.stream().allMatch(condition -> switch (condition) {
            case Rule.Compare compare ->
                compare.comparison() == Comparison.EQUAL || compare.comparison() == Comparison.NOT_EQUAL;
            case Rule.TextMatch match -> !match.text().isEmpty();
            case Rule.OneOf _, Rule.IsMissing _ -> true;
            default -> false;
        });
    }

    private static Stream<Constant> texts(Rule condition) {
        return condition instanceof Rule.TextMatch match
                ? Stream.of(new TextConstant(match.text()))
                : constants(condition).filter(TextConstant.class::isInstance);
    }

    private Stream<Constant> bounds() {
        return conditions.stream().flatMap(condition -> switch (condition) {
            case Rule.Dated dated ->
                instants(dated.window().start(asOf), dated.window().end(asOf));
            case Rule.Older older -> instants(asOf.back(older.count(), older.unit()));
            default -> constants(condition);
        });
    }

    private static Stream<Constant> instants(Instant... moments) {
        return Stream.of(moments).map(InstantConstant::new);
    }

    private static Stream<Constant> constants(Rule condition) {
        return switch (condition) {
            case Rule.Compare compare -> Stream.of(compare.value());
            case Rule.Measured measured -> Stream.of(measured.value());
            case Rule.Between between -> Stream.of(between.low(), between.high());
            case Rule.OneOf oneOf -> oneOf.values().stream().limit(MOST_NAMED);
            default -> Stream.empty();
        };
    }

    /** A bound, and the next values below and above it: a whole number, a hundredth, or less where the bound itself is small. */
    private DoubleStream around(double bound) {
        if (isWhole) {
            return DoubleStream.of(Math.floor(bound), Math.ceil(bound), Math.floor(bound) - 1, Math.ceil(bound) + 1)
                    .filter(number -> number >= 0 || conditions.stream().noneMatch(Rule.Measured.class::isInstance));
        }
        double step = bound == 0
                ? LEAST_CENT
                : Math.min(LEAST_CENT, Math.pow(10, Math.floor(Math.log10(Math.abs(bound))) - 4));
        return DoubleStream.of(bound, bound - step, bound + step);
    }

    /** A moment, and a second before and after it; of a date, its first and last moments, and those next to them. */
    private Stream<Instant> around(Constant bound) {
        var second = Duration.ofSeconds(1);
        var moment = Possible.moment(bound, asOf.zone());
        var here = Stream.of(moment, moment.minus(second), moment.plus(second));
        return bound instanceof DateConstant(var day)
                ? Stream.concat(here, Stream.of(asOf.zone().startOf(day.plusDays(1))))
                : here;
    }
}
