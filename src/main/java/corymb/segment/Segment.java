package corymb.segment;

import corymb.rule.Moment;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Stored;
import corymb.stats.Share;
import corymb.table.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The people who met a rule.
 *
 * @param plan how it came about
 * @param members one row a person, column {@code customer_id}, sorted
 * @param population how many people the rule was asked about
 * @param asOf the time the fields describe
 * @param zone whose days the rule means
 * @param fit how well the rule tells the group it was made of, as the customers are now; empty where it was made of none, or that
 *     group is gone
 * @param moves who came in and who went out since it was first defined
 */
public record Segment(
        SegmentPlan plan,
        Relation members,
        long population,
        Instant asOf,
        Zone zone,
        Optional<GroupFit> fit,
        Moves moves)
        implements Stored {
    public String name() {
        return plan.name();
    }

    /** The time the fields describe, by the clock of the zone. */
    public Moment moment() {
        return new Moment(asOf, zone);
    }

    /** How many people belong to it. */
    public long count() {
        return members.rows();
    }

    /** How many people belonged to it before its members were found last; those of now where they were found for the first time. */
    public long countBefore() {
        return count() - moves.entered() + moves.left();
    }

    /** The part of the population that belongs to it. */
    public Share share() {
        return Share.of(count(), population);
    }

    /** The ids of those who were its members as of the version of that id, as was known then. */
    public Sql membersOf(long version) {
        return moves.membersOf(members, version);
    }

    /** The members and the version that each came in with last; for those who never moved, the first. */
    public Sql entries(long first) {
        return moves.entries(members, first);
    }

    @Override
    public List<Relation> relations() {
        return Stream.concat(Stream.of(members), moves.rows().stream()).toList();
    }
}
