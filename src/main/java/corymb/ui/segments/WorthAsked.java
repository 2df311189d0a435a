package corymb.ui.segments;

import corymb.rule.Measurement;
import corymb.table.ColumnType;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
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

    private final ComboBox<Measurement> made = new ComboBox<>();
    private final ComboBox<FieldChoice> column = new FindBox<>();
    private final ComboBox<String> type;
    private final ComboBox<Ask> ask = new ComboBox<>();
    private final TextField amount;
    private final TextField days;

    WorthAsked(Topic.Worth worth, Runnable whenChanged) {
        made.getItems().setAll(WorthCondition.MADE);
        made.setConverter(Choices.inWords(Measurement::words));
        made.setValue(Measurement.SUM);
        made.setAccessibleText(Texts.of("segments.worth.made"));
        column.getItems().setAll(worth.numbers());
        column.setConverter(Choices.inWords(FieldChoice::toString));
        column.setValue(worth.numbers().getFirst());
        column.setAccessibleText(Texts.of("segments.worth.column"));
        type = eventType(worth.deeds().types(), whenChanged);
        ask.getItems().setAll(ASKS);
        ask.setValue(ASKS.getFirst());
        ask.setAccessibleText(Texts.of("segments.chooseAsk"));
        amount = typed("200", Texts.of("segments.value"), 5, whenChanged);
        days = days(whenChanged);
        scopes().setAll(worth.deeds().scopes());
        nodes().addAll(made, column, word(Texts.of("segments.worth.of")), type, ask, amount);
        nodes().add(inTheLast(days));
        for (var chosen : List.of(made.valueProperty(), column.valueProperty(), ask.valueProperty(), scopeProperty())) {
            chosen.addListener((_, _, _) -> whenChanged.run());
        }
    }

    void fill(WorthCondition condition) {
        made.setValue(condition.measurement());
        column.getItems().stream()
                .filter(choice -> choice.field()
                        .name()
                        .equals(condition.compared().field().name()))
                .findFirst()
                .ifPresent(column::setValue);
        type.getEditor().setText(condition.type());
        ask.setValue(condition.compared().ask());
        amount.setText(condition.compared().value());
        days.setText(condition.when().days());
        scopeProperty().set(condition.when().scope());
    }

    @Override
    Optional<Condition> condition() {
        var number = WorthCondition.number(column.getValue().field().name());
        return Optional.of(new WorthCondition(
                made.getValue(),
                new FieldCondition(number, ask.getValue(), amount.getText(), ""),
                type.getEditor().getText(),
                new When(scopeProperty().get(), days.getText())));
    }
}
