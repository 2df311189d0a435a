package corymb.ui.features;

import corymb.feature.FeatureDefinition;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A feature that is offered, whether the data can feed it, and whether it is to be computed. */
public final class DefinitionChoice {
    private final FeatureDefinition definition;
    private final Shelf shelf;
    private final String title;
    private final String sentence;
    private final Set<String> lacking;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");

    DefinitionChoice(OfferedFeature offered, String title, String sentence) {
        this.definition = offered.definition();
        this.shelf = offered.shelf();
        this.lacking = new TreeSet<>(offered.lacking());
        this.title = title;
        this.sentence = sentence;
    }

    public FeatureDefinition definition() {
        return definition;
    }

    public Shelf shelf() {
        return shelf;
    }

    /** What it is called in plain words. */
    public String title() {
        return title;
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }

    /** The columns of events it needs and that are not there; empty where it can be computed. */
    public Set<String> lacking() {
        return Set.copyOf(lacking);
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }

    boolean isChosen() {
        return chosen.get() && lacking.isEmpty();
    }

    /** Whether its words hold a text, or its name in rules does. */
    boolean speaksOf(String text) {
        return String.join(" ", title, sentence, definition.name())
                .toLowerCase(Locale.ROOT)
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
