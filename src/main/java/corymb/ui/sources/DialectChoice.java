package corymb.ui.sources;

import corymb.importing.CsvDialect;
import corymb.importing.Detected;
import corymb.importing.FileFormat;
import corymb.importing.Guess;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** How a file is written: what separates its columns, its encoding, whether its first row holds their names. */
public final class DialectChoice extends FlowPane {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", CsvDialect.BLANKS, CsvDialect.FIXED);
    private static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "ISO-8859-1",
            "ISO-8859-2",
            "x-MacRoman",
            "IBM850",
            "KOI8-R",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "GB18030",
            "Big5");
    private static final List<String> QUOTES = List.of("\"", "'", "");
    private static final List<String> ESCAPES = List.of("\"", "'", "\\");
    private static final List<String> COMMENTS = List.of("", "#", "//", "--", "%", "!");
    private static final int MOST_SKIPPED = 1_000;
    private static final double BETWEEN = 16;
    private static final double NEAR = 8;
    private static final double SPINNER = 90;
    private static final int FIXED_WIDTH = 36;

    private final ComboBox<String> delimiter = choice(new ComboBox<>(), "import.delimiter", DELIMITERS);
    private final ComboBox<String> encoding = choice(new FindBox<>(), "import.encoding", ENCODINGS);
    private final ComboBox<String> quote = choice(new ComboBox<>(), "import.quote", QUOTES);
    private final ComboBox<String> escape = choice(new ComboBox<>(), "import.escape", ESCAPES);
    private final ComboBox<String> comment = choice(new ComboBox<>(), "import.comment", COMMENTS);
    private final Spinner<Integer> skipped = new Spinner<>(0, MOST_SKIPPED, 0);
    private final TextField fixed = new TextField();
    private final CheckBox hasHeader = new CheckBox(Texts.of("import.header"));

    /** Whether the choices are being set to what was found, so that setting them asks for nothing. */
    private boolean isShowing;

    public DialectChoice() {
        super(BETWEEN, NEAR);
        setRowValignment(javafx.geometry.VPos.CENTER);
        delimiter.setConverter(Choices.inWords(DialectChoice::delimiterName));
        quote.setConverter(Choices.inWords(DialectChoice::markName));
        escape.setConverter(Choices.inWords(DialectChoice::markName));
        comment.setConverter(Choices.inWords(DialectChoice::markName));
        skipped.setAccessibleText(Texts.of("import.skipped"));
        skipped.setPrefWidth(SPINNER);
        fixed.setAccessibleText(Texts.of("import.fixedColumns"));
        fixed.setTooltip(new Tooltip(Texts.of("import.fixedMore")));
        fixed.setPrefColumnCount(FIXED_WIDTH);
        getChildren()
                .addAll(
                        named("import.delimiter", delimiter),
                        named("import.encoding", encoding),
                        named("import.quote", quote),
                        named("import.escape", escape),
                        named("import.comment", comment),
                        named("import.skipped", skipped),
                        hasHeader,
                        named("import.fixedColumns", fixed));
    }

    private static ComboBox<String> choice(ComboBox<String> box, String key, List<String> offered) {
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
        for (var box : List.of(delimiter, encoding, quote, escape, comment)) {
            box.valueProperty().addListener((_, _, _) -> readAgain(model));
        }
        skipped.valueProperty().addListener((_, _, _) -> readAgain(model));
        hasHeader.selectedProperty().addListener((_, _, _) -> readAgain(model));
        fixed.setOnAction(_ -> readFixed(model));
        fixed.focusedProperty().addListener((_, _, _) -> readFixed(model));
        model.detectedProperty().subscribe(detected -> detected.ifPresent(this::show));
    }

    private void readAgain(ImportModel model) {
        var current = model.detectedProperty().get();
        if (!isShowing && current.isPresent()) {
            var before = current.get().dialect();
            var dialect = before.withDelimiter(delimiter.getValue())
                    .withEncoding(encoding.getValue())
                    .withComment(comment.getValue())
                    .withSkippedLines(skipped.getValue())
                    .withHeader(hasHeader.isSelected());
            model.read(before.isFixed() ? dialect : dialect.withQuote(quote.getValue(), escapeFor(quote.getValue())));
        }
    }

    private void readFixed(ImportModel model) {
        var shown = model.detectedProperty()
                .get()
                .map(found -> found.dialect().fixed().words());
        if (!isShowing && shown.filter(words -> !words.equals(fixed.getText())).isPresent()) {
            model.readFixed(fixed.getText());
        }
    }

    /** Another quote mark is doubled, unless another escape was chosen. */
    private String escapeFor(String mark) {
        return escape.getValue().equals("\\") ? "\\" : mark;
    }

    private void show(Detected detected) {
        isShowing = true;
        var guesses = detected.guesses();
        explain(delimiter, guesses.delimiter());
        explain(encoding, guesses.encoding());
        explain(quote, guesses.quote());
        explain(escape, guesses.escape());
        explain(comment, guesses.comment());
        explain(skipped, guesses.skippedLines());
        explain(hasHeader, guesses.header());
        var dialect = detected.dialect();
        choose(delimiter, dialect.delimiter());
        choose(encoding, guesses.encoding().value());
        choose(quote, dialect.quote());
        choose(escape, dialect.escape());
        choose(comment, dialect.comment());
        skipped.getValueFactory().setValue(dialect.skippedLines());
        hasHeader.setSelected(dialect.hasHeader());
        fixed.setText(dialect.fixed().words());
        boolean isCsv = detected.format() == FileFormat.CSV;
        List.of(delimiter, comment, skipped).forEach(choice -> Choices.show(choice.getParent(), isCsv));
        List.of(quote, escape).forEach(choice -> Choices.show(choice.getParent(), isCsv && !dialect.isFixed()));
        Choices.show(fixed.getParent(), dialect.isFixed());
        Choices.show(encoding.getParent(), detected.format().hasEncoding());
        Choices.show(hasHeader, detected.format().mayHaveHeader());
        isShowing = false;
    }

    /** How sure the guess is, and what else it could be. */
    private static void explain(Control choice, Guess guess) {
        var words = Texts.of("import.sure", Math.round(guess.confidence().percent()), guess.reason());
        var other = guess.runnerUp().isEmpty() ? "" : " " + Texts.of("import.orElse", delimiterName(guess.runnerUp()));
        choice.setTooltip(new Tooltip(words + other));
        choice.setAccessibleHelp(words + other);
    }

    private static void choose(ComboBox<String> box, String value) {
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
    }

    private static String markName(String mark) {
        return mark.isEmpty() ? Texts.of("import.none") : mark;
    }

    /** What a delimiter or mark is called. */
    static String delimiterName(String delimiter) {
        return switch (delimiter) {
            case "," -> Texts.of("import.comma");
            case ";" -> Texts.of("import.semicolon");
            case "\t" -> Texts.of("import.tab");
            case "|" -> Texts.of("import.bar");
            case CsvDialect.BLANKS -> Texts.of("import.blanks");
            case CsvDialect.FIXED -> Texts.of("import.fixed");
            default -> delimiter;
        };
    }
}
