package corymb.ui.segments;

import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.TextArea;

/** Who is on a list: the ids, pasted. */
final class ListedAsked extends Asked {
    private final TextArea ids = new TextArea();

    ListedAsked(Runnable whenChanged) {
        ids.setPromptText(Texts.of("segments.listed.prompt"));
        ids.setAccessibleText(Texts.of("segments.listed.prompt"));
        ids.getStyleClass().add("mono");
        ids.setPrefRowCount(3);
        ids.setPrefColumnCount(34);
        nodes().add(ids);
        ids.textProperty().addListener((_, _, _) -> whenChanged.run());
    }

    void fill(ListedCondition condition) {
        ids.setText(condition.ids());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.of(new ListedCondition(ids.getText()));
    }
}
