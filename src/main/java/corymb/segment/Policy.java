package corymb.segment;

import corymb.table.Schema;
import corymb.work.NearName;
import corymb.work.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** To which segment customers belong whom several would take. */
public sealed interface Policy {
    /** They belong to all of them. */
    record Many() implements Policy {}

    /**
     * They belong to the first of them in an order; segments that it does not name come after those it does.
     *
     * @param order names of segments, the first takes first
     */
    record Priority(List<String> order) implements Policy {
        public Priority {
            order = List.copyOf(order);
        }
    }

    /**
     * They belong to the one that their score is highest for. A score is how many of all customers with a value of the field
     * have a lower one, 0 to 1, so that fields of different units can be compared; whoever has no value scores below all, and of
     * equal scores the first counts.
     *
     * @param scores the segments and the fields they are scored by; a segment without one scores below all,
     *     and stands here only for its place among such segments
     * @param margin how near the two highest scores are where a person should look at the customer, 0 to 1
     */
    record ByScore(List<Score> scores, double margin) implements Policy {
        /** A margin that is narrow and still no accident: one customer in twenty. */
        public static final double USUAL_MARGIN = 0.05;

        public ByScore {
            scores = List.copyOf(scores);
            if (!(margin >= 0 && margin <= 1)) {
                throw new IllegalArgumentException("A margin from 0 to 1, not " + margin);
            }
        }

        /** The scores that a field gives. */
        public List<Score> given() {
            return scores.stream().filter(Score::isGiven).toList();
        }

        /** The field that a segment is scored by. */
        public Optional<String> field(String segment) {
            return given().stream()
                    .filter(score -> score.segment().equals(segment))
                    .map(Score::field)
                    .findFirst();
        }
    }

    /**
     * What says how much a customer is of a segment.
     *
     * @param field a numeric field; empty where nothing says it
     */
    record Score(String segment, String field) {
        /** Whether anything says it. */
        public boolean isGiven() {
            return !field.isEmpty();
        }
    }

    /** The names of segments in the order in which they take: those the policy names, then the others as they come. */
    default List<String> order(Collection<String> segments) {
        var first = named().stream().filter(segments::contains).distinct().toList();
        return Stream.concat(first.stream(), segments.stream().filter(name -> !first.contains(name)))
                .toList();
    }

    /** The segments it names. */
    default List<String> named() {
        return switch (this) {
            case Many() -> List.of();
            case Priority(var order) -> order;
            case ByScore by -> by.scores().stream().map(Score::segment).toList();
        };
    }

    /** What keeps it from being taken; nothing where nothing does. */
    default Optional<Problem> check(Collection<String> segments, Schema fields) {
        return named().stream()
                .filter(name -> !segments.contains(name))
                .findFirst()
                .map(name -> new Problem("There is no segment of that name.", name, NearName.remedy(name, segments)))
                .or(() -> misfit(segments, fields));
    }

    /** What keeps it from being followed for these segments: a field that is gone, or no number. */
    default Optional<Problem> misfit(Collection<String> segments, Schema fields) {
        return scores().stream()
                .filter(score -> segments.contains(score.segment()))
                .map(Score::field)
                .filter(field -> fields.fields().stream()
                        .noneMatch(known ->
                                known.name().equals(field) && known.type().isNumeric()))
                .findFirst()
                .map(field -> new Problem(
                        "No feature of that name is a number to score by.", field, "Choose a numeric feature."));
    }

    private List<Score> scores() {
        return this instanceof ByScore by ? by.given() : List.of();
    }
}
