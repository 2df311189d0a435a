package corymb.importing;

/**
 * How sure each part of a dialect is, and what it could be instead.
 *
 * @param encoding the name of the character set
 * @param delimiter what stands between two values
 * @param quote the mark around values
 * @param escape the mark before a quote mark inside a quoted value
 * @param comment what lines begin with that are no rows
 * @param header "true" when the first row holds the column names
 * @param skippedLines how many lines before the first row are no part of the table
 */
public record DialectGuesses(
        Guess encoding, Guess delimiter, Guess quote, Guess escape, Guess comment, Guess header, Guess skippedLines) {
    /** Each part as a person has chosen it. */
    static DialectGuesses chosen(CsvDialect dialect) {
        return new DialectGuesses(
                Guess.chosen(dialect.encoding()),
                Guess.chosen(dialect.delimiter()),
                Guess.chosen(dialect.quote()),
                Guess.chosen(dialect.escape()),
                Guess.chosen(dialect.comment()),
                Guess.chosen(String.valueOf(dialect.hasHeader())),
                Guess.chosen(String.valueOf(dialect.skippedLines())));
    }

    DialectGuesses withEncoding(Guess other) {
        return new DialectGuesses(other, delimiter, quote, escape, comment, header, skippedLines);
    }
}
