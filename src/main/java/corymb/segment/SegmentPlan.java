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
 * @param listed whom the list that is the rule was made of; empty where the rule is none, or was written by hand
 */
public record SegmentPlan(
        String name, Rule rule, String clustering, Optional<GroupOrigin> origin, Optional<ListOrigin> listed) {
    private static final int MOST_LETTERS = 2_000;

    public SegmentPlan {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A segment needs a name");
        }
    }

    public SegmentPlan(String name, Rule rule) {
        this(name, rule, "", Optional.empty());
    }

    public SegmentPlan(String name, Rule rule, String clustering, Optional<GroupOrigin> origin) {
        this(name, rule, clustering, origin, Optional.empty());
    }

    /** The same, by a list of customers who were something. */
    public SegmentPlan listing(ListOrigin who) {
        return new SegmentPlan(name, rule, clustering, origin, Optional.of(who));
    }

    /** The same about the groups that an earlier rule of the segment meant, where it does not say itself which. */
    public SegmentPlan meaningAs(SegmentPlan before) {
        return clustering.isEmpty() ? new SegmentPlan(name, rule, before.clustering, origin, listed) : this;
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
