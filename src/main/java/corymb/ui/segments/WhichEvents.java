package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;

/** Which events are meant: their type, and what is asked of one of their columns. */
final class WhichEvents extends FlowPane {
    private static final double GAP = 8;
    private static final double WIDTH = 900;

    private final ComboBox<String> type;
    private final ComboBox<Optional<FieldChoice>> column = new ComboBox<>();
    private Optional<FieldAsked> filter = Optional.empty();

    WhichEvents(Topic.Deeds deeds, String chosen) {
        type = Asked.eventType(deeds.types(), () -> {});
        type.getEditor().setText(chosen);
        setHgap(GAP);
        setVgap(GAP);
        setRowValignment(VPos.CENTER);
        setPrefWrapLength(WIDTH);
        setMinWidth(0);
        getChildren().add(type);
        column.getItems().add(Optional.empty());
        deeds.columns().forEach(choice -> column.getItems().add(Optional.of(choice)));
        column.setConverter(
                Choices.inWords(field -> field.map(FieldChoice::toString).orElse(Texts.of("segments.deed.all"))));
        column.setValue(Optional.empty());
        column.setAccessibleText(Texts.of("segments.deed.where"));
        if (!deeds.columns().isEmpty()) {
            getChildren().addAll(Asked.word(Texts.of("segments.deed.where")), column);
        }
        column.valueProperty().addListener((_, _, field) -> {
            filter.ifPresent(asked -> getChildren().removeAll(asked.nodes()));
            filter = field.map(choice -> new FieldAsked(choice, () -> {}));
            filter.ifPresent(asked -> getChildren().addAll(asked.nodes()));
        });
    }

    /** The rule over the events' columns that says it; empty while it is not complete. */
    Optional<Rule> rule() {
        return DeedCondition.events(type.getEditor().getText(), filter.map(FieldAsked::stated));
    }
}
