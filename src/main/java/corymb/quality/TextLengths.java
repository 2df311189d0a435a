package corymb.quality;

/**
 * How long the texts of a column are, in characters; all 0 for other columns.
 *
 * @param shortest the fewest characters of a text
 * @param mean the mean number of characters
 * @param longest the most characters of a text
 */
public record TextLengths(long shortest, double mean, long longest) {
    public static final TextLengths NONE = new TextLengths(0, 0, 0);
}
