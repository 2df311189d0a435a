package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.table.Table;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why somebody meets a rule, or does not.
 *
 * @param rule the rule, or a part of it
 * @param holds whether it holds
 * @param value what it looks at, as a text; empty where that is missing or it looks at no single value
 * @param parts the same for the rules it is made of
 */
public record Verdict(Rule rule, boolean holds, Optional<String> value, List<Verdict> parts) {
    public Verdict {
        parts = List.copyOf(parts);
    }

    /**
     * Tells why one of the population meets a rule or not, part by part.
     *
     * @throws corymb.work.Failure when there is no such person, or the rule does not fit
     */
    public static Verdict of(Engine engine, Population population, Rule rule, String person, Progress progress) {
        Segmentation.require(population, rule);
        var leaves = rule.leaves().distinct().toList();
        var row = engine.table(new RuleQuery(population).answers(leaves, person), progress);
        if (row.rowCount() == 0) {
            throw new Problem("There is no customer “" + person + "”.", "", "Take an id from the column customer_id.")
                    .asFailure();
        }
        return of(rule, leaves, row);
    }

    /** The verdicts on the conditions that stand for themselves, from left to right. */
    Stream<Verdict> leaves() {
        return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(Verdict::leaves);
    }

    /** The smallest changes that would turn it round, the nearest first and at most three; none where nothing that can change would. */
    public List<SmallestChange> changes(Population population) {
        return SmallestChanges.of(this, population.terms(), population.asOf());
    }

    private static Verdict of(Rule rule, List<Rule> leaves, Table row) {
        var parts = rule.parts().stream().map(part -> of(part, leaves, row)).toList();
        long holding = parts.stream().filter(Verdict::holds).count();
        return switch (rule) {
            case Rule.All _ -> new Verdict(rule, holding == parts.size(), Optional.empty(), parts);
            case Rule.Any _ -> new Verdict(rule, holding > 0, Optional.empty(), parts);
            case Rule.AtLeast some -> new Verdict(rule, holding >= some.count(), Optional.empty(), parts);
            case Rule.Not _ -> new Verdict(rule, holding == 0, Optional.empty(), parts);
            case Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ -> {
                int leaf = leaves.indexOf(rule);
                var value = row.column(RuleQuery.value(leaf));
                yield new Verdict(
                        rule,
                        row.numbers(RuleQuery.holds(leaf)).get(0) == 1,
                        value.isMissing(0) ? Optional.empty() : Optional.of(value.text(0)),
                        List.of());
            }
        };
    }
}
