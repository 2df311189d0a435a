package corymb.ui.features;

import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A feature of the gallery: its name, whether it is computed, what it means, and why it cannot be where it cannot. */
final class FeatureEntry extends VBox {
    /** @param define takes what another feature like it begins with, or this one changed */
    FeatureEntry(DefinitionChoice choice, Consumer<DefinitionDraft> define) {
        getStyleClass().add("feature-entry");
        var head = new HBox(box(choice));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, label(choice.sentence()));
        if (!choice.lacking().isEmpty()) {
            getChildren().add(label(Texts.of("features.lacks", String.join("”, “", choice.lacking()))));
            getChildren().getLast().getStyleClass().add("feature-lacks");
        } else {
            DefinitionDraft.like(choice.definition(), choice.shelf() == Shelf.OWN ? choice.title() : "")
                    .ifPresent(draft -> head.getChildren().add(edit(choice, draft, define)));
        }
    }

    private static CheckBox box(DefinitionChoice choice) {
        var box = new CheckBox(choice.title());
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        box.setDisable(!choice.lacking().isEmpty());
        box.setTooltip(
                new Tooltip(Texts.of("features.nameInRules", choice.definition().name())));
        box.setAccessibleHelp(choice.sentence());
        return box;
    }

    private Button edit(DefinitionChoice choice, DefinitionDraft draft, Consumer<DefinitionDraft> define) {
        boolean isOwn = choice.shelf() == Shelf.OWN;
        var words = Texts.of(isOwn ? "features.change" : "features.like");
        var edit = Icons.button("fth-edit-2", words, () -> define.accept(draft));
        edit.getStyleClass().add("feature-edit");
        edit.opacityProperty()
                .bind(Bindings.when(hoverProperty().or(focusWithinProperty()))
                        .then(1)
                        .otherwise(isOwn ? 1 : 0));
        return edit;
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("small-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
