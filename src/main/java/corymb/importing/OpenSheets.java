package corymb.importing;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the sheets in the content of an OpenDocument workbook, and through the rows of each that are not blank: as they
 * stand in the text, where a number tells how often a row or cell comes.
 *
 * <p>Reference: OASIS, Open Document Format for Office Applications 1.3, part 3, sections 9.1 and 9.2.
 */
final class OpenSheets implements Iterator<FoundRow> {
    private static final Set<String> AROUND_SHEETS = Set.of("document-content", "body", "spreadsheet");
    private static final Set<String> AROUND_ROWS = Set.of("table-row-group", "table-header-rows", "table-rows");

    /** A few letters can say that a value comes a million times, as it does in no table. */
    private static final int MOST_REPEATED_CELLS = 1 << 10;

    private static final long MOST_REPEATED_LETTERS = 8L << 20;

    private final OpenXml xml;
    private final long size;
    private List<CellRange> merged = List.of();
    private List<FoundCell> cells = List.of();
    private int sheetDepth = Integer.MAX_VALUE;
    private long number;
    private long repeats;
    private long repeated;

    private OpenSheets(OpenXml xml, long size) {
        this.xml = xml;
        this.size = size;
    }

    /** Of the text in a file of that size. */
    static OpenSheets of(InputStream content, long size) {
        return new OpenSheets(OpenXml.of(content), size);
    }

    /** Leaves the sheet it is in, and enters the next; its name. */
    Optional<String> nextSheet() {
        while (xml.depth() >= sheetDepth) {
            xml.next();
        }
        sheetDepth = Integer.MAX_VALUE;
        number = 0;
        repeats = 0;
        while (xml.next()) {
            if (xml.isTable("table")) {
                sheetDepth = xml.depth();
                return Optional.of(xml.table("name"));
            }
            if (xml.isStart() && !xml.isOffice(AROUND_SHEETS)) {
                xml.skip();
            }
        }
        return Optional.empty();
    }

    /** Enters the sheet of that name, if it is still to come. */
    boolean isReached(String sheet) {
        var name = nextSheet();
        while (name.isPresent() && !name.orElseThrow().equals(sheet)) {
            name = nextSheet();
        }
        return name.isPresent();
    }

    /** The merged cells that begin in the row that came last. */
    List<CellRange> merged() {
        return merged;
    }

    @Override
    public boolean hasNext() {
        while (repeats == 0 && isAtRow()) {
            readRow();
        }
        return repeats > 0;
    }

    @Override
    public FoundRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        repeats--;
        var row = new FoundRow(++number, cells);
        if (repeats > 0) {
            repeated += row.letters();
            Inflation.checkTable(repeated, MOST_REPEATED_LETTERS, size);
        }
        return row;
    }

    /** Whether there is another row in the sheet; it is entered. */
    private boolean isAtRow() {
        while (xml.depth() >= sheetDepth) {
            xml.next();
            if (xml.isTable("table-row")) {
                return true;
            }
            if (xml.isStart() && !xml.isTable(AROUND_ROWS)) {
                xml.skip();
            }
        }
        return false;
    }

    private void readRow() {
        int depth = xml.depth();
        long times = xml.count("number-rows-repeated");
        var row = new Row(number + 1);
        while (xml.depth() >= depth) {
            xml.next();
            if (xml.isTable("table-cell") || xml.isTable("covered-table-cell")) {
                row.add(xml);
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        if (row.cells.isEmpty()) {
            number += times;
        } else if (number + times > CellRange.MOST_ROWS) {
            throw new IllegalArgumentException("There is no row " + (number + times));
        } else {
            repeats = times;
            cells = List.copyOf(row.cells);
            merged = List.copyOf(row.merged);
        }
    }

    /** A row on its way, up to the last of its cells that is not blank. */
    private static final class Row {
        private final long number;
        private final List<FoundCell> cells = new ArrayList<>();
        private final List<CellRange> merged = new ArrayList<>();
        private long column;
        private long repeated;

        Row(long number) {
            this.number = number;
        }

        void add(OpenXml xml) {
            long times = xml.count("number-columns-repeated");
            long columns = xml.count("number-columns-spanned");
            long rows = xml.count("number-rows-spanned");
            var cell = OpenCell.read(xml);
            if (!cell.isBlank()) {
                repeated += times - 1;
                requireColumn(column + Math.max(times, columns));
                merge(rows, columns);
                while (cells.size() < column) {
                    cells.add(FoundCell.BLANK);
                }
                for (long i = 0; i < times; i++) {
                    cells.add(cell);
                }
            }
            column += times;
        }

        private void merge(long rows, long columns) {
            if (rows > 1 || columns > 1) {
                long last = Math.min(CellRange.MOST_ROWS, number + rows - 1);
                merged.add(new CellRange("", (int) number, (int) last, (int) column, (int) columns));
            }
        }

        private void requireColumn(long columns) {
            if (columns > CellRange.MOST_COLUMNS || repeated > MOST_REPEATED_CELLS) {
                throw new IllegalArgumentException(columns + " columns, " + repeated + " of them repeated");
            }
        }
    }
}
