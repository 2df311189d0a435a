package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Detected;
import corymb.importing.Source;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Ties the steps of the import wizard to the file on its way in. */
public final class ImportController {
    private final ImportModel model;

    @FXML
    private VBox fileStep;

    @FXML
    private VBox roleStep;

    @FXML
    private VBox columnsStep;

    @FXML
    private VBox summaryStep;

    @FXML
    private MessageBar message;

    @FXML
    private Label found;

    @FXML
    private Label doubts;

    @FXML
    private AgainChoice again;

    @FXML
    private PlaceChoice place;

    @FXML
    private DialectChoice dialect;

    @FXML
    private TableGrid preview;

    @FXML
    private RoleChoice roles;

    @FXML
    private NumberingChoice numbering;

    @FXML
    private ColumnMapping columns;

    @FXML
    private ImportSummary summary;

    @FXML
    private MessageBar summaryMessage;

    @FXML
    private VBox takenStep;

    @FXML
    private Label taken;

    @FXML
    private Label takenMore;

    ImportController(ImportModel model) {
        this.model = model;
    }

    Node fileStep() {
        return fileStep;
    }

    Node roleStep() {
        return roleStep;
    }

    Node columnsStep() {
        return columnsStep;
    }

    Node summaryStep() {
        return summaryStep;
    }

    Node takenStep() {
        return takenStep;
    }

    @FXML
    private void initialize() {
        preview.barVisibleProperty().set(false);
        again.follow(model);
        place.follow(model);
        dialect.follow(model);
        model.detectedProperty().subscribe(detected -> detected.ifPresent(this::showFound));
        roles.follow(model);
        numbering.follow(model);
        columns.follow(model.columns());
        summary.follow(model);
        model.problemProperty().subscribe(problem -> {
            problem.ifPresentOrElse(message::show, message::hide);
            problem.ifPresentOrElse(summaryMessage::show, summaryMessage::hide);
        });
    }

    /** Offers the sources that the file could be added to. */
    void offerOthers() {
        summary.offerOthers(model);
    }

    private void showFound(Detected detected) {
        found.setText(FoundWords.columns(detected));
        preview.show(detected.preview());
        doubts.setText(FoundWords.doubts(detected));
        doubts.setVisible(!doubts.getText().isEmpty());
    }

    /** Says what came in. */
    void showTaken(Source source) {
        var numbers = Numbers.local();
        taken.setText(Texts.of("import.taken", numbers.count(source.accepted()), source.name()));
        var counts = source.newest().counts();
        takenMore.setText(Texts.of(
                counts.rejected() == 0 && counts.duplicates() == 0 ? "import.takenWhole" : "import.takenMore",
                numbers.count(counts.rows()),
                numbers.count(counts.rejected()),
                numbers.count(counts.duplicates())));
    }
}
