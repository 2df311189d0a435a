package corymb.quality;

import java.util.Optional;

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

    /**
     * The shape of a text of ASCII characters, as the SQL gives it: the engine's regular expressions go over a text eight times,
     * letter by letter.
     */
    static String ofPlain(String text) {
        var shape = new StringBuilder();
        int looked = Math.min(LOOKED_AT, text.length());
        int at = 0;
        while (at < looked) {
            char kind = kind(text.charAt(at));
            int end = at + 1;
            while (end < looked && kind(text.charAt(end)) == kind) {
                end++;
            }
            shape.append(run(kind, end - at));
            at = end;
        }
        return shape.append(text.length() > LOOKED_AT ? "…" : "").toString();
    }

    private static char kind(char character) {
        if (character >= 'a' && character <= 'z') {
            return 'a';
        }
        if (character >= 'A' && character <= 'Z') {
            return 'A';
        }
        if (character >= '0' && character <= '9') {
            return '9';
        }
        return character <= ' ' || character == 127 ? ' ' : character;
    }

    private static String run(char kind, int length) {
        return switch (kind) {
            case ' ' -> " ";
            case 'a' -> length > 1 ? "a+" : "a";
            case 'A' -> length > 3 ? "A+" : "A".repeat(length);
            case '9' -> length > 8 ? "9+" : "9".repeat(length);
            default -> String.valueOf(kind).repeat(length);
        };
    }

    /** A regular expression that many texts of a shape meet, at least those of plain letters; empty when only their beginning is known. */
    static Optional<String> pattern(String shape) {
        if (shape.endsWith("…")) {
            return Optional.empty();
        }
        var pattern = new StringBuilder();
        int at = 0;
        while (at < shape.length()) {
            char first = shape.charAt(at);
            boolean isOpen = "Aa9".indexOf(first) >= 0 && shape.startsWith("+", at + 1);
            int end = at + 1;
            while (!isOpen && end < shape.length() && shape.charAt(end) == first && !shape.startsWith("+", end + 1)) {
                end++;
            }
            pattern.append(piece(first)).append(isOpen ? "+" : end - at > 1 ? "{" + (end - at) + "}" : "");
            at = isOpen ? at + 2 : end;
        }
        return Optional.of(pattern.toString());
    }

    private static String piece(char character) {
        return switch (character) {
            case 'A' -> "[A-Z]";
            case 'a' -> "[a-z]";
            case '9' -> "[0-9]";
            default -> character < 128 && character != ' ' ? "\\" + character : String.valueOf(character);
        };
    }

    private static String replaced(String text, String pattern, String by) {
        return "regexp_replace(" + text + ", '" + pattern + "', '" + by + "', 'g')";
    }
}
