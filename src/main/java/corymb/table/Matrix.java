package corymb.table;

import java.util.List;

/** An immutable matrix of numbers without missing values, row after row in one flat array. */
public final class Matrix {
    private final List<String> columnNames;
    private final int rowCount;
    private final int columnCount;
    private final double[] values;

    /**
     * Takes the values row by row.
     *
     * @param columnNames one name a column
     * @param values {@code rows x columns} finite numbers
     */
    public Matrix(List<String> columnNames, double... values) {
        this.columnNames = List.copyOf(columnNames);
        if (columnNames.isEmpty() || values.length % columnNames.size() != 0) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill " + columnNames.size() + " columns");
        }
        this.columnCount = columnNames.size();
        this.rowCount = values.length / columnCount;
        this.values = values.clone();
    }

    public List<String> columnNames() {
        return columnNames;
    }

    public int rowCount() {
        return rowCount;
    }

    public int columnCount() {
        return columnCount;
    }

    public double get(int row, int column) {
        return values[row * columnCount + column];
    }

    /** The rows at these places, in their order; a place may come several times. */
    public Matrix rows(int... places) {
        int columns = columnNames.size();
        var chosen = new double[places.length * columns];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(values, places[i] * columns, chosen, i * columns, columns);
        }
        return new Matrix(columnNames, chosen);
    }

    /** The columns of these names, in their order; one that is not there is 0 in every row, as the level of a text is that nobody has. */
    public Matrix columns(List<String> names) {
        int[] places = names.stream().mapToInt(columnNames::indexOf).toArray();
        var chosen = new double[rowCount * places.length];
        for (int i = 0; i < chosen.length; i++) {
            int place = places[i % places.length];
            chosen[i] = place < 0 ? 0 : get(i / places.length, place);
        }
        return new Matrix(names, chosen);
    }

    /** A copy of the values, row after row, for a kernel to work on. */
    public double[] toArray() {
        return values.clone();
    }
}
