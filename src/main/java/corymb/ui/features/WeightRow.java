package corymb.ui.features;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import corymb.work.Failure;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A figure that counts in engagement: its weight, its share of all weights, what it is, and its fields while it is changed. */
final class WeightRow extends VBox {
    private static final double MOST = 999;

    private final DefinitionModel model;
    private final Spinner<Double> weight;
    private final Label share = new Label();
    private final Label words = new Label();
    private final ToggleButton change = new ToggleButton(null, Icons.of("fth-edit-2"));
    private final Button remove;
    private final FigureFields figure;

    WeightRow(DefinitionModel model, DefinitionDraft.WeightDraft draft, Runnable changed, Consumer<WeightRow> removed) {
        this.model = model;
        figure = new FigureFields(model, draft.figure(), changed);
        figure.getStyleClass().add("indented");
        Choices.shownWhile(figure, change.selectedProperty());
        weight = new Spinner<>(0.1, MOST, draft.weight(), 1);
        weight.setEditable(true);
        weight.setPrefWidth(96);
        weight.setMinWidth(USE_PREF_SIZE);
        weight.setAccessibleText(Texts.of("features.weight"));
        weight.valueProperty().addListener((_, _, _) -> changed.run());
        remove = Icons.button("fth-x", Texts.of("features.removeWeight"), () -> removed.accept(this));
        change.getStyleClass().addAll("flat", "button-icon");
        change.setAccessibleText(Texts.of("features.change"));
        share.setMinWidth(48);
        share.setAlignment(Pos.CENTER_RIGHT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(weight, share, words, change, remove);
        head.getStyleClass().add("near");
        head.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("tight");
        getChildren().setAll(head, figure);
    }

    void open() {
        change.setSelected(true);
    }

    double weight() {
        return weight.getValue();
    }

    /** Tells what it is of the whole; the last one stays. */
    void tell(String ofWhole, boolean canGo) {
        share.setText(ofWhole);
        words.setText(words());
        remove.setDisable(!canGo);
    }

    /** What it is in words, its measurement alone while it is not whole. */
    String words() {
        try {
            return figure.draft().definition("part", model.events()).description();
        } catch (Failure _) {
            return figure.words();
        }
    }

    DefinitionDraft.WeightDraft draft() {
        return new DefinitionDraft.WeightDraft(figure.draft(), weight.getValue());
    }
}
