package corymb.ui.features;

import corymb.feature.FeatureDefinition;
import java.util.Set;

/**
 * A feature that can be chosen.
 *
 * @param lacking the columns of events it needs and that no source has
 */
record OfferedFeature(FeatureDefinition definition, Shelf shelf, Set<String> lacking) {
    OfferedFeature {
        lacking = Set.copyOf(lacking);
    }
}
