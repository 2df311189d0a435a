package corymb.ui.segments;

import corymb.rule.Rule;
import java.util.Optional;

/** One line of a rule that is put together by clicking. */
sealed interface Condition permits FieldCondition, DeedCondition, MembershipCondition {
    /** The rule it says; empty while a value is missing or cannot be read. */
    Optional<Rule> rule();
}
