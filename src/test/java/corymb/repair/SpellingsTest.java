package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.repair.SpellingPlan.Method;
import corymb.stats.Seed;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spellings of the same value: the keys, the edit distance and the groups. */
class SpellingsTest {
    /** The pairs are those that OpenRefine tests its fingerprint with. */
    @Test
    void fingerprintsAreThoseOfOpenRefine() {
        Map.ofEntries(
                        Map.entry("the multi multi word test", "multi test the word"),
                        Map.entry(" école ÉCole ecoLe ", "ecole"),
                        Map.entry(" d c b a ", "a b c d"),
                        Map.entry("\tABC \t DEF ", "abc def"),
                        Map.entry("bbb\taaa", "aaa bbb"),
                        Map.entry("æø", "aeoe"),
                        Map.entry("©ß", "css"),
                        Map.entry("ÐðÞþǷƿ", "ddththww"),
                        Map.entry("ﬀﬁﬂﬃﬅﬆ", "fffiflffistst"),
                        Map.entry("ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "a".repeat(18)),
                        Map.entry("Ħħ", "hh"),
                        Map.entry("ı", "i"),
                        Map.entry("İĮį", "iii"),
                        Map.entry("ĹĺĻļĽľŁłĿŀ", "l".repeat(10)),
                        Map.entry("ŉ", "n"),
                        Map.entry("Øø", "oeoe"),
                        Map.entry("ŚśŜŝŞşŠšſ", "s".repeat(9)),
                        Map.entry("ẖẗẘẙẚẛẜẝẞ", "htwyasssss"),
                        Map.entry("a\u0085b\u00a0c\u1680d\u2003e\u3000f", "a b c d e f"),
                        Map.entry("", ""))
                .forEach((text, key) ->
                        assertThat(ValueKeys.fingerprint(text)).as(text).isEqualTo(key));
    }

    /** The pairs are those of OpenRefine's tests and of its page on clustering methods in depth. */
    @Test
    void ngramFingerprintsAreThoseOfOpenRefine() {
        assertThat(ValueKeys.ngrams("hello", 1)).isEqualTo("ehlo");
        assertThat(ValueKeys.ngrams("he!llo,. world", 1)).isEqualTo("dehlorw");
        assertThat(ValueKeys.ngrams("\u0001a, !b-c_d\u00a0d\tz\u0003", 3)).isEqualTo("abcbcdcddddz");
        assertThat(ValueKeys.ngrams("Paris", 2)).isEqualTo("arispari");
        assertThat(ValueKeys.ngrams("Paris", 1)).isEqualTo("aiprs");
        assertThat(Stream.of("Krzysztof", "Kryzysztof", "Krzystof").map(name -> ValueKeys.ngrams(name, 1)))
                .containsOnly("fkorstyz");
        assertThat(ValueKeys.ngrams("a", 2)).isEqualTo("a");
    }

    /** The sounds are the examples of Postel's article and of OpenRefine's page. */
    @Test
    void whatSoundsTheSameHasTheSameKey() {
        assertThat(ValueKeys.cologne("Müller-Lüdenscheidt")).isEqualTo("65752682");
        assertThat(ValueKeys.cologne("Meyer")).isEqualTo(ValueKeys.cologne("Maier"));
        assertThat(ValueKeys.metaphone("Reuben Gevorkiantz")).isEqualTo(ValueKeys.metaphone("Ruben Gevorkyants"));
        assertThat(ValueKeys.metaphone("Ward 7")).isNotEqualTo(ValueKeys.metaphone("Ward 8"));
        assertThat(ValueKeys.metaphone("東京")).isNotEqualTo(ValueKeys.metaphone("大阪"));
    }

    /** Beside the comparison of every pair, over random words. */
    @Test
    void noneWithinReachIsMissed() {
        for (int edits = 1; edits <= 3; edits++) {
            var random = new Seed(edits).generator();
            var words = new HashSet<String>();
            while (words.size() < 300) {
                int length = 1 + random.nextInt(9);
                words.add(random.ints(length, 'a', 'd')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
            }
            var neighbours = new EditNeighbours(List.copyOf(words), edits);
            for (var word : words) {
                int most = edits;
                var expected = words.stream()
                        .filter(other -> !other.equals(word) && plainDistance(word, other) <= most)
                        .toList();
                assertThat(neighbours.of(word)).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** The recursion that defines the distance. */
    private static int plainDistance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0
                        ? j
                        : j == 0
                                ? i
                                : Math.min(
                                        Math.min(table[i - 1][j], table[i][j - 1]) + 1,
                                        table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
            }
        }
        return table[one.length()][other.length()];
    }

    private static List<List<String>> groups(Method method, Map<String, Integer> values) {
        var counted = new ArrayList<CountedText>();
        values.forEach((text, rows) -> counted.add(new CountedText(text, rows)));
        return Spellings.of(counted, SpellingPlan.of("city", method), Progress.NONE).stream()
                .map(cluster -> cluster.values().stream().map(CountedText::text).toList())
                .toList();
    }

    @Test
    void theMostFrequentSpellingComesFirst() {
        var cities = Map.of("Zürich", 90, "ZURICH", 8, "zürich ", 3, "Bern", 40, "Cruise, Tom", 1, "Tom Cruise", 2);
        assertThat(groups(Method.FINGERPRINT, cities))
                .containsExactly(List.of("Zürich", "ZURICH", "zürich "), List.of("Tom Cruise", "Cruise, Tom"));
    }

    @Test
    void fewEditsMakeAGroupAndChainsDoNot() {
        var cities = Map.of(
                "Frankfurt",
                50,
                "Frankfrut",
                2,
                "Frankfurth",
                3,
                "Ulm",
                9,
                "Uli",
                1,
                "Size 10",
                4,
                "Size 12",
                5,
                "Bern",
                9,
                "Berne",
                3);
        assertThat(groups(Method.LEVENSHTEIN, cities))
                .containsExactly(List.of("Frankfurt", "Frankfurth", "Frankfrut"), List.of("Bern", "Berne"));
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new SpellingPlan("city", Method.LEVENSHTEIN, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpellingPlan("city", Method.NGRAM, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
