package corymb.segment;

import corymb.sql.Relation;
import corymb.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * Who came into a segment and who left it since it was first defined.
 *
 * <p>Those who were in it at first have not moved. Played back from the members of now, the moves give those of any earlier time.
 *
 * @param rows one row a move: {@code customer_id}, {@code version} (the id of the result that found it), {@code at} (when it was
 *     recorded), {@code is_in} and {@code cause}; none where nobody has moved yet
 * @param latest how many moved when the members were found last, by cause
 */
public record Moves(Optional<Relation> rows, List<Moved> latest) {
    public static final Moves NONE = new Moves(Optional.empty(), List.of());

    private static final Sql NOBODY = Sql.of("select '' as customer_id, false as is_in, '' as cause where false");

    public Moves {
        latest = List.copyOf(latest);
    }

    /** How many came in when the members were found last. */
    public long entered() {
        return latest.stream().mapToLong(Moved::entered).sum();
    }

    /** How many went out when the members were found last. */
    public long left() {
        return latest.stream().mapToLong(Moved::left).sum();
    }

    /**
     * One row for each who is in now and was not as of a version, or the other way round: {@code customer_id}, {@code is_in}, and
     * the {@code cause} of their last move.
     */
    public Sql since(long version) {
        return rows.map(moves -> Sql.of(
                        "select customer_id, arg_max(is_in, version) as is_in, arg_max(cause, version) as cause from "
                                + moves.quoted() + " where version > ? group by customer_id"
                                + " having arg_min(is_in, version) = arg_max(is_in, version)",
                        version))
                .orElse(NOBODY);
    }

    /** The ids of the members as of a version: whoever has moved since was then what their first move since ended. */
    Sql membersOf(Relation members, long version) {
        var now = Sql.of("select customer_id from " + members.quoted());
        return rows.map(moves -> Sql.of(
                                "with since as (select customer_id, arg_min(is_in, version) as came from "
                                        + moves.quoted() + " where version > ? group by customer_id) ",
                                version)
                        .then(now)
                        .then(" anti join since using (customer_id)"
                                + " union all select customer_id from since where not came"))
                .orElse(now);
    }

    /** The members, {@code customer_id}, and the {@code version} that each came in with last: {@code first} for those who never moved. */
    Sql entries(Relation members, long first) {
        return rows.map(moves -> Sql.of(
                        "select customer_id, coalesce(came.version, ?) as version from " + members.quoted()
                                + " left join (select customer_id, max(version) as version from " + moves.quoted()
                                + " where is_in group by customer_id) as came using (customer_id)",
                        first))
                .orElseGet(() ->
                        Sql.of("select customer_id, cast(? as bigint) as version from " + members.quoted(), first));
    }
}
