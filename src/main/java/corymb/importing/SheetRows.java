package corymb.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The rows of a sheet from the top, each as far as it reaches; each of the cells that were merged has their value. */
final class SheetRows {
    private final Iterator<FoundRow> rows;
    private final IntFunction<List<CellRange>> merged;
    private final long packed;
    private final Map<CellRange, FoundCell> active = new HashMap<>();
    private long unpacked;

    /**
     * Of the rows that are in the file.
     *
     * @param merged the merged cells that begin in the row of that number, which is read
     * @param packed the bytes of the file
     */
    SheetRows(Iterator<FoundRow> rows, IntFunction<List<CellRange>> merged, long packed) {
        this.rows = rows;
        this.merged = merged;
        this.packed = packed;
    }

    /** The next row that is in the file, with its number; merged cells below a row from {@code filledFrom} on have their value. */
    Optional<FoundRow> next(int filledFrom) {
        return Workbook.guarded(() -> {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            var row = filled(rows.next(), filledFrom);
            unpacked += row.letters();
            Inflation.checkTable(unpacked, Inflation.ALWAYS_ALLOWED, packed);
            return Optional.of(row);
        });
    }

    private FoundRow filled(FoundRow row, int filledFrom) {
        int number = (int) row.number();
        active.keySet().removeIf(range -> range.lastRow() < number);
        if (number >= filledFrom) {
            begin(merged.apply(number), row.cells());
        }
        if (active.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        active.forEach((range, value) -> {
            for (int i = 0; i < range.columns(); i++) {
                while (cells.size() <= range.firstColumn() + i) {
                    cells.add(FoundCell.BLANK);
                }
                cells.set(range.firstColumn() + i, value);
            }
        });
        return new FoundRow(row.number(), cells);
    }

    private void begin(List<CellRange> ranges, List<FoundCell> cells) {
        for (var range : ranges) {
            if (range.firstColumn() < cells.size()) {
                active.put(range, cells.get(range.firstColumn()));
            }
        }
        boolean areApart = ranges.isEmpty()
                || active.keySet().stream().mapToLong(CellRange::columns).sum() <= CellRange.MOST_COLUMNS;
        if (!areApart) {
            throw new IllegalArgumentException("More cells are merged than a row has");
        }
    }
}
