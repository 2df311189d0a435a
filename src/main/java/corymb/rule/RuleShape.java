package corymb.rule;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How some of a rule's conditions are joined, whatever their order; the others are as if they had never been there.
 *
 * @param kind how the parts are joined, or the place of a condition
 * @param parts in an order that depends on nothing but them; none of a condition
 */
record RuleShape(String kind, List<RuleShape> parts) {
    /** The place of a condition that is left out. */
    static final int DROPPED = -1;

    private static final String ALL = "all";
    private static final String ANY = "any";

    RuleShape {
        parts = List.copyOf(parts);
    }

    /**
     * Of a rule.
     *
     * @param places by what each of its conditions is known, from left to right
     */
    static Optional<RuleShape> of(Rule rule, Stream<Integer> places) {
        return of(rule, places.iterator());
    }

    private static Optional<RuleShape> of(Rule rule, Iterator<Integer> places) {
        return switch (rule) {
            case Rule.All(var rules) -> joined(ALL, parts(rules, places));
            case Rule.Any(var rules) -> joined(ANY, parts(rules, places));
            case Rule.AtLeast some -> {
                var parts = parts(some.rules(), places);
                yield joined(some.count() >= parts.size() ? ALL : some.count() == 1 ? ANY : "" + some.count(), parts);
            }
            case Rule.Not _, Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ ->
                Optional.of(places.next())
                        .filter(place -> place != DROPPED)
                        .map(place -> new RuleShape("#" + place, List.of()));
        };
    }

    private static List<RuleShape> parts(List<Rule> rules, Iterator<Integer> places) {
        return rules.stream().flatMap(rule -> of(rule, places).stream()).toList();
    }

    private static Optional<RuleShape> joined(String kind, List<RuleShape> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        boolean isFlat = kind.equals(ALL) || kind.equals(ANY);
        return Optional.of(new RuleShape(
                kind,
                parts.stream()
                        .flatMap(part -> isFlat && part.kind().equals(kind) ? part.parts().stream() : Stream.of(part))
                        .sorted(java.util.Comparator.comparing(RuleShape::text))
                        .toList()));
    }

    private String text() {
        return kind + parts.stream().map(RuleShape::text).collect(Collectors.joining(",", "(", ")"));
    }
}
