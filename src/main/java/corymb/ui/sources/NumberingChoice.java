package corymb.ui.sources;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Offers to let each row be a customer of its own where no column says whose it is; away where one does. */
public final class NumberingChoice extends VBox {
    private final CheckBox numbered = new CheckBox(Texts.of("import.numbered"));

    public NumberingChoice() {
        getStyleClass().add("near");
        var nobody = new Label(Texts.of("import.nobody"));
        nobody.setWrapText(true);
        nobody.getStyleClass().add("state-stale");
        var more = new Label(Texts.of("import.numberedMore"));
        more.setWrapText(true);
        more.getStyleClass().addAll("muted", "indented");
        numbered.setWrapText(true);
        nobody.visibleProperty().bind(numbered.selectedProperty().not());
        nobody.managedProperty().bind(nobody.visibleProperty());
        getChildren().addAll(nobody, numbered, more);
    }

    void follow(ImportModel model) {
        numbered.selectedProperty().bindBidirectional(model.numberedProperty());
        model.namelessProperty().subscribe(isNameless -> Choices.show(this, isNameless));
    }
}
