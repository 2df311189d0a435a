package corymb.ui.kit;

import corymb.chart.ChartFiles;
import corymb.chart.Charts;
import corymb.chart.View;
import corymb.table.Column;
import corymb.table.Table;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** What can be done with any chart: take its picture, its data, or ask how it was made. */
final class ChartMenu extends ContextMenu {
    private static final int SAVED_WIDTH = 960;
    private static final int SAVED_HEIGHT = 540;

    private final ChartPane pane;

    ChartMenu(ChartPane pane) {
        this.pane = pane;
        if (!pane.viewProperty().get().isWhole()) {
            getItems()
                    .addAll(item("chart.showAll", () -> pane.viewProperty().set(View.WHOLE)), new SeparatorMenuItem());
        }
        getItems()
                .addAll(
                        item("chart.copyPicture", this::copyPicture),
                        item("chart.savePicture", this::savePicture),
                        new SeparatorMenuItem(),
                        item("chart.copyData", this::copyData),
                        item("chart.saveData", this::saveData));
        if (pane.explanation().isPresent()) {
            getItems().addAll(new SeparatorMenuItem(), ExplanationPanel.menuItem(pane, pane::explanation));
        }
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    void copyPicture() {
        var picture = picture();
        Background.draw(
                () -> Pictures.converted(
                        ChartFiles.draw(picture, SAVED_WIDTH, SAVED_HEIGHT, 2, new ChartRenderingInfo())),
                image -> {
                    var content = new ClipboardContent();
                    content.putImage(image);
                    Clipboard.getSystemClipboard().setContent(content);
                    Toast.show(pane, Texts.of("chart.copied"));
                });
    }

    /** The chart as it is seen, with its words. */
    private JFreeChart picture() {
        return Charts.picture(pane.getSpec(), pane.theme(), pane.viewProperty().get());
    }

    private void copyData() {
        var content = new ClipboardContent();
        content.putString(text(pane.getSpec().table(), "\t"));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void savePicture() {
        var picture = picture();
        save("PNG, SVG", "chart.png", file -> {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                ChartFiles.writeSvg(picture, SAVED_WIDTH, SAVED_HEIGHT, file);
            } else {
                ChartFiles.writePng(picture, SAVED_WIDTH, SAVED_HEIGHT, file);
            }
        });
    }

    private void saveData() {
        var table = pane.getSpec().table();
        save("CSV", "chart.csv", file -> Files.writeString(file, text(table, ",") + "\n"));
    }

    private void save(String kind, String name, Writer writer) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        for (var ending : kind.split(", ", -1)) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(ending, "*." + ending.toLowerCase(Locale.ROOT)));
        }
        File chosen = chooser.showSaveDialog(pane.getScene().getWindow());
        if (chosen != null) {
            Background.compute(() -> written(writer, chosen.toPath()), text -> Toast.show(pane, text));
        }
    }

    private static String written(Writer writer, Path file) {
        try {
            writer.write(file);
            return Texts.of("chart.saved", file.getFileName());
        } catch (IOException | UncheckedIOException _) {
            return Texts.of("chart.notSaved", file);
        }
    }

    /** The table as lines with {@code separator}, quoted where a cell needs it. */
    static String text(Table table, String separator) {
        var header = table.columns().stream().map(Column::name);
        var rows = IntStream.range(0, table.rowCount())
                .mapToObj(row -> line(table.columns().stream().map(column -> column.text(row)), separator));
        return Stream.concat(Stream.of(line(header, separator)), rows).collect(Collectors.joining("\n"));
    }

    private static String line(Stream<String> cells, String separator) {
        return cells.map(cell -> quoted(safe(cell), separator)).collect(Collectors.joining(separator));
    }

    /** A text that a spreadsheet would take for a formula is kept a text. */
    private static String safe(String cell) {
        boolean isFormula = cell.matches("(?s)[=+@\\t\\r].*") || cell.matches("(?s)-.*[^0-9.eE+-].*");
        return isFormula ? "'" + cell : cell;
    }

    private static String quoted(String cell, String separator) {
        boolean isPlain = !cell.contains(separator) && !cell.contains("\"") && !cell.contains("\n");
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Writer {
        void write(Path file) throws IOException;
    }
}
