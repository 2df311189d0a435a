package corymb.ui.sources;

import corymb.importing.Source;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What an import will be called, what becomes of rows that are there, what will happen, and how the next file is read so too. */
public final class ImportSummary extends VBox {
    private static final int NAME_WIDTH = 24;

    private final TextField name = new TextField();
    private final MenuButton others = new MenuButton(Texts.of("import.others"));
    private final MeetingChoice meeting = new MeetingChoice();
    private final Label summary = label("");
    private final Button save = new Button(Texts.of("import.saveRecipe"));
    private final Label saved = label("muted");

    public ImportSummary() {
        getStyleClass().add("group");
        var called = new Label(Texts.of("import.name"));
        called.setMinWidth(USE_PREF_SIZE);
        name.setAccessibleText(called.getText());
        name.setPrefColumnCount(NAME_WIDTH);
        others.setMinWidth(USE_PREF_SIZE);
        save.setMinWidth(USE_PREF_SIZE);
        var undoable = label("muted");
        undoable.setText(Texts.of("import.undoable"));
        getChildren().addAll(line(called, name, others), meeting, summary, undoable, line(save, saved));
    }

    private static Label label(String style) {
        var label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static HBox line(javafx.scene.Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Follows a file on its way in. */
    void follow(ImportModel model) {
        name.textProperty().bindBidirectional(model.nameProperty());
        meeting.follow(model.meeting());
        model.trialProperty().subscribe(trial -> show(trial, model));
        model.problemProperty().subscribe(problem -> Choices.show(summary, problem.isEmpty()));
        save.setOnAction(_ -> model.saveRecipe());
        model.recipes()
                .savedProperty()
                .subscribe(file ->
                        saved.setText(file.map(written -> Texts.of("sources.rejectsExported", written.getFileName()))
                                .orElse("")));
    }

    private void show(Optional<Source> trial, ImportModel model) {
        summary.setText(
                trial.map(source -> SummaryWords.of(source, model.meeting())).orElse(Texts.of("import.counting")));
    }

    /** Offers the sources that the file could be added to. */
    void offerOthers(ImportModel model) {
        others.getItems()
                .setAll(model.others().stream()
                        .map(source -> Choices.item(source, () -> model.addTo(source)))
                        .toList());
        Choices.show(others, !others.getItems().isEmpty());
    }
}
