package corymb.ui.sources;

import corymb.importing.Recipe;
import corymb.importing.Source;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Offers to read a file like one before: that of the source it looks like, or as a recipe says; and tells in what it differs. */
public final class AgainChoice extends VBox {
    private final CheckBox again = new CheckBox();
    private final Label followed = new Label();
    private final Button open = new Button(Texts.of("import.openRecipe"));
    private final Button putAway = new Button(Texts.of("import.putAwayRecipe"));
    private final Label drift = new Label();

    public AgainChoice() {
        getStyleClass().add("near");
        again.setWrapText(true);
        again.setMnemonicParsing(false);
        followed.setWrapText(true);
        drift.setWrapText(true);
        drift.getStyleClass().add("state-stale");
        var line = new HBox(followed, open, putAway);
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        for (var button : new Button[] {open, putAway}) {
            button.getStyleClass().addAll("flat", "accent", "flush");
            button.setMinWidth(USE_PREF_SIZE);
        }
        Choices.show(again, false);
        getChildren().addAll(again, line, drift);
    }

    /** Follows a file on its way in. */
    void follow(ImportModel model) {
        again.selectedProperty().bindBidirectional(model.againProperty());
        open.setOnAction(_ -> model.recipes().open());
        putAway.setOnAction(_ -> model.recipes().putAway());
        model.knownProperty().subscribe(this::offer);
        model.recipes().openedProperty().subscribe(this::tell);
        model.columns().plansProperty().subscribe(_ -> {
            drift.setText(DriftWords.of(model.drift()));
            Choices.show(drift, !drift.getText().isEmpty());
        });
    }

    private void offer(Optional<Source> known) {
        Choices.show(again, known.isPresent());
        known.ifPresent(source -> again.setText(Texts.of("import.again", source.name())));
    }

    private void tell(Optional<Recipe> opened) {
        opened.ifPresent(recipe ->
                followed.setText(Texts.of("import.asRecipe", recipe.plan().source())));
        Choices.show(followed, opened.isPresent());
        Choices.show(putAway, opened.isPresent());
        Choices.show(open, opened.isEmpty());
        again.setDisable(opened.isPresent());
    }
}
