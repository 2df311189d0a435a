package corymb.quality;

/**
 * Turns texts into their shapes, letter for letter.
 *
 * <p>A capital becomes A, another letter a, a digit 9, blanks a space; several small letters in a row become a+, more than
 * three capitals A+, more than eight digits 9+; every other character stays.
 */
final class Shape {
    private static final int LOOKED_AT = 60;

    private Shape() {}

    /** The SQL of a text's shape, given the SQL of the text. */
    static String of(String text) {
        var shape = "left(" + text + ", " + LOOKED_AT + ")";
        shape = replaced(shape, "[\\s\\p{C}\\p{Z}]+", " ");
        shape = replaced(shape, "[\\p{Ll}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]", "a");
        shape = replaced(shape, "\\p{Lu}", "A");
        shape = replaced(shape, "\\p{Nd}", "9");
        shape = replaced(shape, "aa+", "a+");
        shape = replaced(shape, "A{4,}", "A+");
        shape = replaced(shape, "9{9,}", "9+");
        return shape + " || case when length(" + text + ") > " + LOOKED_AT + " then '…' else '' end";
    }

    private static String replaced(String text, String pattern, String by) {
        return "regexp_replace(" + text + ", '" + pattern + "', '" + by + "', 'g')";
    }
}
