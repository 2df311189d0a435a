package corymb.importing;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether six letters are Turkish (ı İ ş Ş ğ Ğ) or the Icelandic ones (ý Ý þ Þ ð Ð) that windows-1252 has in their places.
 *
 * <p>By where they stand in words: ı stands within words, where ý mostly ends them (Novotný); İ begins names of towns, where Ý
 * begins hardly any; ğ follows a vowel, where ð follows r as well; ş stands anywhere, where þ begins words. Words with ð, þ and ý
 * have accents on other vowels, of which Turkish has none.
 */
final class TurkishLetters {
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,64}");
    private static final Pattern ANY = Pattern.compile("[ıİşŞğĞ]");
    private static final Pattern FOREIGN = Pattern.compile("(?iu).*([áéíóúàèìòùæøå]|(?<![aeıioöuüâîû])ğ).*");
    private static final Pattern WITHIN = Pattern.compile(".*(ı\\p{L}|\\p{L}İ).*");
    private static final Pattern BEGINNING = Pattern.compile("İ[\\p{L}&&[^aeıioöuü]].*");
    private static final Pattern INSIDE = Pattern.compile(".*\\p{L}[şŞ].*");
    private static final double SOME = 0.5;
    private static final double AGAINST = -2;
    private static final double MOST = 4;

    private TurkishLetters() {}

    /** How much speaks for Turkish in a text that was read as such: 0 for nothing, 1 for each telling word, up to 4. */
    static double evidence(String text) {
        double sum = WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> ANY.matcher(word).find())
                .mapToDouble(TurkishLetters::ofWord)
                .sum();
        return Math.clamp(sum, -MOST, MOST);
    }

    private static double ofWord(String word) {
        if (FOREIGN.matcher(word).matches()) {
            return AGAINST;
        }
        if (WITHIN.matcher(word).matches() || BEGINNING.matcher(word).matches()) {
            return 1;
        }
        return INSIDE.matcher(word).matches() ? SOME : 0;
    }
}
