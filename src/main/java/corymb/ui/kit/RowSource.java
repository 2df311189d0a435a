package corymb.ui.kit;

import corymb.table.Schema;
import corymb.table.Table;

/** Rows that are read page by page, away from the JavaFX thread. */
public interface RowSource {
    Schema schema();

    long rows();

    /** Rows {@code from} to before {@code from + count}; fewer at the end. */
    Table page(long from, int count);

    /** The name of the column that names, with unit separators (U+001F) between them, the columns whose cells stand out in a row; it is not shown itself. Empty for none. */
    default String marking() {
        return "";
    }

    /** The same rows in another order, and only those that hold {@code query.text()} somewhere. */
    RowSource asked(RowQuery query);

    /** The rows of a table in memory. */
    static RowSource of(Table table) {
        return TableRows.of(table);
    }
}
