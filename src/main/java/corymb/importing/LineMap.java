package corymb.importing;

import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import java.util.Arrays;

/** Tells at which line of which file a row began: kept only where it is not the line after the row before. */
final class LineMap {
    private double[] rows = new double[16];
    private double[] lines = new double[16];
    private double[] entries = new double[16];
    private int entry;
    private int size;
    private long lastRow = -1;
    private long lastLine;

    /** The rows that follow are those of the entry of that number. */
    void start(int next) {
        entry = next;
    }

    /** Takes {@code count} rows of one line each, the first one in order after those before, counted from 0. */
    void add(long row, long line, int count) {
        boolean isNext = size > 0 && row == lastRow + 1 && line == lastLine + 1 && entry == (int) entries[size - 1];
        lastRow = row + count - 1;
        lastLine = line + count - 1;
        if (isNext) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
            entries = Arrays.copyOf(entries, size * 2);
        }
        rows[size] = row;
        entries[size] = entry;
        lines[size++] = line;
    }

    /** The kept places, as the columns first_row, first_line and entry. */
    Table table() {
        return new Table(java.util.List.of(
                new NumberColumn("first_row", ColumnType.INTEGER, Arrays.copyOf(rows, size)),
                new NumberColumn("first_line", ColumnType.INTEGER, Arrays.copyOf(lines, size)),
                new NumberColumn("entry", ColumnType.INTEGER, Arrays.copyOf(entries, size))));
    }
}
