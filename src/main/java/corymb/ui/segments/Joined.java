package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.ui.kit.Texts;
import java.util.List;

/** How the conditions of a group stand together, as a marketer would say it. */
enum Joined {
    ALL("segments.all"),
    ANY("segments.any"),
    NONE("segments.none"),
    NOT_ALL("segments.notAll"),
    AT_LEAST("segments.atLeast"),
    FEWER("segments.fewer");

    private final String key;

    Joined(String key) {
        this.key = key;
    }

    /** Whether it asks for a number of conditions. */
    boolean isCounted() {
        return this == AT_LEAST || this == FEWER;
    }

    /**
     * Joins rules; one alone needs no joining.
     *
     * @param rules at least one
     * @param count how many of them; no more than there are
     */
    Rule join(List<Rule> rules, int count) {
        return switch (this) {
            case ALL -> all(rules);
            case ANY -> any(rules);
            case NONE -> new Rule.Not(any(rules));
            case NOT_ALL -> new Rule.Not(all(rules));
            case AT_LEAST -> atLeast(rules, count);
            case FEWER -> new Rule.Not(atLeast(rules, count));
        };
    }

    private static Rule all(List<Rule> rules) {
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private static Rule any(List<Rule> rules) {
        return rules.size() == 1 ? rules.getFirst() : new Rule.Any(rules);
    }

    private static Rule atLeast(List<Rule> rules, int count) {
        return rules.size() == 1 ? rules.getFirst() : new Rule.AtLeast(Math.clamp(count, 1, rules.size()), rules);
    }

    @Override
    public String toString() {
        return Texts.of(key);
    }
}
