package corymb.feature;

import corymb.preparation.Learnt;
import corymb.rule.Rule;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import corymb.table.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ranges of the columns of a {@link FeatureMatrix} mean for the features they were made from, as rules.
 *
 * <p>A customer without a value belongs where what stands for it in the matrix lies: with those who have none of the values told of a text.
 *
 * @param encodings how the columns came about
 * @param schema the features
 */
public record ColumnRules(List<Encoding> encodings, Schema schema) {
    private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    public ColumnRules {
        encodings = List.copyOf(encodings);
    }

    /**
     * Bounds of the values of a column.
     *
     * @param column which column of the matrix
     * @param above negative infinity where there is no such bound
     * @param upTo infinity where there is no such bound
     */
    public record Bounds(int column, double above, double upTo) {
        /** Of a column for the value of a text: whether customers have it. */
        private boolean isIt() {
            return upTo >= 1;
        }
    }

    /** Holds for the customers whose value is within the bounds of every column, at most one a column; several values of one text are told together. */
    public Rule within(List<Bounds> box) {
        var byText = box.stream()
                .filter(each -> encoding(each).level().isPresent())
                .collect(Collectors.groupingBy(each -> encoding(each).feature()));
        var tests = box.stream()
                .filter(each -> {
                    var others = byText.getOrDefault(encoding(each).feature(), List.of());
                    return others.isEmpty() || others.getFirst().equals(each);
                })
                .map(each -> told(each, byText.getOrDefault(encoding(each).feature(), List.of())))
                .flatMap(rule -> rule instanceof Rule.All(var parts) ? parts.stream() : Stream.of(rule))
                .toList();
        return switch (tests.size()) {
            case 0 -> new Rule.Everyone();
            case 1 -> tests.getFirst();
            default -> new Rule.All(tests);
        };
    }

    private Encoding encoding(Bounds bounds) {
        return encodings.get(bounds.column());
    }

    private Rule told(Bounds bounds, List<Bounds> ofText) {
        return ofText.size() < 2
                ? between(bounds)
                : ofText.stream()
                        .filter(Bounds::isIt)
                        .findFirst()
                        .map(this::between)
                        .orElseGet(() -> noneOf(
                                encoding(bounds),
                                ofText.stream()
                                        .flatMap(each -> encoding(each).level().stream())
                                        .toList()));
    }

    /**
     * Holds for who has none of some values. Where all values are known and the others are no more, these are told in their place; who has no
     * value then is told beside them, where there is such a customer.
     */
    private Rule noneOf(Encoding encoding, List<String> excluded) {
        var left = encodings.stream()
                .filter(other -> other.feature().equals(encoding.feature()))
                .flatMap(other -> other.level().stream())
                .filter(level -> !excluded.contains(level))
                .toList();
        boolean isClosed = !left.contains(Learnt.OTHERS);
        boolean isShorter = excluded.contains(Learnt.OTHERS) || left.size() <= excluded.size();
        var isMissing = new Rule.IsMissing(encoding.feature());
        if (!isClosed || !isShorter) {
            return new Rule.Not(oneOf(encoding.feature(), excluded));
        }
        if (left.isEmpty()) {
            return isMissing;
        }
        var known = oneOf(encoding.feature(), left);
        return encoding.missing() > 0 ? new Rule.Any(List.of(known, isMissing)) : known;
    }

    private static Rule oneOf(String field, List<String> levels) {
        var values = levels.stream().<Constant>map(Expression.TextConstant::new).toList();
        return values.size() == 1
                ? new Rule.Compare(field, Comparison.EQUAL, values.getFirst())
                : new Rule.OneOf(field, values);
    }

    private Rule between(Bounds bounds) {
        return between(bounds.column(), bounds.above(), bounds.upTo());
    }

    /** Holds for the customers whose value in a column is larger than one bound and no larger than the other. */
    Rule between(int column, double above, double upTo) {
        var encoding = encodings.get(column);
        var type = schema.find(encoding.feature()).orElseThrow().type();
        if (encoding.level().isPresent()) {
            return level(encoding, encoding.level().get(), upTo >= 1);
        }
        var known = known(encoding.feature(), type, above, upTo);
        boolean holdsGaps = encoding.missing() > 0 && encoding.filledWith() > above && encoding.filledWith() <= upTo;
        return holdsGaps ? new Rule.Any(List.of(known, new Rule.IsMissing(encoding.feature()))) : known;
    }

    private static Rule known(String field, ColumnType type, double above, double upTo) {
        if (type == ColumnType.BOOLEAN) {
            return new Rule.Compare(field, Comparison.EQUAL, new Expression.TruthConstant(upTo >= 1));
        }
        var bounds = new ArrayList<Rule>();
        if (above > Double.NEGATIVE_INFINITY) {
            bounds.add(new Rule.Compare(field, Comparison.GREATER, constant(type, above)));
        }
        if (upTo < Double.POSITIVE_INFINITY) {
            bounds.add(new Rule.Compare(field, Comparison.AT_MOST, constant(type, upTo)));
        }
        return bounds.size() == 1 ? bounds.getFirst() : new Rule.All(bounds);
    }

    /** Dates are whole days, so that what lies between two of them belongs to the earlier one. */
    private static Constant constant(ColumnType type, double value) {
        return switch (type) {
            case DATE -> new Expression.DateConstant(LocalDate.ofEpochDay((long) Math.floor(value)));
            case TIMESTAMP ->
                new Expression.InstantConstant(
                        Instant.EPOCH.plus((long) Math.floor(value * MICROS_PER_DAY), ChronoUnit.MICROS));
            case INTEGER, DECIMAL, BOOLEAN, TEXT -> new Expression.NumberConstant(value);
        };
    }

    private Rule level(Encoding encoding, String level, boolean isIt) {
        var field = encoding.feature();
        if (!level.equals(Learnt.OTHERS)) {
            var test = new Rule.Compare(field, Comparison.EQUAL, new Expression.TextConstant(level));
            return isIt ? test : new Rule.Not(test);
        }
        var commonest = new Rule.OneOf(
                field,
                encodings.stream()
                        .filter(other -> other.feature().equals(field) && !other.equals(encoding))
                        .flatMap(other -> other.level().stream())
                        .<Constant>map(Expression.TextConstant::new)
                        .toList());
        var isMissing = new Rule.IsMissing(field);
        return isIt
                ? new Rule.All(List.of(new Rule.Not(commonest), new Rule.Not(isMissing)))
                : new Rule.Any(List.of(commonest, isMissing));
    }
}
