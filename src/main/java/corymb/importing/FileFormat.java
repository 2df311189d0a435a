package corymb.importing;

/** How a file holds its rows. */
public enum FileFormat {
    /** Lines of values with a delimiter between them. */
    CSV,
    /** An array of objects, or one object a line. */
    JSON
}
