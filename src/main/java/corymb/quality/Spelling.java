package corymb.quality;

/**
 * A value that stands among the usual ones of its column without being one of them.
 *
 * @param value as it stands in the rows
 * @param usual the value it is another spelling of; empty when that is not known
 */
public record Spelling(String value, String usual) {}
