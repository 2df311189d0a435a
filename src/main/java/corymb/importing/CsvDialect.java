package corymb.importing;

import java.util.Objects;

/**
 * How a text file separates, quotes and encodes its values.
 *
 * @param delimiter what stands between two values; {@link #BLANKS} for runs of blanks
 * @param quote the mark around values that hold a delimiter; empty when none is used
 * @param escape the mark before a quote mark inside a quoted value; usually the quote mark itself
 * @param encoding the name of the character set
 * @param hasHeader whether the first row holds the column names
 * @param skippedLines lines before the first row that are not part of the table
 * @param comment what lines begin with that are no rows; empty when there are none
 */
public record CsvDialect(
        String delimiter,
        String quote,
        String escape,
        String encoding,
        boolean hasHeader,
        int skippedLines,
        String comment) {
    /** The delimiter of files whose columns are set apart by one or more blanks. */
    public static final String BLANKS = " +";

    /** Commas, double quotes, UTF-8 and a header, as RFC 4180 has it. */
    public static final CsvDialect STANDARD = new CsvDialect(",", "\"", "\"", "UTF-8", true, 0, "");

    public CsvDialect {
        // Projects of earlier versions say nothing of comments.
        comment = Objects.requireNonNullElse(comment, "");
        if (delimiter.isEmpty() || quote.length() > 1 || escape.length() > 1 || skippedLines < 0) {
            throw new IllegalArgumentException("Not a dialect: " + delimiter + " " + quote + " " + escape);
        }
    }

    public CsvDialect withDelimiter(String other) {
        return new CsvDialect(other, quote, escape, encoding, hasHeader, skippedLines, comment);
    }

    public CsvDialect withQuote(String otherQuote, String otherEscape) {
        return new CsvDialect(delimiter, otherQuote, otherEscape, encoding, hasHeader, skippedLines, comment);
    }

    public CsvDialect withEncoding(String other) {
        return new CsvDialect(delimiter, quote, escape, other, hasHeader, skippedLines, comment);
    }

    public CsvDialect withHeader(boolean present) {
        return new CsvDialect(delimiter, quote, escape, encoding, present, skippedLines, comment);
    }

    public CsvDialect withSkippedLines(int lines) {
        return new CsvDialect(delimiter, quote, escape, encoding, hasHeader, lines, comment);
    }

    public CsvDialect withComment(String prefix) {
        return new CsvDialect(delimiter, quote, escape, encoding, hasHeader, skippedLines, prefix);
    }
}
