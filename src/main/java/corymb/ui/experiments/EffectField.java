package corymb.ui.experiments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The change a person hopes to see: its size, and what that is counted in. */
public final class EffectField extends HBox {
    private static final double SIZE_WIDTH = 90;

    private final TextField size = new TextField();
    private final ComboBox<EffectInput.Unit> unit = new ComboBox<>();

    public EffectField() {
        getStyleClass().add("near");
        size.setId("effect");
        size.setAccessibleText(Texts.of("experiments.effect"));
        size.setPrefWidth(SIZE_WIDTH);
        size.setMinWidth(SIZE_WIDTH);
        unit.setAccessibleText(Texts.of("experiments.unit"));
        unit.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(unit, Priority.ALWAYS);
        getChildren().addAll(size, unit);
    }

    /**
     * Shows and sets a change from now on.
     *
     * @param isRate whether a rate is measured, which changes in percentage points
     */
    void follow(EffectInput input, ObservableValue<Boolean> isRate) {
        size.textProperty().bindBidirectional(input.size());
        isRate.subscribe(is -> {
            unit.valueProperty().unbindBidirectional(input.unit());
            Choices.offer(
                    unit, List.of(EffectInput.Unit.values()), input.unit(), choice -> EffectInput.words(choice, is));
        });
    }
}
