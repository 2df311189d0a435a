package corymb.ui.kit;

import corymb.table.Schema;
import corymb.table.Table;

/** Rows that are read page by page, away from the JavaFX thread. */
public interface RowSource {
    Schema schema();

    long rows();

    /** Rows {@code from} to before {@code from + count}; fewer at the end. */
    Table page(long from, int count);

    /** The same rows in another order, and only those that hold {@code query.text()} somewhere. */
    RowSource asked(RowQuery query);

    /** The rows of a table in memory. */
    static RowSource of(Table table) {
        return TableRows.of(table);
    }
}
