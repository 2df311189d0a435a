package corymb.ui.segments;

import corymb.rule.Rule;
import java.util.List;
import java.util.Optional;

/** A rule as it is put together by clicking: conditions, in groups that may hold groups. */
sealed interface Part {
    /** The rule it says; empty while nothing in it is complete. */
    Optional<Rule> rule();

    record One(Condition condition) implements Part {
        @Override
        public Optional<Rule> rule() {
            return condition.rule();
        }
    }

    /**
     * Parts that stand together.
     *
     * @param count how many of them are asked for, where the joining asks for a number
     */
    record Group(Joined joined, int count, List<Part> parts) implements Part {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Optional<Rule> rule() {
            var rules = parts.stream().map(Part::rule).flatMap(Optional::stream).toList();
            return rules.isEmpty() ? Optional.empty() : Optional.of(joined.join(rules, count));
        }
    }

    /** A rule as a group; nothing of it is lost. */
    static Group of(Rule rule, List<Topic> topics) {
        return part(rule, topics) instanceof Group group
                ? group
                : new Group(Joined.ALL, 1, List.of(part(rule, topics)));
    }

    private static Part part(Rule rule, List<Topic> topics) {
        return switch (rule) {
            case Rule.All all -> group(Joined.ALL, 1, all, topics);
            case Rule.Any any -> group(Joined.ANY, 1, any, topics);
            case Rule.AtLeast some -> group(Joined.AT_LEAST, some.count(), some, topics);
            case Rule.Not(Rule.Any any) -> group(Joined.NONE, 1, any, topics);
            case Rule.Not(Rule.All all) -> group(Joined.NOT_ALL, 1, all, topics);
            case Rule.Not(Rule.AtLeast some) -> group(Joined.FEWER, some.count(), some, topics);
            case Rule.Not _, Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ ->
                new One(Condition.of(rule, topics));
        };
    }

    private static Group group(Joined joined, int count, Rule rule, List<Topic> topics) {
        return new Group(
                joined,
                count,
                rule.parts().stream().map(one -> part(one, topics)).toList());
    }
}
