package corymb.ui.segments;

import corymb.table.ColumnType;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** What is asked of a field: how it compares, and with what. */
final class FieldAsked extends Asked {
    private final FieldChoice field;
    private final ComboBox<Ask> ask = new ComboBox<>();
    private final ComboBox<String> value = new FindBox<>();
    private final Label between = word(Texts.of("segments.and"));
    private final TextField second = new TextField();
    private final Optional<ValueSlider> slider;

    FieldAsked(FieldChoice field, Runnable whenChanged) {
        this.field = field;
        var type = field.field().type();
        ask.getItems().setAll(field.asks());
        ask.setPrefWidth(155);
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setAccessibleText(Texts.of("segments.chooseAsk"));
        value.getItems().setAll(field.values());
        value.setEditable(true);
        value.setCellFactory(_ -> new ValueCell(field));
        value.setPrefWidth(field.names().isEmpty() ? 150 : 320);
        value.setAccessibleText(Texts.of("segments.value"));
        second.setPrefWidth(80);
        second.setPromptText(FieldCondition.example(type, Ask.BETWEEN));
        second.setAccessibleText(Texts.of("segments.upperValue"));
        nodes().addAll(ask, value, between, second);
        ask.setValue(field.asks().getFirst());
        var days = word(Texts.of("segments.deed.days"));
        nodes().add(days);
        slider = slider();
        slider.ifPresent(below()::add);
        if (!field.names().isEmpty()) {
            below().add(named());
        }
        ask.valueProperty().subscribe(chosen -> {
            Choices.show(value, chosen.operands() > 0);
            Choices.show(between, chosen.operands() > 1);
            Choices.show(second, chosen.operands() > 1);
            Choices.show(days, chosen.isOfDays());
            value.setPromptText(FieldCondition.example(type, chosen));
        });
        ask.valueProperty().addListener((_, _, _) -> whenChanged.run());
        value.getEditor().textProperty().addListener((_, _, _) -> whenChanged.run());
        second.textProperty().addListener((_, _, _) -> whenChanged.run());
        ask.valueProperty().subscribe(this::slide);
        value.getEditor().textProperty().addListener((_, _, _) -> slide());
        second.textProperty().addListener((_, _, _) -> slide());
        slide();
    }

    /** What the values typed are called. */
    private Label named() {
        var named = new Label();
        named.getStyleClass().add("small-muted");
        named.setWrapText(true);
        value.getEditor().textProperty().subscribe(typed -> {
            named.setText(field.named(typed));
            Choices.show(named, !named.getText().isEmpty());
        });
        return named;
    }

    private Optional<ValueSlider> slider() {
        var type = field.field().type();
        boolean isCounted = field.histogram().bins().stream()
                .anyMatch(bin -> Double.isFinite(bin.from()) && Double.isFinite(bin.to()));
        return isCounted && (type == ColumnType.INTEGER || type == ColumnType.DECIMAL)
                ? Optional.of(new ValueSlider(
                        field.histogram(),
                        type == ColumnType.INTEGER,
                        low -> value.getEditor().setText(FieldCondition.typed(low)),
                        high -> second.setText(FieldCondition.typed(high))))
                : Optional.empty();
    }

    /** Shows the cut among the numbers there are. */
    private void slide() {
        slider.ifPresent(shown -> {
            var range = stated().range();
            Choices.show(shown, ask.getValue().cuts());
            shown.show(range.from(), range.to(), ask.getValue() == Ask.BETWEEN);
        });
    }

    void fill(FieldCondition condition) {
        ask.setValue(condition.ask());
        value.getEditor().setText(condition.value());
        second.setText(condition.second());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.of(stated());
    }

    FieldCondition stated() {
        return new FieldCondition(
                field.field(), ask.getValue(), value.getEditor().getText(), second.getText());
    }
}
