package corymb.ui.segments;

import corymb.rule.Rule;
import java.util.Optional;

/**
 * Whether somebody is in another segment.
 *
 * @param segment its name; may be empty
 */
record MembershipCondition(boolean isMember, String segment) implements Condition {
    /** The condition that says a rule; empty where the rule asks for something else. */
    static Optional<MembershipCondition> of(Rule rule) {
        return switch (rule) {
            case Rule.InSegment(var segment) -> Optional.of(new MembershipCondition(true, segment));
            case Rule.Not(Rule.InSegment(var segment)) -> Optional.of(new MembershipCondition(false, segment));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Rule> rule() {
        var rule = new Rule.InSegment(segment);
        return segment.isBlank() ? Optional.empty() : Optional.of(isMember ? rule : new Rule.Not(rule));
    }
}
