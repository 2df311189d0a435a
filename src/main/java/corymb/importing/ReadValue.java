package corymb.importing;

/**
 * One value of a file.
 *
 * @param written its text there
 * @param read the value as plain text
 * @param isUnreadable whether there is none, since the text is no value of its column's type
 */
public record ReadValue(String written, String read, boolean isUnreadable) {}
