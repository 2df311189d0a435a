package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.CsvDialect;
import corymb.importing.Detected;
import corymb.importing.FileFormat;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.ui.kit.Choices;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Ties the steps of the import wizard to the file on its way in. */
public final class ImportController {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", CsvDialect.BLANKS);
    private static final List<String> ENCODINGS = List.of(
            "UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "Shift_JIS", "GB18030", "Big5", "KOI8-R");

    private final ImportModel model;
    private final ToggleGroup roles = new ToggleGroup();

    /** Whether the choices are being set to what was found, so that setting them asks for nothing. */
    private boolean isShowing;

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
    private ComboBox<String> delimiter;

    @FXML
    private ComboBox<String> encoding;

    @FXML
    private CheckBox hasHeader;

    @FXML
    private TableGrid preview;

    @FXML
    private VBox roleChoices;

    @FXML
    private ColumnMapping columns;

    @FXML
    private TextField name;

    @FXML
    private Label summary;

    @FXML
    private MessageBar summaryMessage;

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

    @FXML
    private void initialize() {
        delimiter.getItems().setAll(DELIMITERS);
        delimiter.setConverter(Choices.inWords(ImportController::delimiterName));
        encoding.getItems().setAll(ENCODINGS);
        preview.barVisibleProperty().set(false);
        for (var role : Role.values()) {
            roleChoices.getChildren().add(choice(role));
        }
        name.textProperty().bindBidirectional(model.nameProperty());
        delimiter.valueProperty().addListener((_, _, _) -> readAgain());
        encoding.valueProperty().addListener((_, _, _) -> readAgain());
        hasHeader.selectedProperty().addListener((_, _, _) -> readAgain());
        model.detectedProperty().subscribe(detected -> detected.ifPresent(this::showFound));
        columns.follow(model);
        model.trialProperty().subscribe(this::showTrial);
        model.problemProperty().subscribe(problem -> {
            problem.ifPresentOrElse(message::show, message::hide);
            problem.ifPresentOrElse(summaryMessage::show, summaryMessage::hide);
        });
    }

    private RadioButton choice(Role role) {
        var words = Texts.of("import.role." + role.name().toLowerCase(java.util.Locale.ROOT));
        var button = new RadioButton(SourcesModel.roleName(role) + ": " + words);
        button.setWrapText(true);
        button.setToggleGroup(roles);
        button.setOnAction(_ -> model.roleProperty().set(role));
        model.roleProperty().subscribe(chosen -> button.setSelected(chosen == role));
        return button;
    }

    private void readAgain() {
        var current = model.detectedProperty().get();
        if (!isShowing && current.isPresent()) {
            model.read(current.get()
                    .dialect()
                    .withDelimiter(delimiter.getValue())
                    .withEncoding(encoding.getValue())
                    .withHeader(hasHeader.isSelected()));
        }
    }

    private void showFound(Detected detected) {
        isShowing = true;
        var dialect = detected.dialect();
        if (!delimiter.getItems().contains(dialect.delimiter())) {
            delimiter.getItems().add(dialect.delimiter());
        }
        if (!encoding.getItems().contains(dialect.encoding())) {
            encoding.getItems().add(dialect.encoding());
        }
        delimiter.setValue(dialect.delimiter());
        encoding.setValue(dialect.encoding());
        hasHeader.setSelected(dialect.hasHeader());
        boolean isJson = detected.format() == FileFormat.JSON;
        delimiter.setDisable(isJson);
        hasHeader.setDisable(isJson);
        found.setText(Texts.of(
                "import.found", Numbers.local().count(detected.columns().size()), detected.format()));
        preview.show(detected.preview());
        isShowing = false;
    }

    private void showTrial(Optional<Source> trial) {
        var numbers = Numbers.local();
        summary.setText(trial.map(source -> Texts.of(
                        "import.summary",
                        numbers.count(source.rows()),
                        numbers.count(source.accepted()),
                        numbers.count(source.rejected()),
                        numbers.count(source.duplicates())))
                .orElse(Texts.of("import.counting")));
    }

    private static String delimiterName(String delimiter) {
        return switch (delimiter) {
            case "," -> Texts.of("import.comma");
            case ";" -> Texts.of("import.semicolon");
            case "\t" -> Texts.of("import.tab");
            case "|" -> Texts.of("import.bar");
            case CsvDialect.BLANKS -> Texts.of("import.blanks");
            default -> delimiter;
        };
    }
}
