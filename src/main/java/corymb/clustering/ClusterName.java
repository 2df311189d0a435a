package corymb.clustering;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Names a cluster in plain words by the features in which it deviates most from all customers. */
final class ClusterName {
    private static final double NOTABLE = 0.3;
    private static final double EXTREME = 1.5;
    private static final int WORDS = 2;

    /** How people say of the standard features that there is little or much of them; of recency, much means long ago. */
    private static final Map<String, Phrase> PHRASES = Map.of(
            "recency_days", new Phrase("recent", "long inactive", "very "),
            "frequency", new Phrase("rare buyers", "frequent buyers", "very "),
            "monetary", new Phrase("small spenders", "big spenders", "very "),
            "tenure_days", new Phrase("new", "long-standing", "very "),
            "age_years", new Phrase("younger", "older", "much "),
            "events_30d", new Phrase("quiet this month", "active this month", "very "),
            "events_90d", new Phrase("quiet this quarter", "active this quarter", "very "),
            "events_365d", new Phrase("quiet this year", "active this year", "very "));

    private ClusterName() {}

    /** A name that is not taken yet: of the two most deviating features, of more where that is not enough. */
    static String of(List<String> features, List<Double> deviation, Set<String> taken) {
        var words = words(features, deviation);
        for (int count = Math.min(WORDS, words.size()); count <= words.size(); count++) {
            var name = joined(words.subList(0, count));
            if (!taken.contains(name)) {
                return name;
            }
        }
        var name = joined(words);
        int number = 2;
        while (taken.contains(name + " (" + number + ")")) {
            number++;
        }
        return name + " (" + number + ")";
    }

    private static List<String> words(List<String> features, List<Double> deviation) {
        return IntStream.range(0, features.size())
                .boxed()
                .filter(feature -> Math.abs(deviation.get(feature)) >= NOTABLE)
                .sorted(Comparator.comparingDouble(feature -> -Math.abs(deviation.get(feature))))
                .map(feature -> word(features.get(feature), deviation.get(feature)))
                .toList();
    }

    private static String word(String feature, double deviation) {
        var plain = feature.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
        var phrase = PHRASES.getOrDefault(feature, new Phrase("low " + plain, "high " + plain, "very "));
        var word = deviation > 0 ? phrase.much() : phrase.little();
        return Math.abs(deviation) >= EXTREME ? phrase.degree() + word : word;
    }

    private static String joined(List<String> words) {
        if (words.isEmpty()) {
            return "Close to average";
        }
        var joined = String.join(", ", words);
        return joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }

    /** What a group with little, and one with much of a feature is called, and what makes either stronger. */
    private record Phrase(String little, String much, String degree) {}
}
