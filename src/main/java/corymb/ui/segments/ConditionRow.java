package corymb.ui.segments;

import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two lines to click a condition together: what it is about, and what is asked of that. */
final class ConditionRow extends VBox {
    private final StackPane place = new StackPane();
    private Optional<Asked> asked = Optional.empty();

    ConditionRow(List<Topic> topics, Runnable whenChanged, Runnable whenRemoved) {
        getStyleClass().add("condition");
        var topic = new ComboBox<Topic>();
        topic.getItems().setAll(topics);
        topic.setPromptText(Texts.of("segments.chooseField"));
        topic.setAccessibleText(Texts.of("segments.chooseField"));
        topic.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(topic, Priority.ALWAYS);
        topic.valueProperty().addListener((_, _, chosen) -> {
            var part = Asked.of(chosen, whenChanged);
            asked = Optional.of(part);
            place.getChildren().setAll(part);
            whenChanged.run();
        });
        place.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(topic, Icons.button("fth-x", Texts.of("segments.removeCondition"), whenRemoved));
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, place);
    }

    /** The condition as it stands; empty while nothing is chosen that it is about. */
    Optional<Condition> condition() {
        return asked.flatMap(Asked::condition);
    }
}
