package corymb.table;

/** An immutable, named column of values, some of which may be missing. */
public sealed interface Column permits NumberColumn, TextColumn, TimeColumn {
    String name();

    ColumnType type();

    int size();

    boolean isMissing(int row);

    /** The value as plain text, as a CSV file would hold it; empty when missing. */
    String text(int row);
}
