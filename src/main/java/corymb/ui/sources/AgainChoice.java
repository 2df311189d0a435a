package corymb.ui.sources;

import corymb.importing.Drift;
import corymb.importing.Source;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Offers to add a file to the source it looks like; away where there is none. */
public final class AgainChoice extends VBox {
    private final CheckBox again = new CheckBox();
    private final Label drift = new Label();

    public AgainChoice() {
        getStyleClass().add("near");
        again.setWrapText(true);
        drift.setWrapText(true);
        drift.getStyleClass().add("muted");
        getChildren().addAll(again, drift);
        Choices.show(this, false);
    }

    /** Follows a file on its way in. */
    void follow(ImportModel model) {
        again.selectedProperty().bindBidirectional(model.againProperty());
        model.knownProperty().subscribe(this::offer);
        model.columns().plansProperty().subscribe(_ -> {
            var words = model.drift().stream().map(Drift::words).collect(Collectors.joining(" "));
            drift.setText(words);
            Choices.show(drift, !words.isEmpty());
        });
    }

    private void offer(Optional<Source> known) {
        Choices.show(this, known.isPresent());
        known.ifPresent(source -> again.setText(Texts.of("import.again", source.name())));
    }
}
