package corymb.importing;

/**
 * Which part of a file, an archive or a folder is read.
 *
 * @param entries the name of a file in the archive or folder, or a pattern of names with * and ?; empty for all of them
 * @param table the sheet of a workbook, the table of a database or the path of names to a list in a JSON text; empty for the
 *     first there is
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

    /** Both in words, empty for all there is. */
    public String words() {
        return entries.isEmpty() || table.isEmpty() ? entries + table : entries + ", " + table;
    }
}
