package corymb.importing;

import java.util.Objects;

/**
 * How a text file separates, quotes and encodes its values.
 *
 * @param delimiter what stands between two values; {@link #BLANKS} for runs of blanks, {@link #FIXED} for none
 * @param quote the mark around values that hold a delimiter; empty when none is used
 * @param escape the mark before a quote mark inside a quoted value; usually the quote mark itself
 * @param encoding the name of the character set; empty for as each file says itself, where it can
 * @param hasHeader whether the first row holds the column names
 * @param skippedLines lines before the first row that are not part of the table
 * @param comment what lines begin with that are no rows; empty when there are none
 * @param fixed where the columns stand that no delimiter sets apart; none where they are still to be found
 */
public record CsvDialect(
        String delimiter,
        String quote,
        String escape,
        String encoding,
        boolean hasHeader,
        int skippedLines,
        String comment,
        FixedWidth fixed) {
    /** The delimiter of files whose columns are set apart by one or more blanks. */
    public static final String BLANKS = " +";

    /** The delimiter of files whose columns stand at the same places of each line. */
    public static final String FIXED = "fixed";

    /** Commas, double quotes, UTF-8 and a header, as RFC 4180 has it. */
    public static final CsvDialect STANDARD = new CsvDialect(",", "\"", "\"", "UTF-8", true, 0, "", FixedWidth.NONE);

    public CsvDialect {
        // Projects of earlier versions say nothing of comments and of columns of fixed width.
        comment = Objects.requireNonNullElse(comment, "");
        fixed = Objects.requireNonNullElse(fixed, FixedWidth.NONE);
        boolean isOfTwoKinds = delimiter.equals(FIXED) ? !(quote + escape).isEmpty() : !fixed.isEmpty();
        if (isOfTwoKinds || delimiter.isEmpty() || quote.length() > 1 || escape.length() > 1 || skippedLines < 0) {
            throw new IllegalArgumentException("Not a dialect: " + delimiter + " " + quote + " " + escape);
        }
    }

    public CsvDialect withDelimiter(String other) {
        if (other.equals(FIXED)) {
            return withFixed(fixed);
        }
        boolean wasFixed = isFixed();
        return new CsvDialect(
                other,
                wasFixed ? STANDARD.quote : quote,
                wasFixed ? STANDARD.escape : escape,
                encoding,
                hasHeader,
                skippedLines,
                comment,
                FixedWidth.NONE);
    }

    /** With these marks, which mean nothing in columns of fixed width. */
    public CsvDialect withQuote(String otherQuote, String otherEscape) {
        return isFixed()
                ? this
                : new CsvDialect(delimiter, otherQuote, otherEscape, encoding, hasHeader, skippedLines, comment, fixed);
    }

    public CsvDialect withEncoding(String other) {
        return new CsvDialect(delimiter, quote, escape, other, hasHeader, skippedLines, comment, fixed);
    }

    public CsvDialect withHeader(boolean present) {
        return new CsvDialect(delimiter, quote, escape, encoding, present, skippedLines, comment, fixed);
    }

    public CsvDialect withSkippedLines(int lines) {
        return new CsvDialect(delimiter, quote, escape, encoding, hasHeader, lines, comment, fixed);
    }

    public CsvDialect withComment(String prefix) {
        return new CsvDialect(delimiter, quote, escape, encoding, hasHeader, skippedLines, prefix, fixed);
    }

    /**
     * With columns at these places. What a table with delimiters has of marks and of lines before it means nothing, and where
     * all are named there need be no header.
     */
    public CsvDialect withFixed(FixedWidth places) {
        boolean mayHaveHeader = hasHeader && (places.isEmpty() || !places.isNamed());
        return isFixed()
                ? new CsvDialect(FIXED, "", "", encoding, hasHeader, skippedLines, comment, places)
                : new CsvDialect(FIXED, "", "", encoding, mayHaveHeader, 0, "", places);
    }

    /** Whether the columns stand at the same places of each line. */
    public boolean isFixed() {
        return delimiter.equals(FIXED);
    }
}
