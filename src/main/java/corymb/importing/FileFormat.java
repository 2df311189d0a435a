package corymb.importing;

/** How a file holds its rows. */
public enum FileFormat {
    /** Lines of values with a delimiter between them, or each at its place. */
    CSV,
    /** An array of objects, or one object a line. */
    JSON,
    /** A sheet of a workbook. */
    XLSX,
    /** A file of columns whose values have types. */
    PARQUET,
    /** The one table of a dBase file. */
    DBF,
    /** A table or view in the file of an SQLite database. */
    SQLITE;

    /** Whether the values are written as text in a dialect. */
    public boolean isText() {
        return this == CSV || this == JSON;
    }

    /** Whether its texts may be in an encoding that it does not say. */
    public boolean hasEncoding() {
        return isText() || this == DBF;
    }

    /** Whether its first row may hold the names of the columns. */
    public boolean mayHaveHeader() {
        return this == CSV || this == XLSX;
    }
}
