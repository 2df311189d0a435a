package corymb.path;

import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.work.Problem;
import java.util.List;

/** By what the people of a funnel are told apart. */
public sealed interface Breakdown {
    /** By nothing: all together. */
    record None() implements Breakdown {}

    /** By what a field says of the customer. */
    record ByField(String field) implements Breakdown {}

    /** By whether they are in a segment. */
    record BySegment(String segment) implements Breakdown {}

    /** By what a column says of the event they began with; of several at that moment, the smallest. */
    record ByFirstEvent(String column) implements Breakdown {}

    /** What keeps it from being told; empty when nothing does. */
    default List<Problem> check(Terms terms) {
        return switch (this) {
            case None _ -> List.of();
            case ByField(var field) -> new Rule.IsMissing(field).check(terms);
            case BySegment(var segment) -> new Rule.InSegment(segment).check(terms);
            case ByFirstEvent(var column) -> new Rule.IsMissing(column).check(terms.events());
        };
    }
}
