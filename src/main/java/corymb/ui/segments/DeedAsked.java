package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** What is asked of what customers did: which event, how often, and since when. */
final class DeedAsked extends Asked {
    private final ComboBox<String> done = new ComboBox<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final TextField times = new TextField();
    private final TextField days = new TextField();

    DeedAsked(Topic.Deeds deeds, Runnable whenChanged) {
        done.getItems().setAll(Texts.of("segments.deed.did"), Texts.of("segments.deed.didNot"));
        done.setAccessibleText(Texts.of("segments.chooseAsk"));
        done.setMinWidth(USE_PREF_SIZE);
        done.getSelectionModel().selectFirst();
        type.getItems().setAll(deeds.types());
        type.setEditable(true);
        type.setPrefWidth(130);
        type.setPromptText(Texts.of("segments.deed.type"));
        type.setAccessibleText(Texts.of("segments.deed.type"));
        times.setPromptText("1");
        times.setPrefColumnCount(3);
        times.setAccessibleText(Texts.of("segments.deed.howOften"));
        days.setPromptText(Texts.of("segments.deed.ever"));
        days.setPrefColumnCount(4);
        days.setAccessibleText(Texts.of("segments.deed.howLong"));
        var often = word("segments.deed.times");
        getChildren().addAll(done, type, times, often, word("segments.deed.last"), days, word("segments.deed.days"));
        done.getSelectionModel().selectedIndexProperty().subscribe(place -> {
            Choices.show(times, place.intValue() == 0);
            Choices.show(often, place.intValue() == 0);
        });
        done.valueProperty().addListener((_, _, _) -> whenChanged.run());
        type.getEditor().textProperty().addListener((_, _, _) -> whenChanged.run());
        times.textProperty().addListener((_, _, _) -> whenChanged.run());
        days.textProperty().addListener((_, _, _) -> whenChanged.run());
    }

    private static Label word(String key) {
        var label = new Label(Texts.of(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    @Override
    Optional<Condition> condition() {
        boolean isDone = done.getSelectionModel().getSelectedIndex() == 0;
        return Optional.of(new DeedCondition(isDone, type.getEditor().getText(), times.getText(), days.getText()));
    }
}
