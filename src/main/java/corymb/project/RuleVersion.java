package corymb.project;

import corymb.rule.RuleDifference;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.Segment;

/**
 * A rule as a segment once had it, from its saving until the next edit.
 *
 * @param number which one of the segment's, from 1
 * @param made the segment when it was first found by this rule
 * @param difference what the edit did to the rule before; nothing for the first
 */
public record RuleVersion(int number, Made<Segment> made, RuleDifference difference) {
    public boolean isFirst() {
        return number == 1;
    }

    /** How many the edit itself brought in and took out, beside what new data did at the same time. */
    public Moved moved() {
        return made.value().moves().latest().stream()
                .filter(moved -> moved.cause() == Cause.RULE)
                .findFirst()
                .orElse(new Moved(Cause.RULE, 0, 0));
    }
}
