package corymb.ui.kit;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds what is called so, whatever its capitals, accents and the marks between its words. */
final class WordSearch<T> {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * One of those to be found.
     *
     * @param words what it is called, with a space before each word
     */
    private record Entry<T>(T one, String words) {}

    private record Match<T>(T one, int rank) {}

    private final List<Entry<T>> entries;

    WordSearch(List<T> all, Function<T, String> words) {
        entries = all.stream()
                .map(one -> new Entry<>(one, plain(words.apply(one))))
                .toList();
    }

    /**
     * Those that have the letters in their name: first the one that is called just so, then those that begin so, those of which a word
     * begins so, and the others, each in their order.
     */
    List<T> find(String text) {
        var wanted = plain(text).stripLeading();
        return entries.stream()
                .map(entry -> new Match<>(entry.one(), wanted.isEmpty() ? 0 : rank(entry.words(), wanted)))
                .filter(match -> match.rank() >= 0)
                .sorted(Comparator.comparingInt(Match::rank))
                .map(Match::one)
                .toList();
    }

    private static int rank(String words, String wanted) {
        int word = words.indexOf(" " + wanted);
        if (word == 0) {
            return words.length() == wanted.length() + 1 ? 0 : 1;
        }
        return word > 0 ? 2 : words.contains(wanted) ? 3 : -1;
    }

    private static String plain(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // By way of capitals, ß becomes ss.
        var lower = letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return " " + BETWEEN.matcher(lower).replaceAll(" ").strip();
    }
}
