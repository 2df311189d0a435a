package corymb.segment;

/**
 * What a segment is to be.
 *
 * @param name what people call it, unique in its project
 * @param rule who belongs to it
 * @param clustering the name of the clustering that the field {@code cluster} means; empty when the rule needs none
 */
public record SegmentPlan(String name, Rule rule, String clustering) {
    public SegmentPlan {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A segment needs a name");
        }
    }

    public SegmentPlan(String name, Rule rule) {
        this(name, rule, "");
    }

    /** The rule as people write it. */
    public String ruleText() {
        return RuleText.of(rule);
    }
}
