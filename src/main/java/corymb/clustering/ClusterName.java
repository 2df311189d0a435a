package corymb.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names a cluster in plain words by what sets it apart from the others: "Lapsed big spenders, mobile".
 *
 * <p>Features count by how far the cluster's mean lies from that of the other customers, so that a large cluster, which all customers
 * are hardly different from, has a name too.
 */
final class ClusterName {
    /** Nearer to the mean of all a cluster is like them, however far off a few others are. */
    private static final double OFF = 0.1;

    private static final double NOTABLE = 0.3;
    private static final double CLEAR = 0.5;
    private static final double STRIKING = 1;
    private static final double EXTREME = 1.5;
    private static final int WORDS = 2;

    /** How people say of the standard features that there is little or much of them; of recency, much means long ago. */
    private static final Map<String, Phrase> PHRASES = Map.ofEntries(
            Map.entry("recency_days", new Phrase(Part.ADJECTIVE, "recent", "lapsed", "very ", "long ")),
            Map.entry("frequency", Phrase.very(Part.NOUN, "rare buyers", "frequent buyers")),
            Map.entry("monetary", Phrase.very(Part.NOUN, "small spenders", "big spenders")),
            Map.entry("tenure_days", new Phrase(Part.ADJECTIVE, "newer", "long-standing", "much ", "very ")),
            Map.entry("age_years", new Phrase(Part.ADJECTIVE, "younger", "older", "much ", "much ")),
            Map.entry("age", new Phrase(Part.ADJECTIVE, "younger", "older", "much ", "much ")),
            Map.entry("engagement", Phrase.very(Part.ADJECTIVE, "distant", "engaged")),
            Map.entry("order_value_mean", Phrase.very(Part.TAIL, "small orders", "large orders")),
            Map.entry("order_value_deviation", Phrase.plain("orders much alike", "orders of all sizes")),
            Map.entry("spend", Phrase.plain("little spent", "much spent")),
            Map.entry("purchases", Phrase.very(Part.TAIL, "few purchases", "many purchases")),
            Map.entry("sessions", Phrase.very(Part.TAIL, "few visits", "many visits")),
            Map.entry("items_bought", Phrase.very(Part.TAIL, "few items", "many items")),
            Map.entry("category_variety", Phrase.plain("few categories", "many categories")),
            Map.entry("device_variety", Phrase.plain("one device", "several devices")),
            Map.entry("spend_trend", Phrase.plain("spending less", "spending more")),
            Map.entry("activity_trend", Phrase.plain("growing quiet", "growing active")),
            Map.entry("purchase_gap_mean", Phrase.plain("buying at short intervals", "buying at long intervals")),
            Map.entry("purchase_gap_variation", Phrase.plain("buying like clockwork", "buying at odd times")),
            Map.entry("morning_share", Phrase.plain("rarely in the morning", "mornings")),
            Map.entry("evening_share", Phrase.plain("rarely in the evening", "evenings")),
            Map.entry("weekend_share", Phrase.plain("weekdays", "weekends")),
            Map.entry("events_30d", Phrase.very(Part.TAIL, "quiet this month", "active this month")),
            Map.entry("events_90d", Phrase.very(Part.TAIL, "quiet this quarter", "active this quarter")),
            Map.entry("events_365d", Phrase.very(Part.TAIL, "quiet this year", "active this year")));

    /** The end of the names of features of the last days. */
    private static final Pattern DAYS = Pattern.compile("(.+)_([0-9]{1,5})d");

    private static final Pattern YES = Pattern.compile("(?i)1|y|yes|true|ja|oui|s[ií]");
    private static final Pattern NO = Pattern.compile("(?i)0|n|no|false|nein|non|nee");

    /** Levels that say nothing without the name of their column. */
    private static final Pattern BARE = Pattern.compile(".{1,2}|\\P{L}*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ,]+");

    private ClusterName() {}

    /**
     * A name that is not taken yet: of the features that set the cluster apart most.
     *
     * @param features columns of numbers, and levels of categories or of what is or is not so: "device=mobile", "partner=1"
     * @param deviation how far the mean of each feature lies from that of all customers, in standard deviations
     * @param share the cluster's part of all customers
     */
    static String of(List<String> features, List<Double> deviation, double share, Set<String> taken) {
        var words = words(features, deviation, share);
        for (int count = usual(words); count <= words.size(); count++) {
            var name = joined(words.subList(0, count));
            if (!isTaken(name, taken)) {
                return name;
            }
        }
        var name = joined(words);
        int number = 2;
        while (isTaken(name + " (" + number + ")", taken)) {
            number++;
        }
        return name + " (" + number + ")";
    }

    /** Two names that differ in the order of their words alone tell nobody which is which. */
    private static boolean isTaken(String name, Set<String> taken) {
        var words = inOrder(name);
        return taken.stream().anyMatch(other -> inOrder(other).equals(words));
    }

