package corymb.quality;

/**
 * Something in which an import differs from an earlier one.
 *
 * @param severity how much it matters
 * @param column where; empty when it is about the rows
 * @param message a sentence
 */
public record ComparisonFinding(Severity severity, String column, String message) {}
