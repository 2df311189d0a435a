package corymb.ui.clusters;

import corymb.chart.Vocabulary.Word;
import corymb.feature.FeatureSummary;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A feature that groups can be looked for in, and whether they are. */
public final class FeatureChoice {
    private final FeatureSummary feature;
    private final Word word;
    private final BooleanProperty chosen;

    FeatureChoice(FeatureSummary feature, Word word, boolean isChosen) {
        this.feature = feature;
        this.word = word;
        this.chosen = new SimpleBooleanProperty(this, "chosen", isChosen);
    }

    public FeatureSummary feature() {
        return feature;
    }

    /** The feature in plain words. */
    public Word word() {
        return word;
    }

    /** Whether a text stands in its words or is part of its column's name. */
    boolean speaksOf(String text) {
        return (feature.name() + " " + word.title() + " " + word.sentence())
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
