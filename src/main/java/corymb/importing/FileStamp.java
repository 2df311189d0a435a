package corymb.importing;

/**
 * Tells a file's content from another's.
 *
 * @param bytes its length
 * @param sha256 its SHA-256 in hexadecimal digits
 */
public record FileStamp(long bytes, String sha256) {}
