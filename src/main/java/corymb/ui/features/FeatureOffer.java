package corymb.ui.features;

import corymb.feature.EventSources;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.AttributeOf;
import corymb.feature.FeaturePlan;
import corymb.feature.Gallery;
import corymb.project.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a project's data allows to be computed.
 *
 * @param standard what suits the data when nobody says otherwise
 * @param attributes what else is known of customers
 * @param types the types of events, the commonest first
 * @param events the sources of events and items
 * @param hasHours whether the events tell at what time of a day they were
 * @param defined what people defined themselves in all features computed so far, the newest last
 * @param chosen the plan of the features there are
 */
record FeatureOffer(
        FeaturePlan standard,
        List<AttributeOf> attributes,
        List<String> types,
        EventSources events,
        boolean hasHours,
        List<FeatureDefinition> defined,
        Optional<FeaturePlan> chosen) {
    FeatureOffer {
        attributes = List.copyOf(attributes);
        types = List.copyOf(types);
        defined = List.copyOf(defined);
    }

    /** The plan that the choice begins with. */
    FeaturePlan first() {
        return chosen.orElse(standard);
    }

    /** What people defined themselves in all steps of a history. */
    static List<FeatureDefinition> defined(History history) {
        return history.earlier().flatMap(project -> project.features().stream()).distinct().toList().reversed().stream()
                .flatMap(made -> made.value().plan().added().stream())
                .toList();
    }

    /** The gallery, what suits the data, what was chosen or is known beside it, and what people defined; of one name, what they defined last. */
    List<OfferedFeature> features(String purchaseType) {
        var byName = new LinkedHashMap<String, OfferedFeature>();
        var gallery = Gallery.of(purchaseType);
        gallery.forEach(each -> put(
                byName, new OfferedFeature(each.definition(), Shelf.of(each.group()), each.lacking(events, hasHours))));
        standard.definitions().forEach(each -> putIfNew(byName, each));
        first().definitions().forEach(each -> putIfNew(byName, each));
        attributes.stream().filter(each -> !standard.looksAt(each.column())).forEach(each -> putIfNew(byName, each));
        var ready = byName.values().stream().collect(Collectors.toMap(OfferedFeature::definition, each -> each));
        defined.forEach(each -> put(byName, ready.getOrDefault(each, new OfferedFeature(each, Shelf.OWN, Set.of()))));
        return List.copyOf(byName.values());
    }

    private static void put(Map<String, OfferedFeature> byName, OfferedFeature feature) {
        byName.put(key(feature.definition()), feature);
    }

    private static void putIfNew(Map<String, OfferedFeature> byName, FeatureDefinition definition) {
        byName.putIfAbsent(key(definition), new OfferedFeature(definition, Shelf.of(definition), Set.of()));
    }

    static String key(FeatureDefinition definition) {
        return definition.name().toLowerCase(Locale.ROOT);
    }
}
