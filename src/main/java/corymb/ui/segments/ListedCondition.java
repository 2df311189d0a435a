package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.segment.Population;
import corymb.segment.UnknownIds;
import corymb.sql.Expression.TextConstant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether somebody is on a list.
 *
 * @param ids the customers' ids as pasted
 */
record ListedCondition(String ids) implements Condition {
    @Override
    public Optional<Rule> rule() {
        return UnknownIds.rule(UnknownIds.read(ids));
    }

    /** The condition that says a rule; empty where the rule asks for something else, or an id could not be pasted. */
    static Optional<ListedCondition> of(Rule rule) {
        return rule instanceof Rule.OneOf oneOf && oneOf.field().equals(Population.ID)
                ? Optional.of(new ListedCondition(oneOf.values().stream()
                                .map(value -> value instanceof TextConstant(var id) ? id : RuleText.of(value))
                                .collect(Collectors.joining("\n"))))
                        .filter(condition -> condition.rule().equals(Optional.of(rule)))
                : Optional.empty();
    }
}
