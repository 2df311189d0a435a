package corymb.feature;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Which features each customer gets, and as of when.
 *
 * @param asOf the moment looked back from; events at or after it do not count
 * @param purchaseType the type of event that is a purchase
 * @param definitions the features in column order, with names that differ in more than case
 */
public record FeaturePlan(Instant asOf, String purchaseType, List<FeatureDefinition> definitions) {
    public FeaturePlan {
        definitions = List.copyOf(definitions);
        var names = new HashSet<>(List.of("customer_id"));
        for (var definition : definitions) {
            if (!names.add(definition.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two features are called " + definition.name());
            }
        }
    }
}
