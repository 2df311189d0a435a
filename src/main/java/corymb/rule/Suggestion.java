package corymb.rule;

/**
 * Something that could stand at the caret of a rule.
 *
 * @param text what to put there
 * @param kind what it is
 * @param from where the typed beginning that it replaces starts
 * @param to where that ends: the caret
 */
public record Suggestion(String text, Kind kind, int from, int to) {

    /** What a suggestion is. */
    public enum Kind {
        FIELD,
        VALUE,
        /** An operator, a keyword or a parenthesis. */
        WORD
    }
}
