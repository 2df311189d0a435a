package corymb.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of a table in a sheet, below its header. */
final class SheetCursor implements RowCursor {
    private final Workbook workbook;
    private final SheetRows rows;
    private final CellRange range;
    private final boolean hasHeader;
    private final List<String> names;
    private Optional<FoundRow> next;

    private SheetCursor(Workbook workbook, CellRange range, boolean hasHeader) throws IOException {
        this.workbook = workbook;
        this.range = range;
        this.hasHeader = hasHeader;
        this.rows = workbook.rows(range.sheet());
        this.next = advance();
        this.names = hasHeader
                ? FileDetection.uniqueNames(next.map(FoundRow::texts).orElse(List.of()))
                : FileDetection.numbered(range.columns());
        if (hasHeader) {
            next = advance();
        }
    }

    static SheetCursor open(Path file, CellRange range, boolean hasHeader) throws IOException {
        var workbook = Workbook.open(file);
        try {
            return new SheetCursor(workbook, range, hasHeader);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** The next row within the columns of the range that is not blank, also below the range. */
    private Optional<FoundRow> advance() {
        int filledFrom = range.firstRow() + (hasHeader ? 1 : 0);
        for (var row = rows.next(filledFrom); row.isPresent(); row = rows.next(filledFrom)) {
            var inside = inside(row.orElseThrow());
            if (inside.number() >= range.firstRow() && !inside.isBlank()) {
                return Optional.of(inside);
            }
        }
        return Optional.empty();
    }

    private FoundRow inside(FoundRow row) {
        var cells = new ArrayList<FoundCell>();
        IntStream.range(range.firstColumn(), range.firstColumn() + range.columns())
                .forEach(column ->
                        cells.add(column < row.cells().size() ? row.cells().get(column) : FoundCell.BLANK));
        return new FoundRow(row.number(), cells);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<FoundRow> next() {
        var current = next;
        next = current.isPresent() ? advance() : current;
        return current;
    }

    @Override
    public boolean isOutside(FoundRow row) {
        return row.number() > range.lastRow();
    }

    @Override
    public void close() {
        workbook.close();
    }
}
