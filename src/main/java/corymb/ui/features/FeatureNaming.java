package corymb.ui.features;

import corymb.feature.FeatureDefinition;
import corymb.feature.Features;
import corymb.ui.session.FeatureWords;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for computed features by the names of their columns. */
record FeatureNaming(Map<String, String> titles, Map<String, String> sentences) {
    FeatureNaming {
        titles = Map.copyOf(titles);
        sentences = Map.copyOf(sentences);
    }

    static FeatureNaming of(Optional<Features> features) {
        return features.map(FeatureNaming::of).orElseGet(() -> new FeatureNaming(Map.of(), Map.of()));
    }

    static FeatureNaming of(Features features) {
        var words = new FeatureWords(features.plan().purchaseType());
        var definitions = features.plan().definitions();
        return new FeatureNaming(
                definitions.stream().collect(Collectors.toMap(FeatureDefinition::name, words::title)),
                definitions.stream().collect(Collectors.toMap(FeatureDefinition::name, words::sentence)));
    }

    /** What a feature is called; its column's name where it is none of these. */
    String title(String name) {
        return titles.getOrDefault(name, name);
    }

    /** The name of the feature that is called so. */
    Optional<String> named(String title) {
        return titles.entrySet().stream()
                .filter(entry -> entry.getValue().equals(title))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    String sentence(String name) {
        return sentences.getOrDefault(name, "");
    }
}
