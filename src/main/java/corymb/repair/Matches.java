package corymb.repair;

/**
 * How the rows of one source were matched to those of another.
 *
 * @param exact rows with the same keys as one of the other source
 * @param similar rows with keys that are alike, without another one nearly as alike
 * @param several rows that fit several of the other source, of which none was taken
 * @param none rows without a match
 * @param unasked rows of the other source that nobody asked for
 */
public record Matches(long exact, long similar, long several, long none, long unasked) {
    /** The rows that found something, be it too much. */
    long found() {
        return exact + similar + several;
    }

    /** The same of the rows that asked: what some of them leave unasked says nothing. */
    Matches ofAsked() {
        return new Matches(exact, similar, several, none, 0);
    }

    /** The same in a sentence, without what is nothing. */
    String words(String source) {
        return "%,d rows matched exactly".formatted(exact)
                + some(", %,d alike", similar)
                + some(", %,d fit several", several)
                + some(", %,d have no match", none)
                + some("; %,d rows of ", unasked)
                + (unasked == 0 ? "" : source + " were not asked for")
                + ".";
    }

    private static String some(String words, long rows) {
        return rows == 0 ? "" : words.formatted(rows);
    }
}
