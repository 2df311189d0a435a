package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.sql.Engine;
import corymb.work.Progress;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which features each customer gets, and as of when.
 *
 * @param asOf the moment looked back from; events at or after it do not count
 * @param purchaseType the type of event that is a purchase
 * @param definitions the features in column order, with names that differ in more than case
 * @param follows whether the moment goes on with the events when they are computed again; it stands still where a person said it
 */
public record FeaturePlan(Instant asOf, String purchaseType, List<FeatureDefinition> definitions, boolean follows) {
    public FeaturePlan {
        definitions = List.copyOf(definitions);
        var names = new HashSet<>(List.of("customer_id"));
        for (var definition : definitions) {
            if (!names.add(definition.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two features are called " + definition.name());
            }
        }
    }

    /** A plan whose moment stands still. */
    public FeaturePlan(Instant asOf, String purchaseType, List<FeatureDefinition> definitions) {
        this(asOf, purchaseType, definitions, false);
    }

    /** The same features as of midnight UTC after the last event that has passed, where the moment goes on with the events. */
    public FeaturePlan following(Engine engine, CustomerData data, Instant now, Progress progress) {
        return follows
                ? new FeaturePlan(
                        new StandardPlan(engine, progress).asOf(data.events().events(), now),
                        purchaseType,
                        definitions,
                        true)
                : this;
    }

    /**
     * The features that fit what the data holds: recency, frequency and money with scores, tenure, counts and sums over 30, 90 and
     * 365 days for the commonest types of event, age, and every attribute but those that only say who somebody is.
     *
     * <p>They are as of midnight UTC after the last event; events dated after {@code now} are taken for mistakes and not looked at.
     */
    public static FeaturePlan standard(Engine engine, CustomerData data, Instant now, Progress progress) {
        return new StandardPlan(engine, progress).of(data, now);
    }

    /** Whether it looks at what the catalogue says of items. */
    public boolean looksAtItems() {
        return EventColumns.of(this).stream().anyMatch(EventSources::isOfItem);
    }

    /** Whether it asks the models of lifetime for anything. */
    public boolean foretells() {
        return definitions.stream().anyMatch(Foretold.class::isInstance);
    }

    /** Every aggregate of events that the features are made of. */
    Stream<Aggregated> aggregates() {
        return definitions.stream().flatMap(FeaturePlan::aggregates);
    }

    static Stream<Aggregated> aggregates(FeatureDefinition definition) {
        return switch (definition) {
            case EventFeature feature -> feature.parts().stream();
            case RfmFeature.Engagement engagement ->
                engagement.weights().stream().map(RfmFeature.Engagement.Weighted::of);
            case RfmFeature.CutScore _,
                    RfmFeature.CutGroup _,
                    RfmFeature.RfmGroup _,
                    RfmFeature.LifecycleStage _,
                    Foretold _,
                    FeatureDefinition.Recency _,
                    FeatureDefinition.Frequency _,
                    FeatureDefinition.Monetary _,
                    FeatureDefinition.RfmScore _,
                    FeatureDefinition.EventCount _,
                    FeatureDefinition.ValueSum _,
                    FeatureDefinition.Tenure _,
                    FeatureDefinition.Age _,
                    FeatureDefinition.AttributeOf _ -> Stream.of();
        };
    }
}
