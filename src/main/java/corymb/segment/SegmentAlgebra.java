package corymb.segment;

import corymb.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Segments joined to one, each with all before it: ((A and B) or C) minus D.
 *
 * @param first the segment that the others are joined to
 * @param steps the others, in order
 */
public record SegmentAlgebra(String first, List<Step> steps) {
    public SegmentAlgebra {
        steps = List.copyOf(steps);
    }

    /** A segment alone. */
    public static SegmentAlgebra of(String first) {
        return new SegmentAlgebra(first, List.of());
    }

    /** How a segment is joined to those before it. */
    public enum Joining {
        /** Who is in both. */
        AND,
        /** Who is in at least one. */
        OR,
        /** Who is in those before, but not in this one. */
        MINUS
    }

    /** A segment and how it is joined. */
    public record Step(Joining joining, String segment) {}

    /** The same with one segment more. */
    public SegmentAlgebra with(Joining joining, String segment) {
        var more = new ArrayList<>(steps);
        more.add(new Step(joining, segment));
        return new SegmentAlgebra(first, more);
    }

    /** The same without the last segment; the first stays. */
    public SegmentAlgebra withoutLast() {
        return new SegmentAlgebra(first, steps.subList(0, Math.max(0, steps.size() - 1)));
    }

    /** The segments, in order. */
    public List<String> segments() {
        return Stream.concat(Stream.of(first), steps.stream().map(Step::segment))
                .toList();
    }

    /** Who belongs to it, such as {@code in segment "A" and not in segment "B"}. */
    public Rule rule() {
        Rule rule = new Rule.InSegment(first);
        for (var step : steps) {
            rule = joined(rule, step);
        }
        return rule;
    }

    private static Rule joined(Rule before, Step step) {
        var segment = new Rule.InSegment(step.segment());
        return switch (step.joining()) {
            case AND -> new Rule.All(and(before, segment));
            case MINUS -> new Rule.All(and(before, new Rule.Not(segment)));
            case OR -> new Rule.Any(or(before, segment));
        };
    }

    private static List<Rule> and(Rule before, Rule next) {
        return before instanceof Rule.All(var rules)
                ? Stream.concat(rules.stream(), Stream.of(next)).toList()
                : List.of(before, next);
    }

    private static List<Rule> or(Rule before, Rule next) {
        return before instanceof Rule.Any(var rules)
                ? Stream.concat(rules.stream(), Stream.of(next)).toList()
                : List.of(before, next);
    }
}
