package corymb.ui.features;

import corymb.feature.Cuts;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields that say how a figure becomes a score: cut by what, where, and what becomes of equal values. */
final class CutsFields extends HBox {
    private final ComboBox<CutsDraft.By> by = new ComboBox<>();
    private final TextField values = new TextField();
    private final ComboBox<Cuts.Ties> ties = new ComboBox<>();

    /** @param told runs whenever something else is said, after a pause while somebody types */
    CutsFields(CutsDraft draft, Runnable told) {
        by.getItems().setAll(CutsDraft.By.values());
        by.setConverter(Choices.inWords(CutsDraft.By::words));
        by.setValue(draft.by());
        values.setText(draft.values());
        ties.getItems().setAll(Cuts.Ties.values());
        ties.setConverter(Choices.inWords(CutsFields::words));
        ties.setValue(draft.ties());
        var policy = FigureFields.named("features.ties", ties);
        Choices.shownWhile(policy, by.valueProperty().isEqualTo(CutsDraft.By.SHARES));
        var parts =
                List.of(FigureFields.named("features.cutBy", by), FigureFields.named("features.cutAt", values), policy);
        parts.forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        by.setMaxWidth(Double.MAX_VALUE);
        ties.setMaxWidth(Double.MAX_VALUE);
        values.setPromptText(Texts.of("features.cutPrompt"));
        values.setPrefColumnCount(12);
        getStyleClass().add("near");
        getChildren().setAll(parts.toArray(VBox[]::new));
        listen(told);
    }

    private void listen(Runnable told) {
        var typing = new TypingPause();
        by.valueProperty().addListener((_, _, now) -> {
            values.setText(now == CutsDraft.By.SHARES ? CutsDraft.FIFTHS.values() : "");
            told.run();
        });
        ties.valueProperty().addListener((_, _, _) -> told.run());
        values.textProperty().addListener((_, _, _) -> typing.then(told));
    }

    CutsDraft draft() {
        return new CutsDraft(by.getValue(), values.getText().strip(), ties.getValue());
    }

    static String words(Cuts.Ties ties) {
        return Texts.of("features.ties." + ties.name().toLowerCase(Locale.ROOT));
    }
}
