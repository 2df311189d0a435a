package corymb.ui.segments;

import corymb.rule.Rule;
import java.util.Optional;

/**
 * Whether somebody is in another segment.
 *
 * @param segment its name; may be empty
 */
record MembershipCondition(boolean isMember, String segment) implements Condition {
    @Override
    public Optional<Rule> rule() {
        var rule = new Rule.InSegment(segment);
        return segment.isBlank() ? Optional.empty() : Optional.of(isMember ? rule : new Rule.Not(rule));
    }
}
