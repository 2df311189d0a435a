package corymb.repair;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Keys that are the same for values that are likely the same.
 *
 * <p>Reference: fingerprint and n-gram fingerprint as OpenRefine defines them (Clustering methods in depth, openrefine.org); Lawrence
 * Philips: The double metaphone search algorithm, C/C++ Users Journal 18(6), 2000; Hans Joachim Postel: Die Kölner Phonetik,
 * IBM-Nachrichten 19, 1969. Unlike in OpenRefine, a word with a digit sounds like no other.
 */
final class ValueKeys {
    private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{Cc}\\p{Cf}\\p{M}\\p{Lm}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final int LONGEST_CODE = 16;

    /** What no decomposition of Unicode makes of letters. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "oe"),
            Map.entry("ß", "ss"),
            Map.entry("ẜ", "s"),
            Map.entry("ẝ", "s"),
            Map.entry("ð", "d"),
            Map.entry("đ", "d"),
            Map.entry("þ", "th"),
            Map.entry("ƿ", "w"),
            Map.entry("ħ", "h"),
            Map.entry("ı", "i"),
            Map.entry("ĸ", "k"),
            Map.entry("ł", "l"),
            Map.entry("ŋ", "n"),
            Map.entry("ŧ", "t"),
            Map.entry("©", "c"));

    private static final Pattern SPECIAL = Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");

    private ValueKeys() {}

    /** The words without case, accents and punctuation, each once and sorted. */
    static String fingerprint(String text) {
        return words(text).distinct().sorted().collect(Collectors.joining(" "));
    }

    /** The runs of {@code size} characters, blanks left out, each once and sorted. */
    static String ngrams(String text, int size) {
        var letters = words(text).collect(Collectors.joining());
        var grams = new TreeSet<String>();
        for (int at = 0; at + size <= letters.length(); at++) {
            grams.add(letters.substring(at, at + size));
        }
        return grams.isEmpty() ? letters : String.join("", grams);
    }

    /** How the words sound in English. */
    static String metaphone(String text) {
        var code = new DoubleMetaphone();
        code.setMaxCodeLen(LONGEST_CODE);
        return sounds(text, code::doubleMetaphone);
    }

    /** How the words sound in German. */
    static String cologne(String text) {
        return sounds(text, new ColognePhonetic()::colognePhonetic);
    }

    private static String sounds(String text, UnaryOperator<String> code) {
        return words(text)
                .map(word -> DIGIT.matcher(word).find() ? word : sound(word, code))
                .collect(Collectors.joining(" "));
    }

    /** What the code knows no letter of, such as a word in another script, sounds like itself. */
    private static String sound(String word, UnaryOperator<String> code) {
        var sound = code.apply(word);
        return sound == null || sound.isEmpty() ? word : sound;
    }

    /** The digits, in their order: values that differ in them are not the same. */
    static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Stream<String> words(String text) {
        return BLANKS.splitAsStream(plain(text)).filter(word -> !word.isEmpty());
    }

    /** Small letters without accents and punctuation. */
    static String plain(String text) {
        var spaced = BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        var decomposed = MARKS.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPECIAL.matcher(decomposed).replaceAll(match -> LETTERS.getOrDefault(match.group(), ""));
    }
}
