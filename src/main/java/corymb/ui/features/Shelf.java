package corymb.ui.features;

import corymb.feature.EventFeature;
import corymb.feature.FeatureDefinition;
import corymb.feature.Foretold;
import corymb.feature.GalleryFeature;
import corymb.feature.RfmFeature;
import corymb.ui.kit.Texts;
import java.util.Locale;

/** Where a feature is offered: what it tells of a customer. */
public enum Shelf {
    VALUE,
    ACTIVITY,
    HABITS,
    TASTE,
    CONTEXT,
    LIFECYCLE,
    KINDS,
    PROFILE,
    OWN;

    String words() {
        return Texts.of("features.shelf." + name().toLowerCase(Locale.ROOT));
    }

    static Shelf of(GalleryFeature.Group group) {
        return switch (group) {
            case VALUE -> VALUE;
            case ACTIVITY -> ACTIVITY;
            case HABITS -> HABITS;
            case TASTE -> TASTE;
            case CONTEXT -> CONTEXT;
            case LIFECYCLE -> LIFECYCLE;
        };
    }

    /** Where a feature belongs that the gallery does not have. */
    static Shelf of(FeatureDefinition definition) {
        return switch (definition) {
            case FeatureDefinition.Monetary _, FeatureDefinition.ValueSum _ -> VALUE;
            case FeatureDefinition.Frequency _ -> ACTIVITY;
            case FeatureDefinition.Recency _, FeatureDefinition.RfmScore _, FeatureDefinition.Tenure _ -> LIFECYCLE;
            case FeatureDefinition.EventCount count -> count.type().equals(FeatureDefinition.ANY) ? ACTIVITY : KINDS;
            case FeatureDefinition.Age _, FeatureDefinition.AttributeOf _ -> PROFILE;
            case EventFeature _, RfmFeature _, Foretold _ -> OWN;
        };
    }
}
