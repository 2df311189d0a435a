package corymb.quality;

/**
 * Rows that are there more than once.
 *
 * @param exact rows identical to an earlier one
 * @param near rows that likely tell of someone an earlier row tells of
 */
public record Duplicates(long exact, long near) {}
