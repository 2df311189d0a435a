package corymb.chart;

import corymb.feature.EventFeature;
import corymb.feature.FeatureDefinition;
import corymb.feature.Foretold;
import corymb.feature.Gallery;
import corymb.feature.GalleryFeature;
import corymb.feature.RfmFeature;
import corymb.project.Headings;
import corymb.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Features in plain words: a short title, and a sentence that says what the title means. */
public final class FeatureWords {
    private final String purchaseType;
    private final Headings headings;
    private final Set<FeatureDefinition> ready;

    /** @param purchaseType the type of event that is a purchase */
    public FeatureWords(String purchaseType) {
        this(purchaseType, Headings.NONE);
    }

    FeatureWords(String purchaseType, Headings headings) {
        this.purchaseType = purchaseType;
        this.headings = headings;
        this.ready = Gallery.of(purchaseType).stream()
                .map(GalleryFeature::definition)
                .collect(Collectors.toSet());
    }

    /** The same with the units that the project's files tell. */
    public static FeatureWords of(Project project, String purchaseType) {
        return new FeatureWords(purchaseType, Headings.of(project));
    }

    /** What stands over it. */
    public String title(FeatureDefinition definition) {
        var found = find(definition);
        return Phrasebook.of("feature.title." + found.key(), found.arguments().toArray());
    }

    /** What it means. */
    public String sentence(FeatureDefinition definition) {
        var found = find(definition);
        return Phrasebook.of("feature.text." + found.key(), found.arguments().toArray());
    }

    /** The title, short enough to stand over a column of a chart where there is a shorter way to say it. */
    String brief(FeatureDefinition definition) {
        var found = find(definition);
        return Phrasebook.find("feature.brief." + found.key(), found.arguments().toArray())
                .orElseGet(() -> title(definition));
    }

    private Words find(FeatureDefinition definition) {
        return switch (definition) {
            case FeatureDefinition.Recency _ -> Words.of("recency");
            case FeatureDefinition.Frequency _ -> Words.of("frequency");
            case FeatureDefinition.Monetary _ -> Words.of("monetary");
            case FeatureDefinition.Tenure _ -> Words.of("tenure");
            case FeatureDefinition.Age _ -> Words.of("age");
            case FeatureDefinition.RfmScore(var part) -> Words.of("score." + lower(part));
            case FeatureDefinition.EventCount(var type, int days) -> of("count.", type, days);
            case FeatureDefinition.ValueSum(var type, int days) -> of("sum.", type, days);
            case FeatureDefinition.AttributeOf attribute -> Words.of("attribute", headings.title(attribute.column()));
            case EventFeature _, RfmFeature.Engagement _ ->
                ready.contains(definition) ? Words.of(definition.name()) : own(definition);
            case RfmFeature.CutScore _, RfmFeature.CutGroup _ -> own(definition);
            case RfmFeature.RfmGroup _ -> Words.of("group");
            case RfmFeature.LifecycleStage(int newDays, int active, int churned) ->
                Words.of("stage", newDays, active, churned);
            case Foretold.ExpectedPurchases(int days) -> Words.of("expectedPurchases", days);
            case Foretold.ProbabilityActive _ -> Words.of("probabilityActive");
            case Foretold.ExpectedValue _ -> Words.of("expectedValue");
            case Foretold.LifetimeValue(int days, double discount) ->
                Words.of("lifetimeValue", days, Numbers.local().prose(discount * 100));
        };
    }

    private Words of(String kind, String type, int days) {
        var which = type.equals(FeatureDefinition.ANY) ? "any" : type.equals(purchaseType) ? "purchase" : "other";
        return Words.of(kind + which + (days == FeatureDefinition.EVER ? ".ever" : ".days"), days, type);
    }

    private static Words own(FeatureDefinition definition) {
        return Words.of("own", Headings.spoken(definition.name()), definition.description());
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Which texts, and what is put into them. */
    private record Words(String key, List<Object> arguments) {
        static Words of(String key, Object... arguments) {
            return new Words(key, List.of(arguments));
        }
    }
}
