package corymb.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds the table in a sheet: below titles and above notes, its first row the first that is as wide as most rows are.
 *
 * @param range where it is
 * @param hasHeader whether its first row looks like names
 */
record SheetDetection(CellRange range, boolean hasHeader) {
    private static final int LOOKED_AT = 2_000;
    private static final int FEWEST_COLUMNS_WITH_NOTES = 3;

    static SheetDetection of(Workbook workbook, String words) throws IOException {
        var sheet = words.isEmpty() ? workbook.firstFilled() : CellRange.sheet(words);
        var rows = firstRows(workbook.rows(sheet));
        if (rows.isEmpty()) {
            return new SheetDetection(new CellRange(sheet, 1, CellRange.MOST_ROWS, 0, 1), false);
        }
        if (CellRange.isWritten(words)) {
            var range = CellRange.of(words);
            return new SheetDetection(
                    range,
                    rows.stream()
                            .filter(row -> row.number() >= range.firstRow())
                            .findFirst()
                            .filter(SheetDetection::looksLikeNames)
                            .isPresent());
        }
        return of(sheet, rows);
    }

    private static List<FoundRow> firstRows(SheetRows source) {
        var rows = new ArrayList<FoundRow>();
        for (var row = source.next(CellRange.MOST_ROWS);
                row.isPresent() && rows.size() < LOOKED_AT;
                row = source.next(CellRange.MOST_ROWS)) {
            if (!row.orElseThrow().isBlank()) {
                rows.add(row.orElseThrow());
            }
        }
        return rows;
    }

    private static SheetDetection of(String sheet, List<FoundRow> rows) {
        var widths = rows.stream().map(SheetDetection::filled).sorted().toList();
        long usual = widths.get(widths.size() / 2);
        var table = rows.stream().dropWhile(row -> filled(row) < usual).toList();
        int first = (int) table.getFirst().number();
        boolean hasHeader = table.size() > 1 && looksLikeNames(table.getFirst());
        var taken = withoutNotes(table, rows.size() < LOOKED_AT);
        int from = taken.stream().mapToInt(SheetDetection::firstColumn).min().orElse(0);
        int to = taken.stream().mapToInt(SheetDetection::lastColumn).max().orElse(0);
        int last = taken.size() < table.size() ? (int) taken.getLast().number() : CellRange.MOST_ROWS;
        return new SheetDetection(new CellRange(sheet, first, last, from, to - from + 1), hasHeader);
    }

    /**
     * Notes stand below all else, and are no rows, for each fills a few cells with text where each row fills most; and they stand
     * apart, or do not fit the columns, for else they may be rows with much missing.
     */
    private static List<FoundRow> withoutNotes(List<FoundRow> table, boolean isWhole) {
        long width = filled(table.getFirst());
        int end = table.size();
        while (isWhole && end > 1 && isNote(table.get(end - 1), width)) {
            end--;
        }
        var taken = table.subList(0, end);
        boolean areAllFull = taken.stream().noneMatch(row -> isNote(row, width));
        return width >= FEWEST_COLUMNS_WITH_NOTES
                        && areAllFull
                        && end > 2
                        && isOther(taken, table.subList(end, table.size()))
                ? taken
                : table;
    }

    private static boolean isOther(List<FoundRow> taken, List<FoundRow> notes) {
        var rows = taken.subList(1, taken.size());
        return notes.isEmpty()
                || notes.getFirst().number() > taken.getLast().number() + 1
                || notes.stream().anyMatch(note -> !fits(note, rows));
    }

    /** Whether each text of a note stands where some row has a text like it: several words only among several words. */
    private static boolean fits(FoundRow note, List<FoundRow> rows) {
        return IntStream.range(0, note.cells().size())
                .filter(column -> !note.cells().get(column).isBlank())
                .allMatch(column -> rows.stream()
                        .filter(row -> column < row.cells().size())
                        .anyMatch(row ->
                                isLike(note.cells().get(column), row.cells().get(column))));
    }

    private static boolean isLike(FoundCell note, FoundCell cell) {
        return !cell.isBlank()
                && cell.kind() == FoundCell.Kind.TEXT
                && (areWords(cell.text()) || !areWords(note.text()));
    }

    private static boolean areWords(String text) {
        return text.strip().contains(" ");
    }

    private static boolean isNote(FoundRow row, long width) {
        return filled(row) * 2 < width
                && row.cells().stream().allMatch(cell -> cell.isBlank() || cell.kind() == FoundCell.Kind.TEXT);
    }

    private static boolean looksLikeNames(FoundRow row) {
        var names = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        var different = new HashSet<String>();
        return names.stream()
                .allMatch(cell -> cell.kind() == FoundCell.Kind.TEXT
                        && !ValueShape.isData(cell.text())
                        && different.add(cell.text().strip().toLowerCase(Locale.ROOT)));
    }

    private static long filled(FoundRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static int firstColumn(FoundRow row) {
        int column = 0;
        while (row.cells().get(column).isBlank()) {
            column++;
        }
        return column;
    }

    private static int lastColumn(FoundRow row) {
        int column = row.cells().size() - 1;
        while (row.cells().get(column).isBlank()) {
            column--;
        }
        return column;
    }
}
