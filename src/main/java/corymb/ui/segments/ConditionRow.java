package corymb.ui.segments;

import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line to click a condition together: field, what is asked of it, value. */
final class ConditionRow extends HBox {
    private final ComboBox<FieldChoice> field = new ComboBox<>();
    private final ComboBox<Ask> ask = new ComboBox<>();
    private final ComboBox<String> value = new ComboBox<>();
    private final Label between = new Label(Texts.of("segments.and"));
    private final TextField second = new TextField();
    private final Runnable whenChanged;

    ConditionRow(List<FieldChoice> fields, Runnable whenChanged, Runnable whenRemoved) {
        this.whenChanged = whenChanged;
        between.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("near");
        setAlignment(Pos.CENTER_LEFT);
        field.getItems().setAll(fields);
        field.setPromptText(Texts.of("segments.chooseField"));
        field.setAccessibleText(Texts.of("segments.chooseField"));
        field.setMaxWidth(Double.MAX_VALUE);
        field.setPrefWidth(250);
        HBox.setHgrow(field, Priority.ALWAYS);
        ask.setPrefWidth(130);
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setAccessibleText(Texts.of("segments.chooseAsk"));
        value.setEditable(true);
        value.setPrefWidth(150);
        value.setAccessibleText(Texts.of("segments.value"));
        second.setPrefWidth(80);
        second.setAccessibleText(Texts.of("segments.upperValue"));
        field.valueProperty().addListener((_, _, chosen) -> fieldChosen(chosen));
        ask.valueProperty().addListener((_, _, _) -> askChosen());
        value.getEditor().textProperty().addListener((_, _, _) -> whenChanged.run());
        second.textProperty().addListener((_, _, _) -> whenChanged.run());
        askChosen();
        var remove = Icons.button("fth-x", Texts.of("segments.removeCondition"), whenRemoved);
        getChildren().addAll(field, ask, value, between, second, remove);
    }

    private void fieldChosen(FieldChoice chosen) {
        var type = chosen.field().type();
        ask.getItems().setAll(Ask.of(type));
        value.getItems().setAll(chosen.values());
        value.setPromptText(Condition.example(type));
        second.setPromptText(Condition.example(type));
        ask.setValue(ask.getItems().getFirst());
        whenChanged.run();
    }

    private void askChosen() {
        int values = Optional.ofNullable(ask.getValue()).map(Ask::operands).orElse(1);
        value.setVisible(values > 0);
        value.setManaged(values > 0);
        between.setVisible(values > 1);
        between.setManaged(values > 1);
        second.setVisible(values > 1);
        second.setManaged(values > 1);
        whenChanged.run();
    }

    /** The condition as it stands; empty while no field is chosen. */
    Optional<Condition> condition() {
        return Optional.ofNullable(field.getValue())
                .flatMap(chosen -> Optional.ofNullable(ask.getValue())
                        .map(asked -> new Condition(
                                chosen.field(), asked, value.getEditor().getText(), second.getText())));
    }
}
