package corymb.segment;

import corymb.rule.Figure;
import corymb.rule.Rule;
import java.util.List;

/**
 * A change of what is known of somebody that would bring them into a segment, or out of it, while no part of it would.
 *
 * @param steps what would change, at least one
 */
public record SmallestChange(List<Step> steps) {
    public SmallestChange {
        steps = List.copyOf(steps);
    }

    /**
     * One thing that would be different.
     *
     * @param from what it is
     * @param to what it would have to be
     */
    public record Step(Subject subject, Possible from, Possible to) {}

    /** What a condition looks at. */
    public sealed interface Subject {}

    public record OfField(String field) implements Subject {}

    public record OfEvents(Figure figure) implements Subject {}

    /** A condition that looks at no single value, such as membership of another segment. */
    public record OfWhole(Rule condition) implements Subject {}

    /** How far it is to go: few steps count more than short ones. */
    double distance() {
        return steps.stream()
                .mapToDouble(step -> step.to().distance(step.from()))
                .sum();
    }
}
