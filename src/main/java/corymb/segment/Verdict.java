package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.table.Table;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why somebody meets a rule, or does not.
 *
 * @param rule the rule, or a part of it
 * @param holds whether it holds
 * @param value what it looks at, as a text; empty where that is missing or it looks at no single value
 * @param events the events it looks at; empty where it looks at none
 * @param parts the same for the rules it is made of
 */
public record Verdict(
        Rule rule, boolean holds, Optional<String> value, Optional<Evidence> events, List<Verdict> parts) {
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
        var events = new HashMap<Rule, Evidence>();
        for (var leaf : leaves) {
            if (leaf instanceof Rule.EventTest test) {
                events.put(leaf, Evidence.of(engine, population, test, person, progress));
            }
        }
        return new Answered(leaves, row, events).of(rule);
    }

    /** The verdicts on the conditions that stand for themselves, from left to right. */
    Stream<Verdict> leaves() {
        return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(Verdict::leaves);
    }

    /** The smallest changes that would turn it round, the nearest first and at most three; none where nothing that can change would. */
    public List<SmallestChange> changes(Population population) {
        return SmallestChanges.of(this, population.terms(), population.moment());
    }

    /** What the engine answered about each of the conditions that stand for themselves. */
    private record Answered(List<Rule> leaves, Table row, Map<Rule, Evidence> events) {
        Verdict of(Rule rule) {
            var parts = rule.parts().stream().map(this::of).toList();
            long holding = parts.stream().filter(Verdict::holds).count();
            return switch (rule) {
                case Rule.All _ -> joined(rule, holding == parts.size(), parts);
                case Rule.Any _ -> joined(rule, holding > 0, parts);
                case Rule.AtLeast some -> joined(rule, holding >= some.count(), parts);
                case Rule.Not _ -> joined(rule, holding == 0, parts);
                case Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ -> leaf(rule);
            };
        }

        private static Verdict joined(Rule rule, boolean holds, List<Verdict> parts) {
            return new Verdict(rule, holds, Optional.empty(), Optional.empty(), parts);
        }

        private Verdict leaf(Rule rule) {
            int leaf = leaves.indexOf(rule);
            var value = row.column(RuleQuery.value(leaf));
            return new Verdict(
                    rule,
                    row.numbers(RuleQuery.holds(leaf)).get(0) == 1,
                    value.isMissing(0) ? Optional.empty() : Optional.of(value.text(0)),
                    Optional.ofNullable(events.get(rule)),
                    List.of());
        }
    }
}
