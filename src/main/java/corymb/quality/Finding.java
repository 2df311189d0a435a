package corymb.quality;

/**
 * Rows of a source that failed a check.
 *
 * @param check what was asked
 * @param severity how much it matters
 * @param column the column it is about; empty when it is about whole rows
 * @param rows how many rows failed
 * @param message what was found, in words
 * @param cost what it costs further down the journey, in words
 */
public record Finding(Check check, Severity severity, String column, long rows, String message, String cost) {
    Finding with(Check other) {
        return new Finding(other, severity, column, rows, message, cost);
    }
}
