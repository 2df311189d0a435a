package corymb.store;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of results on their way into a table, from a reader that can throw nothing but a {@link Refused}. */
final class RowBatch {
    private static final int ROWS = 10_000;

    private final PreparedStatement insert;
    private int size;

    /** Takes over a statement with a value for each column, the last of them the id of the result. */
    RowBatch(PreparedStatement insert) {
        this.insert = insert;
    }

    void add(List<? extends @Nullable Object> row, long resultId) {
        try {
            for (int column = 0; column < row.size(); column++) {
                insert.setObject(column + 1, plain(row.get(column)));
            }
            insert.setLong(row.size() + 1, resultId);
            insert.addBatch();
            if (++size % ROWS == 0) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new Refused(e);
        }
    }

    /** Times as ISO texts, everything else as it is. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof java.time.temporal.Temporal time ? time.toString() : value;
    }

    /** Puts in what is left. */
    void end() throws SQLException {
        insert.executeBatch();
    }

    /** Carries what SQLite said out of a reader of rows. */
    static final class Refused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final SQLException reason;

        Refused(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }
}
