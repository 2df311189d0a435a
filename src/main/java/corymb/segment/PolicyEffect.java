package corymb.segment;

import java.util.List;

/**
 * What a policy makes of segments: of each, {@code after} is {@code before} less the moves from it.
 *
 * @param policy how it came about
 * @param lines the segments in the order in which they take
 * @param moves who would go from one segment to another; the most first
 * @param conflicts which two segments share customers; the most first
 * @param several how many customers are in several segments
 * @param unclear how many of them a person should look at: those without a clear score, or all where no score decides
 */
public record PolicyEffect(
        Policy policy, List<Line> lines, List<Move> moves, List<Overlap.Pair> conflicts, long several, long unclear) {
    public PolicyEffect {
        lines = List.copyOf(lines);
        moves = List.copyOf(moves);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * How many customers a segment has, and how many belong to it under the policy.
     *
     * @param confidence how sure it is on average that those it has are of it, 0 to 1; see {@link Allotment#memberships}
     */
    public record Line(String segment, long before, long after, double confidence) {}

    /** How many members of one segment belong to another under the policy. */
    public record Move(String from, String to, long customers) {}

    /** Where the members of a segment go that do not stay. */
    public List<Move> from(String segment) {
        return moves.stream().filter(move -> move.from().equals(segment)).toList();
    }
}
