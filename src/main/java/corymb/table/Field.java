package corymb.table;

/** A column's name and type. */
public record Field(String name, ColumnType type) {}
