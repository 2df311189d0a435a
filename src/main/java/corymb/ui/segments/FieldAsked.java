package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** What is asked of a field: how it compares, and with what. */
final class FieldAsked extends Asked {
    private final FieldChoice field;
    private final ComboBox<Ask> ask = new ComboBox<>();
    private final ComboBox<String> value = new ComboBox<>();
    private final Label between = new Label(Texts.of("segments.and"));
    private final TextField second = new TextField();

    FieldAsked(FieldChoice field, Runnable whenChanged) {
        this.field = field;
        var type = field.field().type();
        between.setMinWidth(USE_PREF_SIZE);
        ask.getItems().setAll(Ask.of(type));
        ask.setPrefWidth(130);
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setAccessibleText(Texts.of("segments.chooseAsk"));
        value.getItems().setAll(field.values());
        value.setEditable(true);
        value.setPrefWidth(150);
        value.setPromptText(FieldCondition.example(type));
        value.setAccessibleText(Texts.of("segments.value"));
        second.setPrefWidth(80);
        second.setPromptText(FieldCondition.example(type));
        second.setAccessibleText(Texts.of("segments.upperValue"));
        getChildren().addAll(ask, value, between, second);
        ask.setValue(ask.getItems().getFirst());
        ask.valueProperty().subscribe(chosen -> {
            Choices.show(value, chosen.operands() > 0);
            Choices.show(between, chosen.operands() > 1);
            Choices.show(second, chosen.operands() > 1);
        });
        ask.valueProperty().addListener((_, _, _) -> whenChanged.run());
        value.getEditor().textProperty().addListener((_, _, _) -> whenChanged.run());
        second.textProperty().addListener((_, _, _) -> whenChanged.run());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.of(new FieldCondition(
                field.field(), ask.getValue(), value.getEditor().getText(), second.getText()));
    }
}
