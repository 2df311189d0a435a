package corymb.importing;

/**
 * Which part of a file, an archive or a folder is read.
 *
 * @param entries the name of a file in the archive or folder, or a pattern of names with * and ?; empty for all of them
 * @param table the sheet of a workbook, with or without a range of its cells ("Sales!B3:F20"), or the path of names to a
 *     list in a JSON text ("data.items"); empty for the first sheet, the longest list
 */
public record Inside(String entries, String table) {
    /** All there is. */
    public static final Inside WHOLE = new Inside();

    /** All there is, which is also what is meant where nothing is said. */
    public Inside() {
        this("", "");
    }

    public Inside withEntries(String others) {
        return new Inside(others, "");
    }

    public Inside withTable(String other) {
        return new Inside(entries, other);
    }

    /** The sheet of a workbook without the range of its cells. */
    public String sheet() {
        return CellRange.sheet(table);
    }

    /** The range of cells in a sheet, such as B3:F20; empty where none is given. */
    public String cells() {
        return CellRange.isWritten(table) ? CellRange.of(table).cells() : "";
    }

    /** Other cells of the same sheet; empty for those that look like its table. */
    public Inside withCells(String cells) {
        return withTable(cells.isBlank() ? sheet() : sheet() + "!" + cells.strip());
    }

    /** Both in words, empty for all there is. */
    public String words() {
        return entries.isEmpty() || table.isEmpty() ? entries + table : entries + ", " + table;
    }
}
