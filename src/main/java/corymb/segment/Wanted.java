package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Relation;
import java.time.Instant;
import java.util.Optional;

/**
 * A segment whose members are to be found.
 *
 * @param plan what it is to be
 * @param id of the result to be; the relation of its members is named by it
 * @param at when it is recorded
 * @param earlier what it was before; empty where it is new
 */
public record Wanted(SegmentPlan plan, long id, Instant at, Optional<Earlier> earlier) {
    /**
     * A segment as it was.
     *
     * @param segment its members, and who moved before
     * @param people the customers there were then; empty where that is no longer known
     * @param known what was known then, where the moment looked back from has moved since and that is still kept
     * @param otherwise what moved those whom no edit moved and who are no new customers, as far as it is known without looking at
     *     each: another segment or the groups where all else is the same, time where only the moment is another, else data
     */
    public record Earlier(Segment segment, Optional<Relation> people, Optional<Known> known, Cause otherwise) {}

    String name() {
        return "segment_" + id;
    }

    /** The rule it had before, where that was another one. */
    Optional<Rule> earlierRule() {
        return earlier.map(was -> was.segment().plan().rule()).filter(rule -> !rule.equals(plan.rule()));
    }
}
