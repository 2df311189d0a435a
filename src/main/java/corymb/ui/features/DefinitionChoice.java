package corymb.ui.features;

import corymb.feature.FeatureDefinition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A feature that can be computed, and whether it is. */
public final class DefinitionChoice {
    private final FeatureDefinition definition;
    private final BooleanProperty chosen;

    DefinitionChoice(FeatureDefinition definition, boolean isChosen) {
        this.definition = definition;
        this.chosen = new SimpleBooleanProperty(this, "chosen", isChosen);
    }

    public FeatureDefinition definition() {
        return definition;
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
