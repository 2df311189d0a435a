package corymb.importing;

import java.lang.Character.UnicodeScript;

/**
 * How much a text reads like words of some language, and not like words read in the wrong encoding.
 *
 * <p>Words keep to one script, have their capitals in front or throughout, no signs between their letters, and in Latin
 * script some plain letters among the accented ones. A wrong encoding breaks these rules in nearly every word.
 *
 * <p>Cost: one look at each character. Assumes: nothing of the language.
 */
final class Plausibility {
    private static final double ODD = -2;
    private static final double IMPOSSIBLE = -4;

    /** Lodz in Polish letters has three accents on four letters. */
    private static final double MOST_ACCENTED = 0.8;

    /** A sign beside words, or a letter alone. */
    private static final double SIGN = 0.5;

    /** A word of small letters: a script that has capitals is a little less likely than one without. */
    private static final double SMALL = 0.85;

    /** Longer runs are taken in pieces, since each letter is seen among all the others of its word. */
    private static final int LONGEST_WORD = 64;

    private final String text;

    private Plausibility(String text) {
        this.text = text;
    }

    /** The mean over the characters that are no ASCII: 1 when all fit in, negative when most do not. */
    static double of(String text) {
        return new Plausibility(text).mean();
    }

    private double mean() {
        double sum = 0;
        int foreign = 0;
        for (int start = 0; start < text.length(); ) {
            int end = wordEnd(start);
            boolean isAllAccented = isAllAccented(start, end);
            for (int i = start; i < end; i = text.offsetByCodePoints(i, 1)) {
                if (text.codePointAt(i) > 127) {
                    sum += fit(i, start, end, isAllAccented);
                    foreign++;
                }
            }
            start = Math.max(end, text.offsetByCodePoints(start, 1));
        }
        return foreign == 0 ? 1 : sum / foreign;
    }

    /** Where the run of characters from {@code start} on ends that are no blanks, breaks or ASCII marks. */
    private int wordEnd(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_WORD && isOfWord(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean isOfWord(int sign) {
        return sign > 127 ? !Character.isWhitespace(sign) && sign != 0xA0 : Character.isLetter(sign);
    }

    private double fit(int at, int start, int end, boolean isAllAccented) {
        int sign = text.codePointAt(at);
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> IMPOSSIBLE;
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> letterFit(at, start, end, isAllAccented);
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL ->
                isBeforeLetter(at, end) ? ODD : SIGN;
            default -> isInsideWord(at, start, end) ? ODD : SIGN;
        };
    }

    private boolean isBeforeLetter(int at, int end) {
        int after = text.offsetByCodePoints(at, 1);
        return after < end && Character.isLetter(text.codePointAt(after));
    }

    private boolean isInsideWord(int at, int start, int end) {
        return at > start && Character.isLetter(text.codePointBefore(at)) && isBeforeLetter(at, end);
    }

    private double letterFit(int at, int start, int end, boolean isAllAccented) {
        int sign = text.codePointAt(at);
        if (end - start == 1 && UnicodeScript.of(sign) != UnicodeScript.HAN) {
            return SIGN;
        }
        var script = UnicodeScript.of(sign);
        if (at > start && isOtherScript(script, text.codePointBefore(at))) {
            return ODD;
        }
        if (at > start && Character.isUpperCase(sign) && Character.isLowerCase(text.codePointBefore(at))) {
            return ODD;
        }
        int after = text.offsetByCodePoints(at, 1);
        if (after < end && isOtherScript(script, text.codePointAt(after))) {
            return ODD;
        }
        if (script == UnicodeScript.LATIN) {
            return isAllAccented ? ODD : 1;
        }
        return Character.isLowerCase(sign) && !hasCapital(start, at) ? SMALL : 1;
    }

    private boolean hasCapital(int start, int at) {
        return text.substring(start, at).chars().anyMatch(Character::isUpperCase);
    }

    private static boolean isOtherScript(UnicodeScript script, int neighbour) {
        var other = UnicodeScript.of(neighbour);
        boolean isCommon = other == UnicodeScript.COMMON || other == UnicodeScript.INHERITED;
        return !isCommon && script != UnicodeScript.INHERITED && !isSame(script, other);
    }

    /** Japanese writes three scripts in one word. */
    private static boolean isSame(UnicodeScript one, UnicodeScript other) {
        return one == other || (isEastAsian(one) && isEastAsian(other));
    }

    private static boolean isEastAsian(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> false;
        };
    }

    private boolean isAllAccented(int start, int end) {
        int accented = 0;
        for (int i = start; i < end; i++) {
            accented += text.charAt(i) > 127 ? 1 : 0;
        }
        return end - start > 2 && accented > MOST_ACCENTED * (end - start);
    }
}
