package corymb.importing;

/**
 * A line of a file that is no row: a note before the table, or a comment.
 *
 * @param line its number, counted from 1
 * @param text what it says, cut when it is long
 */
public record PassedLine(long line, String text) {}
