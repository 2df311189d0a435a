package corymb.ui.exports;

import corymb.report.ExportPlan.Format;
import corymb.ui.kit.Choices;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Ties the choice of what to take away, and why it may leave, to the model. */
public final class ExportChoiceController {
    private final ExportsModel model;

    @FXML
    private ComboBox<TableChoice> table;

    @FXML
    private VBox segmentBox;

    @FXML
    private ComboBox<SegmentChoice> segment;

    @FXML
    private Label outdated;

    @FXML
    private ComboBox<Format> format;

    @FXML
    private VBox consent;

    @FXML
    private Label noConsents;

    @FXML
    private ComboBox<String> purpose;

    @FXML
    private CheckBox overriding;

    @FXML
    private TextField reason;

    public ExportChoiceController(ExportsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        table.setItems(model.tables());
        segment.setItems(model.segments());
        purpose.setItems(model.purposes());
        format.getItems().setAll(Format.values());
        format.valueProperty().bindBidirectional(model.formatProperty());
        purpose.valueProperty().bindBidirectional(model.purposeProperty());
        overriding.selectedProperty().bindBidirectional(model.overridingProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        purpose.disableProperty().bind(model.overridingProperty());
        var holdsConsents =
                Bindings.createBooleanBinding(model::holdsConsents, model.previewProperty(), model.purposes());
        Choices.shownWhile(consent, holdsConsents);
        Choices.shownWhile(noConsents, holdsConsents.not());
        Choices.shownWhile(reason, model.overridingProperty());
        Choices.shownWhile(segmentBox, model.tableProperty().map(_ -> model.isOfSegments()));
        outdated.textProperty().bind(model.outdatedProperty());
        Choices.shownWhile(outdated, outdated.textProperty().isNotEmpty());
        follow();
    }

    /** Keeps boxes and model together; a list that is filled anew chooses nothing for a moment, which is not told. */
    private void follow() {
        model.tableProperty().subscribe(chosen -> chosen.ifPresent(table::setValue));
        model.segmentProperty().subscribe(segment::setValue);
        table.valueProperty()
                .addListener((_, _, chosen) -> Optional.ofNullable(chosen)
                        .ifPresent(choice -> model.tableProperty().set(Optional.of(choice))));
        segment.valueProperty()
                .addListener((_, _, chosen) -> Optional.ofNullable(chosen).ifPresent(model.segmentProperty()::set));
    }
}