    private static List<String> inOrder(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** The one that sets apart most, if any does so clearly, a second that does too, and a third that strikes the eye and is said in a word. */
    private static int usual(List<Word> words) {
        if (words.isEmpty() || words.getFirst().contrast() < CLEAR) {
            return 0;
        }
        if (words.size() < WORDS || words.get(WORDS - 1).contrast() < CLEAR) {
            return 1;
        }
        boolean isThirdStriking = words.size() > WORDS
                && words.get(WORDS).isShort()
                && words.get(WORDS).contrast() >= STRIKING;
        return isThirdStriking ? WORDS + 1 : WORDS;
    }

    private static List<Word> words(List<String> features, List<Double> deviation, double share) {
        // More of “partner=No” is the same as less of “partner=Yes”, and “No internet service” may be a level of many
        // columns.
        var said = new HashSet<String>();
        return IntStream.range(0, features.size())
                .filter(at -> Math.abs(deviation.get(at)) >= OFF)
                .mapToObj(at -> word(features.get(at), deviation.get(at), Math.abs(deviation.get(at)) / rest(share)))
                .filter(word -> word.contrast() >= NOTABLE && !word.text().isEmpty())
                .sorted(Comparator.comparingDouble(word -> -word.contrast()))
                .filter(word -> said.add(word.text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The mean of the others is as far from that of all as the cluster's, times its share of the others. */
    private static double rest(double share) {
        return share < 1 ? 1 - share : 1;
    }

    private static Word word(String feature, double deviation, double contrast) {
        if (feature.contains("=")) {
            return new Word(Part.TAIL, level(feature, deviation > 0), contrast, true);
        }
        var phrase = phrase(feature);
        var text = deviation > 0 ? phrase.much() : phrase.little();
        var degree = deviation > 0 ? phrase.muchMore() : phrase.littleLess();
        return new Word(
                phrase.part(),
                Math.abs(deviation) >= EXTREME ? degree + text : text,
                contrast,
                phrase.part() == Part.ADJECTIVE);
    }

    private static Phrase phrase(String feature) {
        var days = DAYS.matcher(feature);
        if (PHRASES.containsKey(feature) || !days.matches()) {
            return PHRASES.getOrDefault(feature, Phrase.level(feature));
        }
        var base = days.group(1);
        return PHRASES.getOrDefault(base, Phrase.level(base)).in(days.group(2));
    }

    /** "mobile" of "device=mobile", "other device" of "device=(other)", "no partner" of "partner=No", "stars 5" of "stars=5". */
    private static String level(String column, boolean isMore) {
        int sign = column.indexOf('=');
        var name = column.substring(0, sign).replaceFirst("^(is|has)_", "").replace('_', ' ');
        var level = column.substring(sign + 1);
        if (YES.matcher(level).matches()) {
            return isMore ? name : "no " + name;
        }
        if (!isMore) {
            return "";
        }
        if (NO.matcher(level).matches()) {
            return "no " + name;
        }
        if (level.equals("(other)")) {
            return "other " + name;
        }
        return BARE.matcher(level).matches() ? name + " " + level : level;
    }

    /** "Older, lapsed big spenders, active this month". */
    private static String joined(List<Word> words) {
        if (words.isEmpty()) {
            return "Close to average";
        }
        var adjectives = of(words, Part.ADJECTIVE).collect(Collectors.joining(", "));
        var nouns = of(words, Part.NOUN).toList();
        var parts = new ArrayList<String>();
        var noun = nouns.isEmpty() ? "customers" : nouns.getFirst();
        if (!adjectives.isEmpty()) {
            parts.add(adjectives + " " + noun);
        } else if (!nouns.isEmpty()) {
            parts.add(noun);
        }
        nouns.stream().skip(1).forEach(parts::add);
        of(words, Part.TAIL).forEach(parts::add);
        var joined = String.join(", ", parts);
        return joined.substring(0, joined.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + joined.substring(joined.offsetByCodePoints(0, 1));
    }

    private static Stream<String> of(List<Word> words, Part part) {
        return words.stream().filter(word -> word.part() == part).map(Word::text);
    }

    /** Where in a name a word stands. */
    private enum Part {
        ADJECTIVE,
        NOUN,
        TAIL
    }

    /** A feature in words, and how much it sets the cluster apart. */
    private record Word(Part part, String text, double contrast, boolean isShort) {}

    /** What a group with little, and one with much of a feature is called, and what makes either stronger. */
    private record Phrase(Part part, String little, String much, String littleLess, String muchMore) {
        static Phrase very(Part part, String little, String much) {
            return new Phrase(part, little, much, "very ", "very ");
        }

        /** Words that no degree fits. */
        static Phrase plain(String little, String much) {
            return new Phrase(Part.TAIL, little, much, "", "");
        }

        /** For a feature nobody has words for. */
        static Phrase level(String feature) {
            var plain = feature.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
            return very(Part.TAIL, "low " + plain, "high " + plain);
        }

        /** The same of the last days only. */
        Phrase in(String days) {
            var lately = " in " + days + " days";
            return new Phrase(Part.TAIL, little + lately, much + lately, littleLess, muchMore);
        }
    }
}
