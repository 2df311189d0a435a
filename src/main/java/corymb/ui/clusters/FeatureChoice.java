package corymb.ui.clusters;

import corymb.feature.FeatureSummary;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A feature that groups can be looked for in, and whether they are. */
public final class FeatureChoice {
    private final FeatureSummary feature;
    private final BooleanProperty chosen;

    FeatureChoice(FeatureSummary feature, boolean isChosen) {
        this.feature = feature;
        this.chosen = new SimpleBooleanProperty(this, "chosen", isChosen);
    }

    public FeatureSummary feature() {
        return feature;
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
