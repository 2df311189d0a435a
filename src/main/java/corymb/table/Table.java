package corymb.table;

import java.util.List;
import java.util.NoSuchElementException;

/** An immutable table held column by column. */
public record Table(List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
        if (columns.stream().mapToInt(Column::size).distinct().count() > 1) {
            throw new IllegalArgumentException("Columns differ in length");
        }
    }

    public int rowCount() {
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    public Schema schema() {
        return new Schema(columns.stream()
                .map(column -> new Field(column.name(), column.type()))
                .toList());
    }

    /**
     * The column of that name.
     *
     * @throws NoSuchElementException when there is none
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No column " + name));
    }

    /** The column of that name as numbers; a {@link ClassCastException} when it holds none. */
    public NumberColumn numbers(String name) {
        return (NumberColumn) column(name);
    }

    /** The text of one cell, empty when missing. */
    public String text(int row, String name) {
        return column(name).text(row);
    }
}
