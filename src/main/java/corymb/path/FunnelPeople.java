package corymb.path;

import corymb.path.Funnel.Of;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Some of the people of a funnel: those behind one of its bars.
 *
 * @param funnel where they were counted
 * @param step the step they took, from 1
 * @param isLeft whether only those who did not take the next one
 * @param part of which part; empty for all
 */
public record FunnelPeople(Funnel funnel, int step, boolean isLeft, Optional<Of> part) {
    private static final String ID = Sql.name(Population.ID);

    /** A query for their ids. */
    public Sql ids() {
        var reached = Sql.of("select " + ID + " from " + funnel.ways().quoted() + " where reached "
                + (isLeft ? "= " : ">= ") + step);
        return part.map(of -> reached.then(" and ").then(within(of))).orElse(reached);
    }

    private Sql within(Of of) {
        return switch (of) {
            case Of.Value(var value) -> Sql.of("part = ?", value);
            case Of.Membership(boolean isIn) -> Sql.of("part = ?", Boolean.toString(isIn));
            case Of.Missing _ -> Sql.of("part is null");
            case Of.Others _ -> {
                var told = funnel.parts().stream()
                        .flatMap(each -> each.of() instanceof Of.Value(var value)
                                ? Stream.of(Sql.of("part != ?", value))
                                : Stream.empty())
                        .toList();
                yield Sql.of("part is not null and ").then(Sql.join(" and ", told));
            }
        };
    }

    /**
     * The rule that tells the same people: of the first step, and with steps one by one of the second. Nothing says it of longer ways,
     * and of what came first.
     *
     * @param fields what is known of the customers
     */
    public Optional<Rule> rule(Schema fields) {
        var rules = new ArrayList<Rule>();
        funnel.plan().segment().ifPresent(segment -> rules.add(new Rule.InSegment(segment)));
        var way = way();
        var apart = part.map(of -> apart(of, fields)).orElse(Optional.of(new Rule.Everyone()));
        if (way.isEmpty() || apart.isEmpty()) {
            return Optional.empty();
        }
        rules.addAll(way.get());
        apart.filter(rule -> !(rule instanceof Rule.Everyone)).ifPresent(rules::add);
        return Optional.of(rules.size() == 1 ? rules.getFirst() : new Rule.All(rules));
    }

    private Optional<List<Rule>> way() {
        var steps = funnel.plan().steps();
        if (!steps.isOrdered() || step > 2 || (isLeft && step == 2 && steps.count() > 2)) {
            return Optional.empty();
        }
        var both = new Rule.Sequence(
                steps.rules().getFirst(),
                true,
                steps.rules().get(1),
                steps.link(),
                funnel.plan().starting());
        if (step == 2) {
            return Optional.of(List.of(both));
        }
        return Optional.of(isLeft ? List.of(first(), new Rule.Not(both)) : List.of(first()));
    }

    private Rule first() {
        var steps = funnel.plan().steps();
        var first = steps.rules().getFirst();
        var filter = steps.isOfSession()
                ? new Rule.All(List.of(first, new Rule.Not(new Rule.IsMissing(Link.SESSION))))
                : first;
        return Deed.in(filter, funnel.plan().starting());
    }

    private Optional<Rule> apart(Of of, Schema fields) {
        return switch (funnel.plan().breakdown()) {
            case Breakdown.BySegment(var segment) -> {
                var member = new Rule.InSegment(segment);
                yield of instanceof Of.Membership(boolean isIn)
                        ? Optional.of(isIn ? member : new Rule.Not(member))
                        : Optional.empty();
            }
            case Breakdown.ByField(var field) -> byField(of, field, fields);
            case Breakdown.None _, Breakdown.ByFirstEvent _ -> Optional.empty();
        };
    }

    private static Optional<Rule> byField(Of of, String field, Schema fields) {
        if (of instanceof Of.Missing) {
            return Optional.of(new Rule.IsMissing(field));
        }
        return of instanceof Of.Value(var value)
                ? fields.find(field)
                        .flatMap(known -> constant(value, known.type()))
                        .map(constant -> new Rule.Compare(field, Comparison.EQUAL, constant))
                : Optional.empty();
    }

    private static Optional<Constant> constant(String value, ColumnType type) {
        return switch (type) {
            case TEXT -> Optional.of(new Expression.TextConstant(value));
            case INTEGER, DECIMAL -> Optional.of(new Expression.NumberConstant(Double.parseDouble(value)));
            case BOOLEAN -> Optional.of(new Expression.TruthConstant(Boolean.parseBoolean(value)));
            case DATE -> Optional.of(new Expression.DateConstant(LocalDate.parse(value)));
            case TIMESTAMP -> Optional.empty();
        };
    }
}
