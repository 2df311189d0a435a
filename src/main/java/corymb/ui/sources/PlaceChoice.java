package corymb.ui.sources;

import corymb.importing.Choices;
import corymb.importing.Detected;
import corymb.importing.FileFormat;
import corymb.importing.Inside;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Which of the files in an archive or folder, and which sheet, table or list of a file is read; nothing where there is no choice. */
public final class PlaceChoice extends FlowPane {
    private static final double BETWEEN = 16;
    private static final double NEAR = 8;
    private static final int CELLS_WIDTH = 8;

    private final ComboBox<String> entry = new FindBox<>();
    private final ComboBox<String> table = new FindBox<>();
    private final Label tableKind = new Label();
    private final TextField cells = new TextField();
    private final HBox entryLine = line(new Label(Texts.of("import.entry")), entry);
    private final HBox tableLine = line(tableKind, table);
    private final HBox cellsLine = line(new Label(Texts.of("import.cells")), cells);

    /** Whether the choices are being set to what was found, so that setting them asks for nothing. */
    private boolean isShowing;

    public PlaceChoice() {
        super(BETWEEN, NEAR);
        setRowValignment(VPos.CENTER);
        entry.setAccessibleText(Texts.of("import.entry"));
        cells.setAccessibleText(Texts.of("import.cells"));
        cells.setPrefColumnCount(CELLS_WIDTH);
        cells.setTooltip(new Tooltip(Texts.of("import.cellsMore")));
        getChildren().addAll(entryLine, tableLine, cellsLine);
        corymb.ui.kit.Choices.show(this, false);
    }

    private static HBox line(Label label, Control box) {
        var line = new HBox(NEAR, label, box);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Shows which part of a file on its way in is read, and has another read when that is chosen. */
    void follow(ImportModel model) {
        entry.valueProperty()
                .addListener((_, _, name) -> readAgain(model, inside -> inside.withEntries(isAll(name) ? "" : name)));
        table.valueProperty().addListener((_, _, name) -> readAgain(model, inside -> inside.withTable(name)));
        cells.setOnAction(_ -> readCells(model));
        cells.focusedProperty().addListener((_, _, _) -> readCells(model));
        model.detectedProperty().subscribe(detected -> detected.ifPresent(this::show));
    }

    private void readCells(ImportModel model) {
        readAgain(
                model,
                inside -> inside.cells().equalsIgnoreCase(cells.getText().strip())
                        ? inside
                        : inside.withCells(cells.getText()));
    }

    private void readAgain(ImportModel model, UnaryOperator<Inside> choice) {
        var current = model.detectedProperty().get();
        if (isShowing || current.isEmpty()) {
            return;
        }
        var inside = current.get().inside();
        var chosen = choice.apply(inside);
        if (!chosen.equals(inside)) {
            model.read(chosen);
        }
    }

    private static boolean isAll(String chosen) {
        return chosen.startsWith("\0");
    }

    private void show(Detected detected) {
        isShowing = true;
        var choices = detected.choices();
        showEntries(choices, detected.inside());
        tableKind.setText(Texts.of(kind(detected.format())));
        table.setAccessibleText(tableKind.getText());
        offer(table, choices.tables(), detected.inside().sheet());
        cells.setText(detected.inside().cells());
        corymb.ui.kit.Choices.show(cellsLine, detected.format() == FileFormat.XLSX);
        corymb.ui.kit.Choices.show(entryLine, choices.entries().size() > 1);
        corymb.ui.kit.Choices.show(tableLine, choices.tables().size() > 1);
        corymb.ui.kit.Choices.show(this, entryLine.isVisible() || tableLine.isVisible() || cellsLine.isVisible());
        isShowing = false;
    }

    private void showEntries(Choices choices, Inside inside) {
        var all = "\0" + Texts.of("import.allEntries", choices.entries().size());
        entry.setConverter(corymb.ui.kit.Choices.inWords(name -> isAll(name) ? name.substring(1) : name));
        offer(entry, choices.entries(), inside.entries().isEmpty() ? all : inside.entries());
        if (!entry.getItems().contains(all)) {
            entry.getItems().addFirst(all);
        }
    }

    private static void offer(ComboBox<String> box, List<String> offered, String chosen) {
        box.getItems().setAll(offered);
        if (!chosen.isEmpty() && !offered.contains(chosen)) {
            box.getItems().addFirst(chosen);
        }
        box.setValue(chosen);
    }

    private static String kind(FileFormat format) {
        return switch (format) {
            case CSV, JSON, PARQUET, DBF -> "import.list";
            case SQLITE -> "import.table";
            case XLSX -> "import.sheet";
        };
    }
}
