package corymb.benchmark;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.ui.kit.RowQuery;
import corymb.ui.kit.RowSource;
import java.util.stream.IntStream;

/**
 * Rows of numbers that are made when they are read.
 *
 * @param rows how many
 * @param columns of how many columns
 */
record ManyRows(long rows, int columns) implements RowSource {
    @Override
    public Schema schema() {
        return page(0, 0).schema();
    }

    @Override
    public Table page(long from, int count) {
        return new Table(IntStream.range(0, columns)
                .<Column>mapToObj(column -> new NumberColumn(
                        "column_" + column,
                        ColumnType.DECIMAL,
                        IntStream.range(0, count)
                                .mapToDouble(row -> (from + row) * (column + 1) / 8.0)
                                .toArray()))
                .toList());
    }

    @Override
    public RowSource asked(RowQuery query) {
        return this;
    }
}
