package corymb.rule;

import corymb.sql.Expression.Constant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an edit did to a rule, condition by condition.
 *
 * <p>A condition that stands in both rules, wherever, is not told; one that asks about the same thing as before is told as changed.
 * The order of conditions does not count.
 *
 * <p>Cost: linear in the length of the rules.
 *
 * @param edits those to what was there before in its order, then what is new; none where the rules ask for the same
 */
public record RuleDifference(List<Edit> edits) {
    private static final int DROPPED = RuleShape.DROPPED;

    /** What was done to a condition, or to how conditions are joined. */
    public sealed interface Edit {}

    /** A condition that was not there. */
    public record Added(Condition condition) implements Edit {}

    /** A condition that is there no more. */
    public record Removed(Condition condition) implements Edit {}

    /** A condition that asks otherwise about the same. */
    public record Changed(Rule before, Rule after) implements Edit {}

    /** A list of values that others came to, or went from. */
    public record Relisted(Rule.OneOf before, Rule.OneOf after) implements Edit {
        /** The values that are new in it. */
        public List<Constant> added() {
            return without(after.values(), before.values());
        }

        /** The values that are in it no more. */
        public List<Constant> removed() {
            return without(before.values(), after.values());
        }

        private boolean isSame() {
            return added().isEmpty() && removed().isEmpty();
        }

        private static List<Constant> without(List<Constant> values, List<Constant> others) {
            var known = new HashSet<>(others);
            return values.stream().filter(value -> !known.contains(value)).toList();
        }
    }

    /** The conditions were joined otherwise, such as by or instead of and. */
    public record Rejoined(Rule before, Rule after) implements Edit {}

    /** A part of a rule that stands for itself, and how it is joined to the others beside it. */
    public record Condition(Rule rule, Joining joining) {}

    /** How a condition is joined to others. */
    public enum Joining {
        /** There are no others. */
        ALONE,
        ALL,
        ANY,
        /** Some of several are enough. */
        SOME
    }

    public RuleDifference {
        edits = List.copyOf(edits);
    }

    /** What makes the one rule the other. */
    public static RuleDifference between(Rule before, Rule after) {
        var was = conditions(before, Joining.ALONE).toList();
        var is = conditions(after, Joining.ALONE).toList();
        var kept = paired(was, is);
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < was.size(); i++) {
            int place = kept.get(i);
            edit(was.get(i), place == DROPPED ? Optional.empty() : Optional.of(is.get(place)))
                    .ifPresent(edits::add);
        }
        var taken = new HashSet<>(kept);
        for (int i = 0; i < is.size(); i++) {
            if (!taken.contains(i)) {
                edits.add(new Added(is.get(i)));
            }
        }
        var keptNow = IntStream.range(0, is.size()).map(i -> taken.contains(i) ? i : DROPPED);
        if (!RuleShape.of(before, kept.stream()).equals(RuleShape.of(after, keptNow.boxed()))) {
            edits.add(new Rejoined(before, after));
        }
        return new RuleDifference(edits);
    }

    private static Optional<Edit> edit(Condition before, Optional<Condition> after) {
        if (after.isEmpty()) {
            return Optional.of(new Removed(before));
        }
        var now = after.get().rule();
        if (now.equals(before.rule())) {
            return Optional.empty();
        }
        if (before.rule() instanceof Rule.OneOf was && now instanceof Rule.OneOf is) {
            var listed = new Relisted(was, is);
            return Optional.<Edit>of(listed).filter(_ -> !listed.isSame());
        }
        return Optional.of(new Changed(before.rule(), now));
    }

    /** For each condition of before the place of what it is now, where it is there still. */
    private static List<Integer> paired(List<Condition> was, List<Condition> is) {
        var kept = new ArrayList<>(Collections.nCopies(was.size(), DROPPED));
        pair(was, is, kept, rule -> rule);
        pair(was, is, kept, RuleDifference::subject);
        return kept;
    }

    private static void pair(
            List<Condition> was, List<Condition> is, List<Integer> kept, Function<Rule, Object> likeness) {
        var taken = new HashSet<>(kept);
        var free = new HashMap<Object, Queue<Integer>>();
        for (int i = 0; i < is.size(); i++) {
            if (!taken.contains(i)) {
                free.computeIfAbsent(likeness.apply(is.get(i).rule()), _ -> new ArrayDeque<>())
                        .add(i);
            }
        }
        for (int i = 0; i < was.size(); i++) {
            var like = free.get(likeness.apply(was.get(i).rule()));
            if (kept.get(i) == DROPPED && like != null && !like.isEmpty()) {
                kept.set(i, like.remove());
            }
        }
    }

    /** What a condition asks about. */
    private static String subject(Rule rule) {
        return switch (rule) {
            case Rule.Test test -> "field " + test.field();
            case Rule.EventTest test -> "events " + RuleText.of(test.filters().getFirst());
            case Rule.OfSegment of -> "segment " + of.segment();
            case Rule.Not(var negated) -> negated.parts().isEmpty() ? subject(negated) : "not";
            case Rule.Everyone _, Rule.All _, Rule.Any _, Rule.AtLeast _ -> RuleText.of(rule);
        };
    }

    private static Stream<Condition> conditions(Rule rule, Joining joining) {
        return switch (rule) {
            case Rule.All(var rules) -> rules.stream().flatMap(part -> conditions(part, Joining.ALL));
            case Rule.Any(var rules) -> rules.stream().flatMap(part -> conditions(part, Joining.ANY));
            case Rule.AtLeast some -> some.rules().stream().flatMap(part -> conditions(part, Joining.SOME));
            case Rule.Not _, Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ ->
                Stream.of(new Condition(rule, joining));
        };
    }
}
