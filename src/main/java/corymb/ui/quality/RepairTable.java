package corymb.ui.quality;

import corymb.importing.Batch;
import corymb.importing.ColumnPlan;
import corymb.importing.RejectedRow;
import corymb.importing.Source;
import corymb.ui.kit.EditGrid;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows that were not taken as a table to repair: a column for each of the files', and a few for cells that are too many.
 *
 * @param source where they were not taken
 * @param rows the rows
 * @param names the columns of the files
 * @param more how many columns stand behind them
 */
record RepairTable(Source source, List<RejectedRow> rows, List<String> names, int more) {
    private static final int MOST_MORE = 20;
    private static final int LONGEST_CELL = 10_000;

    RepairTable {
        rows = List.copyOf(rows);
        names = List.copyOf(names);
    }

    static RepairTable of(Source source, List<RejectedRow> rows) {
        var names = new LinkedHashSet<String>();
        int more = 0;
        for (var row : rows) {
            var own = names(source, row);
            names.addAll(own);
            more = Math.max(more, row.cells().size() - own.size());
        }
        return new RepairTable(source, rows, List.copyOf(names), Math.min(more, MOST_MORE));
    }

    private static List<String> names(Source source, RejectedRow row) {
        return batch(source, row).plan().columns().stream()
                .map(ColumnPlan::column)
                .toList();
    }

    private static Batch batch(Source source, RejectedRow row) {
        return source.batches().get(row.number() - 1);
    }

    /** The headers of what is said about each row. */
    List<String> noteHeaders() {
        var headers = new ArrayList<>(List.of(Texts.of("quality.line"), Texts.of("quality.reason")));
        if (hasFiles()) {
            headers.add(Texts.of("quality.file"));
        }
        return headers;
    }

    private boolean hasFiles() {
        return source.counted().size() > 1 || source.hasEntries();
    }

    List<String> headers() {
        var headers = new ArrayList<>(names);
        for (int i = 1; i <= more; i++) {
            headers.add(Texts.of("quality.tooMany", i));
        }
        return headers;
    }

    /** The rows, each as a person has repaired it by now. */
    List<EditGrid.Row> shown(UnaryOperator<RejectedRow> repaired) {
        return rows.stream().map(row -> shown(row, repaired.apply(row))).toList();
    }

    private EditGrid.Row shown(RejectedRow row, RejectedRow repaired) {
        var closed = new HashSet<Integer>();
        var own = names(source, row);
        for (int i = 0; i < names.size() + more; i++) {
            int place = place(own, i);
            if (place < 0 || cell(row, place).length() > LONGEST_CELL) {
                closed.add(i);
            }
        }
        return new EditGrid.Row(
                notes(row), cells(row, own), cells(repaired, own), closed, failing(row, own), row.reason());
    }

    /** The cell to blame: the first that is missing or too many, else that of the column; -1 for none. */
    private int failing(RejectedRow row, List<String> own) {
        int count = row.cells().size();
        if (count > own.size()) {
            return names.size();
        }
        return names.indexOf(count < own.size() ? own.get(count) : row.column());
    }

    private List<String> notes(RejectedRow row) {
        var notes = new ArrayList<>(List.of(Long.toString(row.line()), row.reason()));
        if (hasFiles()) {
            notes.add(row.entry().isEmpty() ? batch(source, row).fileName() : row.entry());
        }
        return notes;
    }

    private List<String> cells(RejectedRow row, List<String> own) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < names.size() + more; i++) {
            cells.add(cell(row, place(own, i)));
        }
        return cells;
    }

    /** Where a column of the table stands in the row's own file; -1 when that has no such column. */
    private int place(List<String> own, int column) {
        return column < names.size() ? own.indexOf(names.get(column)) : own.size() + column - names.size();
    }

    private static String cell(RejectedRow row, int place) {
        return place >= 0 && place < row.cells().size() ? row.cells().get(place) : "";
    }

    /** The row with the cells of the table: none is missing, and empty ones that are too many are left out. */
    RejectedRow repaired(int number, List<String> cells) {
        var row = rows.get(number);
        var own = names(source, row);
        var repaired = new ArrayList<String>();
        for (int i = 0; i < Math.max(own.size(), row.cells().size()); i++) {
            int column = i < own.size() ? names.indexOf(own.get(i)) : names.size() + i - own.size();
            repaired.add(column < cells.size() ? cells.get(column) : cell(row, i));
        }
        while (repaired.size() > own.size() && repaired.getLast().isEmpty()) {
            repaired.removeLast();
        }
        return row.with(repaired);
    }

    /** Whether a person has left the row as it was. */
    boolean isAsBefore(int number, List<String> cells) {
        return cells(rows.get(number), names(source, rows.get(number))).equals(cells);
    }
}
