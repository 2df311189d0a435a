package corymb.feature;

import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.All;
import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Pick;
import corymb.sql.Expression.RowCount;
import corymb.sql.Expression.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes apart what is gathered of the events that have the same value in some column, such as all purchases.
 *
 * <p>The engine asks for each aggregate again which events it is of; where several are of the same few, passing over these alone
 * takes a third of the time.
 */
final class Apart {
    private static final int ENOUGH = 5;

    private Apart() {}

    /** The same aggregates in the same columns, those of each event at more grains. */
    static Map<Grain, Gathering> of(Map<Grain, Gathering> gatherings) {
        var all = new LinkedHashMap<Grain, Gathering>();
        gatherings.forEach((grain, gathering) -> {
            if (grain.equals(Grain.Each.EVENT)) {
                all.putAll(parts(gathering));
            } else {
                all.put(grain, gathering);
            }
        });
        return all;
    }

    private static Map<Grain, Gathering> parts(Gathering gathering) {
        var alike = new LinkedHashMap<Condition, Map<Aggregate, Column>>();
        gathering
                .gathered()
                .forEach((aggregate, column) -> alike.computeIfAbsent(value(aggregate), _ -> new LinkedHashMap<>())
                        .put(aggregate, column));
        var rest = new LinkedHashMap<Aggregate, Column>();
        var parts = new LinkedHashMap<Grain, Gathering>();
        parts.put(Grain.Each.EVENT, gathering.with(rest));
        alike.forEach((value, some) -> {
            boolean isEnough = some.size() >= ENOUGH || some.keySet().stream().anyMatch(Apart::isReckoned);
            if (value.equals(All.ROWS) || !isEnough) {
                rest.putAll(some);
            } else {
                parts.put(new Grain.Each(value), gathering.with(without(value, some)));
            }
        });
        return parts;
    }

    /** Which value all events of an aggregate have; of all events where there is none. */
    private static Condition value(Aggregate aggregate) {
        return conditions(aggregate.where())
                .filter(condition -> isOf(condition, Comparison.EQUAL)
                        || (isReckoned(aggregate) && isOf(condition, Comparison.AT_LEAST)))
                .findFirst()
                .orElse(All.ROWS);
    }

    private static boolean isOf(Condition condition, Comparison comparison) {
        return condition instanceof Compare compare
                && compare.comparison() == comparison
                && compare.left() instanceof Column
                && compare.right() instanceof Constant;
    }

    /** The engine reckons a value of all events that are passed over, whether they count or not. */
    private static boolean isReckoned(Aggregate aggregate) {
        return aggregate instanceof Summary summary && summary.value() instanceof Arithmetic;
    }

    /** Every condition that has to be met. */
    private static Stream<Condition> conditions(Condition where) {
        return where instanceof All(var conditions) ? conditions.stream().flatMap(Apart::conditions) : Stream.of(where);
    }

    private static Map<Aggregate, Column> without(Condition value, Map<Aggregate, Column> some) {
        var others = new LinkedHashMap<Aggregate, Column>();
        some.forEach((aggregate, column) -> others.put(of(aggregate, without(value, aggregate.where())), column));
        return others;
    }

    private static Condition without(Condition value, Condition where) {
        List<Condition> left =
                conditions(where).filter(condition -> !condition.equals(value)).toList();
        return left.isEmpty() ? All.ROWS : new All(left);
    }

    private static Aggregate of(Aggregate aggregate, Condition where) {
        return switch (aggregate) {
            case RowCount _ -> new RowCount(where);
            case Summary summary -> new Summary(summary.measure(), summary.value(), where);
            case Pick pick -> new Pick(pick.end(), pick.value(), pick.by(), where);
        };
    }
}
