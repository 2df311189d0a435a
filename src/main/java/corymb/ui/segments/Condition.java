package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.ui.kit.Typed;
import corymb.work.Failure;
import java.util.List;
import java.util.Optional;

/** One line of a rule that is put together by clicking. */
sealed interface Condition
        permits FieldCondition,
                DeedCondition,
                MembershipCondition,
                AlikeCondition,
                WorthCondition,
                OrderCondition,
                ListedCondition,
                TextCondition {
    /** The rule it says; empty while a value is missing or cannot be read. */
    Optional<Rule> rule();

    /**
     * The condition that says a rule; what cannot be clicked together is one in the words of the rule language.
     *
     * @param topics what conditions can be about; the last can say anything
     */
    static Condition of(Rule rule, List<Topic> topics) {
        return topics.stream()
                .<Condition>flatMap(topic -> topic.condition(rule).stream())
                .findFirst()
                .orElseThrow();
    }

    /** A whole number from 1 on, as typed. */
    static Optional<Integer> whole(String typed) {
        try {
            return Optional.of(Typed.whole(typed, "")).filter(number -> number >= 1);
        } catch (Failure _) {
            return Optional.empty(); // nothing is typed yet that is a whole number
        }
    }

    /** How many days, or other units of time, something lasts, as typed. */
    static Optional<Integer> days(String typed) {
        return whole(typed).filter(count -> count <= Window.Unit.MOST);
    }
}
