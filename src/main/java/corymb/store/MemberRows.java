package corymb.store;

import corymb.project.Made;
import corymb.project.SegmentLedger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one segment's members on their way into the file's table and out of it. */
final class MemberRows {
    private final String segment;
    private final Map<Long, String> times;
    private final PreparedStatement delete;
    private final RowBatch insert;
    private final RowSum seal;

    /**
     * Begins.
     *
     * @param delete takes out the row of a segment and a customer and returns it
     * @param seal of the rows there are, to be kept in step
     */
    MemberRows(SegmentLedger ledger, PreparedStatement delete, RowBatch insert, RowSum seal) {
        this.segment = ledger.now().value().name();
        this.times = ledger.versions().stream()
                .collect(Collectors.toMap(Made::id, made -> made.at().toString()));
        this.delete = delete;
        this.insert = insert;
        this.seal = seal;
    }

    /** Takes a customer's id, the version that they came in with as their row says, if there is one, and the one it is to say, if any. */
    void move(List<? extends @Nullable Object> row) {
        var customer = String.valueOf(row.getFirst());
        if (row.get(1) != null) {
            takeOut(customer);
        }
        if (row.get(2) instanceof Number version) {
            putIn(customer, version.longValue());
        }
    }

    private void takeOut(String customer) {
        try {
            delete.setString(1, segment);
            delete.setString(2, customer);
            Rows.forEach(delete, seal::remove);
        } catch (SQLException e) {
            throw new RowBatch.Refused(e);
        }
    }

    private void putIn(String customer, long version) {
        var row = new ArrayList<@Nullable Object>();
        row.add(segment);
        row.add(customer);
        row.add(Objects.requireNonNull(times.get(version), "a version of the segment"));
        row.add(null);
        insert.add(row, version);
        row.add(version);
        seal.add(row);
    }

    /** Puts in what is left. */
    void end() throws SQLException {
        insert.end();
    }
}
