package corymb.ui.features;

import corymb.feature.EventFeature;
import corymb.feature.EventFeature.Aggregated;
import corymb.feature.EventFeature.Ratio;
import corymb.feature.FeatureNames;
import corymb.table.Schema;
import java.util.Optional;

/**
 * A feature of one's own as far as it is said.
 *
 * @param title what it is called; empty while that is not said
 * @param divisor what the figure is divided by; empty where it is not
 */
record DefinitionDraft(String title, FigureDraft figure, Optional<FigureDraft> divisor) {
    private static final String UNNAMED = "unnamed";

    /** Of one figure. */
    DefinitionDraft(String title, FigureDraft figure) {
        this(title, figure, Optional.empty());
    }

    /** What the sheet begins with. */
    static DefinitionDraft empty() {
        return new DefinitionDraft("", FigureDraft.EVENTS);
    }

    /** What says the same as a feature, by another title or none. */
    static DefinitionDraft like(EventFeature feature, String title) {
        return switch (feature) {
            case Aggregated figure -> new DefinitionDraft(title, FigureDraft.like(figure));
            case Ratio ratio ->
                new DefinitionDraft(
                        title, FigureDraft.like(ratio.part()), Optional.of(FigureDraft.like(ratio.whole())));
        };
    }

    /** Its name in rules and tables. */
    String name() {
        return title.isBlank() ? UNNAMED : FeatureNames.slug(title);
    }

    /**
     * The definition it says.
     *
     * @throws corymb.work.Failure while something is missing or does not fit
     */
    EventFeature definition(Schema events) {
        return divisor.isEmpty()
                ? figure.definition(name(), events)
                : new Ratio(
                        name(), figure.definition("part", events), divisor.get().definition("whole", events));
    }
}
