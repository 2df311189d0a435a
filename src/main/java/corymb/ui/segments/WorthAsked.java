package corymb.ui.segments;

import corymb.table.ColumnType;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** What is asked of what events come to: of which, how much, and since when. */
final class WorthAsked extends Asked {
    private static final List<Ask> ASKS = Ask.of(ColumnType.DECIMAL).stream()
            .filter(ask -> ask.operands() == 1 && ask != Ask.ONE_OF && ask != Ask.NONE_OF)
            .toList();

    private final ComboBox<FieldChoice> column = new ComboBox<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final ComboBox<Ask> ask = new ComboBox<>();
    private final TextField amount = new TextField();
    private final TextField days = new TextField();

    WorthAsked(Topic.Worth worth, Runnable whenChanged) {
        column.getItems().setAll(worth.columns());
        column.setConverter(Choices.inWords(FieldChoice::toString));
        column.setValue(worth.columns().getFirst());
        column.setAccessibleText(Texts.of("segments.worth.column"));
        type.getItems().setAll(worth.types());
        type.setEditable(true);
        type.setPrefWidth(130);
        type.setPromptText(Texts.of("segments.deed.type"));
        type.setAccessibleText(Texts.of("segments.deed.type"));
        ask.getItems().setAll(ASKS);
        ask.setValue(ASKS.getFirst());
        ask.setAccessibleText(Texts.of("segments.chooseAsk"));
        amount.setPromptText("200");
        amount.setPrefColumnCount(5);
        amount.setAccessibleText(Texts.of("segments.value"));
        days.setPromptText(Texts.of("segments.deed.ever"));
        days.setPrefColumnCount(4);
        days.setAccessibleText(Texts.of("segments.deed.howLong"));
        nodes().addAll(column, word(Texts.of("segments.worth.of")), type, ask, amount);
        nodes().addAll(word(Texts.of("segments.deed.last")), days, word(Texts.of("segments.deed.days")));
        column.valueProperty().addListener((_, _, _) -> whenChanged.run());
        ask.valueProperty().addListener((_, _, _) -> whenChanged.run());
        type.getEditor().textProperty().addListener((_, _, _) -> whenChanged.run());
        amount.textProperty().addListener((_, _, _) -> whenChanged.run());
        days.textProperty().addListener((_, _, _) -> whenChanged.run());
    }

    void fill(WorthCondition condition) {
        column.getItems().stream()
                .filter(choice -> choice.field().name().equals(condition.column()))
                .findFirst()
                .ifPresent(column::setValue);
        type.getEditor().setText(condition.type());
        ask.setValue(condition.ask());
        amount.setText(condition.amount());
        days.setText(condition.days());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.of(new WorthCondition(
                column.getValue().field().name(),
                type.getEditor().getText(),
                ask.getValue(),
                amount.getText(),
                days.getText()));
    }
}
