package corymb.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;

/** The rows of a sheet from the top, each as far as it reaches; each of the cells that were merged has their value. */
final class SheetRows {
    private final Iterator<Row> rows;
    private final List<CellRange> merged;
    private final Map<CellRange, FoundCell> active = new HashMap<>();
    private int nextMerged;

    SheetRows(Iterator<Row> rows, List<CellRange> merged) {
        this.rows = rows;
        this.merged = merged.stream()
                .sorted(Comparator.comparingInt(CellRange::firstRow))
                .toList();
    }

    /** The next row that is in the file, with its number; merged cells below a row from {@code filledFrom} on have their value. */
    Optional<FoundRow> next(int filledFrom) {
        return Workbook.guarded(() -> {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            var row = rows.next();
            var cells = cells(row);
            fill(row.getRowNum() + 1, cells, filledFrom);
            return Optional.of(new FoundRow(row.getRowNum() + 1L, cells));
        });
    }

    private static List<FoundCell> cells(Row row) {
        var cells = new ArrayList<FoundCell>();
        for (var cell : row) {
            int column = cell.getColumnIndex();
            if (column < 0 || column >= CellRange.MOST_COLUMNS) {
                throw new IllegalArgumentException("No such column: " + column);
            }
            while (cells.size() <= column) {
                cells.add(FoundCell.BLANK);
            }
            cells.set(column, SheetCell.of(cell));
        }
        return cells;
    }

    private void fill(int number, List<FoundCell> cells, int filledFrom) {
        active.keySet().removeIf(range -> range.lastRow() < number);
        while (nextMerged < merged.size() && merged.get(nextMerged).firstRow() <= number) {
            var range = merged.get(nextMerged++);
            if (range.firstRow() == number && range.firstRow() >= filledFrom && range.firstColumn() < cells.size()) {
                active.put(range, cells.get(range.firstColumn()));
            }
        }
        active.forEach((range, value) -> {
            for (int i = 0; i < range.columns(); i++) {
                while (cells.size() <= range.firstColumn() + i) {
                    cells.add(FoundCell.BLANK);
                }
                cells.set(range.firstColumn() + i, value);
            }
        });
    }
}
