package corymb.ui.kit;

import corymb.table.Table;

/** Rows behind something that was clicked, and what they are in words. */
public record NamedRows(String title, String more, RowSource rows) {
    /** The rows of a table in memory. */
    public static NamedRows of(String title, String more, Table table) {
        return new NamedRows(title, more, RowSource.of(table));
    }
}
