package corymb.ui.sources;

import corymb.importing.CsvDialect;
import corymb.importing.Detected;
import corymb.importing.FileFormat;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** How a file is written: what separates its columns, its encoding, whether its first row holds their names. */
public final class DialectChoice extends FlowPane {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", CsvDialect.BLANKS);
    private static final List<String> ENCODINGS = List.of(
            "UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "Shift_JIS", "GB18030", "Big5", "KOI8-R");
    private static final double BETWEEN = 16;
    private static final double NEAR = 8;

    private final ComboBox<String> delimiter = choice("import.delimiter", DELIMITERS);
    private final ComboBox<String> encoding = choice("import.encoding", ENCODINGS);
    private final CheckBox hasHeader = new CheckBox(Texts.of("import.header"));

    /** Whether the choices are being set to what was found, so that setting them asks for nothing. */
    private boolean isShowing;

    public DialectChoice() {
        super(BETWEEN, NEAR);
        setRowValignment(javafx.geometry.VPos.CENTER);
        delimiter.setConverter(Choices.inWords(DialectChoice::delimiterName));
        getChildren().addAll(named("import.delimiter", delimiter), named("import.encoding", encoding), hasHeader);
    }

    private static ComboBox<String> choice(String key, List<String> offered) {
        var box = new ComboBox<String>();
        box.getItems().setAll(offered);
        box.setAccessibleText(Texts.of(key));
        return box;
    }

    private static Node named(String key, Node choice) {
        var line = new HBox(NEAR, new Label(Texts.of(key)), choice);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Shows how a file on its way in is read, and has it read again when that is chosen otherwise. */
    void follow(ImportModel model) {
        delimiter.valueProperty().addListener((_, _, _) -> readAgain(model));
        encoding.valueProperty().addListener((_, _, _) -> readAgain(model));
        hasHeader.selectedProperty().addListener((_, _, _) -> readAgain(model));
        model.detectedProperty().subscribe(detected -> detected.ifPresent(this::show));
    }

    private void readAgain(ImportModel model) {
        var current = model.detectedProperty().get();
        if (!isShowing && current.isPresent()) {
            model.read(current.get()
                    .dialect()
                    .withDelimiter(delimiter.getValue())
                    .withEncoding(encoding.getValue())
                    .withHeader(hasHeader.isSelected()));
        }
    }

    private void show(Detected detected) {
        isShowing = true;
        var dialect = detected.dialect();
        choose(delimiter, dialect.delimiter());
        choose(encoding, dialect.encoding());
        hasHeader.setSelected(dialect.hasHeader());
        delimiter.setDisable(detected.format() != FileFormat.CSV);
        encoding.setDisable(!detected.format().isText());
        hasHeader.setDisable(!detected.format().mayHaveHeader());
        isShowing = false;
    }

    private static void choose(ComboBox<String> box, String value) {
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
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
