package corymb.clustering;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Names a cluster in plain words by the features in which it deviates most from all customers. */
final class ClusterName {
    private static final double NOTABLE = 0.3;
    private static final double EXTREME = 1.5;
    private static final int WORDS = 2;

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
        if (plain.equals("recency") || plain.equals("recency days")) {
            return recency(deviation);
        }
        var degree = Math.abs(deviation) >= EXTREME ? "very " : "";
        return degree + (deviation > 0 ? "high " : "low ") + plain;
    }

    /** Recency counts the days since the last activity: much of it means long ago. */
    private static String recency(double deviation) {
        return deviation > 0 ? "long inactive" : "recent";
    }

    private static String joined(List<String> words) {
        if (words.isEmpty()) {
            return "Close to average";
        }
        var joined = String.join(", ", words);
        return joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }
}
