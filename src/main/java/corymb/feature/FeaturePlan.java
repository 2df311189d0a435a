package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Moment;
import corymb.sql.Engine;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which features each customer gets, and as of when.
 *
 * @param asOf the moment looked back from; events at or after it do not count
 * @param zone whose days, weeks, months and hours are meant
 * @param purchaseType the type of event that is a purchase
 * @param definitions the features in column order, with names that differ in more than case
 * @param follows whether the moment goes on with the events when they are computed again; it stands still where a person said it
 * @param leftOut where a person chose: the names of what suits the data and was not chosen; empty where all goes by the data
 */
public record FeaturePlan(
        Instant asOf,
        Zone zone,
        String purchaseType,
        List<FeatureDefinition> definitions,
        boolean follows,
        Optional<List<String>> leftOut) {
    public FeaturePlan {
        definitions = List.copyOf(definitions);
        leftOut = leftOut.map(List::copyOf);
        var names = new HashSet<>(List.of("customer_id"));
        for (var definition : definitions) {
            if (!names.add(definition.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two features are called " + definition.name());
            }
        }
    }

    /** A plan that nobody compared with what suits the data. */
    public FeaturePlan(
            Instant asOf, Zone zone, String purchaseType, List<FeatureDefinition> definitions, boolean follows) {
        this(asOf, zone, purchaseType, definitions, follows, Optional.empty());
    }

    /** A plan by the days of UTC whose moment stands still. */
    public FeaturePlan(Instant asOf, String purchaseType, List<FeatureDefinition> definitions) {
        this(asOf, Zone.UTC, purchaseType, definitions, false);
    }

    /** The moment looked back from, by the clock of the zone. */
    public Moment moment() {
        return new Moment(asOf, zone);
    }

    /** The same features as of another moment, which stands still. */
    public FeaturePlan asOf(Instant moment) {
        return new FeaturePlan(moment, zone, purchaseType, definitions, false, leftOut);
    }

    /** Other features as of the same moment. */
    public FeaturePlan of(List<FeatureDefinition> others) {
        return new FeaturePlan(asOf, zone, purchaseType, others, follows, leftOut);
    }

    /** The same features and others, of one name the first. */
    FeaturePlan with(List<FeatureDefinition> others) {
        var names = new HashSet<String>();
        return of(Stream.concat(definitions.stream(), others.stream())
                .filter(each -> names.add(each.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    /** The same as a person's choice, with what was left out of the plan that suits the data; that plan itself is nobody's choice. */
    public FeaturePlan chosenFrom(FeaturePlan standard) {
        var missed = standard.definitions().stream()
                .map(FeatureDefinition::name)
                .filter(name ->
                        definitions.stream().noneMatch(each -> each.name().equalsIgnoreCase(name)))
                .toList();
        boolean isStandard =
                equals(standard.of(definitions)) && Set.copyOf(definitions).equals(Set.copyOf(standard.definitions));
        return leavingOut(isStandard ? Optional.empty() : Optional.of(missed));
    }

    FeaturePlan leavingOut(Optional<List<String>> names) {
        return new FeaturePlan(asOf, zone, purchaseType, definitions, follows, names);
    }

    /** The features that are never {@link #standard}: of the gallery and of one's own. */
    public List<FeatureDefinition> added() {
        return definitions.stream()
                .filter(each -> each instanceof EventFeature || each instanceof RfmFeature || each instanceof Foretold)
                .toList();
    }

    /** Every attribute of customers as a feature, but for those that only say who somebody is. */
    public static List<FeatureDefinition.AttributeOf> attributes(CustomerData data) {
        return StandardPlan.attributes(data.profiles());
    }

    /** Whether a feature tells of an attribute of customers. */
    public boolean looksAt(String attribute) {
        return definitions.stream().anyMatch(each -> switch (each) {
            case FeatureDefinition.AttributeOf of -> of.column().equals(attribute);
            case FeatureDefinition.Age age -> age.column().equals(attribute);
            default -> false;
        });
    }

    /** The features that the data still allows. */
    public FeaturePlan fitting(Engine engine, CustomerData data, Progress progress) {
        return new StandardPlan(engine, zone, progress).fitting(this, data);
    }

    /** The same features by the days of another zone; what was the end of a day stays the end of that day. */
    public FeaturePlan in(Zone other) {
        var moment = zone.isStartOfDay(asOf) ? other.startOf(zone.day(asOf)) : asOf;
        return new FeaturePlan(moment, other, purchaseType, definitions, follows, leftOut);
    }

    /** The same features as of the end of the day of the last event that has passed, where the moment goes on with the events. */
    public FeaturePlan following(Engine engine, CustomerData data, Instant now, Progress progress) {
        return follows
                ? new FeaturePlan(
                        new StandardPlan(engine, zone, progress)
                                .asOf(data.events().events(), now),
                        zone,
                        purchaseType,
                        definitions,
                        true,
                        leftOut)
                : this;
    }

    /**
     * What suits the data by now, but for what a person left out, and what a person chose beside it and the data still allows. The
     * type of purchase and the moment stay where a person chose them.
     */
    public FeaturePlan renewed(Engine engine, CustomerData data, Moment now, Progress progress) {
        return new StandardPlan(engine, now.zone(), progress).renewed(in(now.zone()), data, now.at());
    }

    /**
     * The features that fit what the data holds: recency, frequency and money with scores, tenure, counts and sums over 30, 90 and
     * 365 days for the commonest types of event, age, and every attribute but those that only say who somebody is.
     *
     * <p>They are as of the end of the day of the last event; events dated after the day of {@code now} are taken for mistakes and not
     * looked at.
     *
     * @param now what time it is, and whose days are meant
     */
    public static FeaturePlan standard(Engine engine, CustomerData data, Moment now, Progress progress) {
        return new StandardPlan(engine, now.zone(), progress).of(data, now.at(), Optional.empty());
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
