package corymb.ui.segments;

import corymb.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody is among those who are most like a segment.
 *
 * @param segment its name; may be empty
 * @param count how many of them, as typed
 * @param features the names of the fields that tell how alike they are
 */
record AlikeCondition(String segment, String count, List<String> features) implements Condition {
    AlikeCondition {
        features = List.copyOf(features);
    }

    @Override
    public Optional<Rule> rule() {
        return segment.isBlank() || features.isEmpty()
                ? Optional.empty()
                : Condition.whole(count).map(many -> new Rule.Alike(many, segment, features));
    }

    /** The condition that says a rule; empty where the rule asks for something else. */
    static Optional<AlikeCondition> of(Rule rule) {
        return rule instanceof Rule.Alike alike
                ? Optional.of(new AlikeCondition(alike.segment(), Integer.toString(alike.count()), alike.features()))
                : Optional.empty();
    }
}
