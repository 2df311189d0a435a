package corymb.store;

import corymb.project.History;
import corymb.project.Made;
import corymb.project.SegmentLedger;
import corymb.segment.Segment;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the members of segments in the file's ordinary table in step with the present project.
 *
 * <p>A row stands as long as its customer is a member, however often the segment is found anew: it carries the result that the
 * customer came in with, and when that was. So a refresh writes the rows of those who moved and no others. The seal of a segment's
 * rows is the sum of theirs.
 *
 * <p>Cost: comparing the members of before with those of now where somebody moved, and writing a row for each who did.
 */
final class ShownMembers {
    static final String TABLE = "segment_member";

    private static final Sql NOBODY = Sql.of("select '' as customer_id, 0 as version where false");

    private final Connection connection;
    private final Engine engine;

    ShownMembers(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /** Brings the table from the members of one history to those of another, in the caller's transaction. */
    void update(History before, History after, Progress progress) throws SQLException {
        var names = Stream.of(before, after)
                .flatMap(history -> history.present().segments().stream())
                .map(made -> made.value().name())
                .distinct()
                .toList();
        for (var name : names) {
            update(name, before, after, progress);
        }
    }

    private void update(String name, History before, History after, Progress progress) throws SQLException {
        var shown = before.present().segment(name);
        var wanted = after.present().segment(name);
        if (shown.map(Made::id).equals(wanted.map(Made::id))) {
            return;
        }
        var seal = unseal(shown);
        if (wanted.isEmpty()) {
            Rows.update(connection, "delete from segment_member where segment = ?", name);
            return;
        }
        if (!relations(shown).equals(relations(wanted))) {
            var entries = shown.isPresent() ? SegmentLedger.of(before, name).entries() : NOBODY;
            move(entries, SegmentLedger.of(after, name), seal, progress);
        }
        Rows.update(
                connection,
                "insert into shown values (?, ?, ?)",
                TABLE,
                wanted.get().id(),
                seal.hex());
    }

    private static List<Relation> relations(Optional<Made<Segment>> segment) {
        return segment.map(made -> made.value().relations()).orElse(List.of());
    }

    /** Takes off the seal of a segment's rows, to go on from there. */
    private RowSum unseal(Optional<Made<Segment>> shown) throws SQLException {
        if (shown.isEmpty()) {
            return new RowSum(RowSum.NONE);
        }
        try (var seal = connection.prepareStatement(
                "delete from shown where table_name = ? and result_id = ? returning sha256")) {
            seal.setString(1, TABLE);
            seal.setLong(2, shown.get().id());
            try (var row = seal.executeQuery()) {
                return new RowSum(row.next() ? row.getString(1) : RowSum.NONE);
            }
        }
    }

    /** Takes out the rows of those who are not what they were, and puts in those of what they are now. */
    private void move(Sql was, SegmentLedger ledger, RowSum seal, Progress progress) throws SQLException {
        try (var delete = connection.prepareStatement("delete from segment_member where segment = ? and customer_id = ?"
                        + " returning segment, customer_id, valid_from, valid_to, result_id");
                var insert = connection.prepareStatement("insert into segment_member values (?, ?, ?, ?, ?)")) {
            var rows = new MemberRows(ledger, delete, new RowBatch(insert), seal);
            engine.forEachRow(
                    Sql.of("select customer_id, was.version, now.version from (")
                            .then(was)
                            .then(") as was full join (")
                            .then(ledger.entries())
                            .then(") as now using (customer_id) where was.version is distinct from now.version"
                                    + " order by customer_id"),
                    rows::move,
                    progress);
            rows.end();
        } catch (RowBatch.Refused refused) {
            throw refused.reason();
        }
    }

    /** The seal of each segment's rows, by the result that it stands for; of rows of no segment under 0. */
    static Map<Long, String> seals(Connection connection) throws SQLException {
        var sums = new HashMap<Long, RowSum>();
        Rows.forEach(
                connection,
                "select segment.result_id, member.* from segment_member as member left join segment using (segment)",
                row -> sums.computeIfAbsent(
                                row.getFirst() instanceof Number id ? id.longValue() : 0L, _ -> new RowSum(RowSum.NONE))
                        .add(row.subList(1, row.size())));
        var seals = new HashMap<Long, String>();
        sums.forEach((result, sum) -> seals.put(result, sum.hex()));
        return seals;
    }
}
