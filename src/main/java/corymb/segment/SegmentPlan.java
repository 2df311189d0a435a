package corymb.segment;

import corymb.rule.Rule;
import corymb.rule.RuleText;
import java.util.Optional;

/**
 * What a segment is to be.
 *
 * @param name what people call it, unique in its project
 * @param rule who belongs to it
 * @param clustering the name of the clustering that the field {@code cluster} means; empty when the rule needs none
 * @param origin the group that the rule tells, where it was made of one
 */
public record SegmentPlan(String name, Rule rule, String clustering, Optional<GroupOrigin> origin) {
    private static final int MOST_LETTERS = 2_000;

    public SegmentPlan {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A segment needs a name");
        }
    }

    public SegmentPlan(String name, Rule rule) {
        this(name, rule, "", Optional.empty());
    }

    /** The rule as people write it. */
    public String ruleText() {
        return RuleText.of(rule);
    }

    /** The same as far as a reader wants to see it: the rule of a list of customers goes on for pages. */
    public String ruleBrief() {
        var text = ruleText();
        return isLong() ? text.substring(0, MOST_LETTERS) + "…" : text;
    }

    /** Whether the rule is longer than anybody writes. */
    public boolean isLong() {
        return ruleText().length() > MOST_LETTERS;
    }
}
