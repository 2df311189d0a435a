package corymb.feature;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ready-made feature. */
public record GalleryFeature(Group group, FeatureDefinition definition) {
    private static final String TIME = "timestamp";

    /** What a feature tells about. */
    public enum Group {
        VALUE,
        ACTIVITY,
        HABITS,
        TASTE,
        CONTEXT,
        LIFECYCLE
    }

    /** Which columns of events it is made of, besides whose and when they were. */
    public Set<String> columns() {
        var columns = switch (definition) {
            case Foretold.ExpectedValue _,
                    Foretold.LifetimeValue _,
                    FeatureDefinition.Monetary _,
                    FeatureDefinition.ValueSum _,
                    RfmFeature.RfmGroup _,
                    RfmFeature.CutGroup _ -> Stream.of("type", "value");
            case Foretold.ExpectedPurchases _,
                    Foretold.ProbabilityActive _,
                    FeatureDefinition.Recency _,
                    FeatureDefinition.Frequency _,
                    RfmFeature.LifecycleStage _ -> Stream.of("type");
            case FeatureDefinition.RfmScore score -> ofPart(score.part());
            case RfmFeature.CutScore score -> ofPart(score.part());
            case FeatureDefinition.EventCount count ->
                Stream.of("type").filter(_ -> !count.type().equals(FeatureDefinition.ANY));
            case EventFeature _, RfmFeature.Engagement _ -> looked().filter(column -> !Events.isOfTime(column));
            case FeatureDefinition.Tenure _, FeatureDefinition.Age _, FeatureDefinition.AttributeOf _ ->
                Stream.<String>of();
        };
        return columns.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> ofPart(FeatureDefinition.RfmScore.Part part) {
        return part == FeatureDefinition.RfmScore.Part.MONETARY ? Stream.of("type", "value") : Stream.of("type");
    }

    /** What is told of events in columns, by their time included. */
    private Stream<String> looked() {
        return FeaturePlan.aggregates(definition).flatMap(EventColumns::of);
    }

    /**
     * The same, and the hour where it looks at hours and the events tell none: all would seem to be early birds.
     *
     * @param hasHours see {@link EventSources#hasHours}
     */
    public Set<String> lacking(EventSources events, boolean hasHours) {
        var lacking = lacking(events);
        if (!hasHours) {
            looked().filter(Events.HOUR::equals).filter(events::isOfTime).forEach(lacking::add);
        }
        return lacking;
    }

    /** The columns that no source has, the time of events included where there are none at all; empty where it can be computed. */
    public Set<String> lacking(EventSources events) {
        var lacking = new TreeSet<>(columns());
        lacking.add(TIME);
        lacking.removeIf(events::tells);
        return lacking;
    }
}
