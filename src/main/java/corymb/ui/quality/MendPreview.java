package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.repair.RepairPreview;
import corymb.repair.RepairPreview.Example;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a repair would do to the rows: in words, and before and after side by side. */
final class MendPreview extends VBox {
    /** Blanks that nobody sees. */
    private static final Pattern HIDDEN = Pattern.compile(
            "^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$|" + "\\p{IsWhite_Space}{2,}|[\\p{IsWhite_Space}&&[^ ]]");

    private final GridPane grid = new GridPane(12, 4);
    private final MendModel model;

    MendPreview(MendModel model) {
        this.model = model;
        getStyleClass().add("near");
        var words = wrapped("card-title");
        words.textProperty().bind(model.wordsProperty());
        var told = wrapped("muted");
        told.textProperty().bind(model.toldProperty());
        told.setId("told");
        grid.setId("examples");
        grid.getColumnConstraints().setAll(column(30), column(30), column(24), column(16));
        getChildren().addAll(words, told, grid);
        model.previewProperty().subscribe(this::show);
    }

    private static ColumnConstraints column(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        column.setMinWidth(0);
        return column;
    }

    private static Label wrapped(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void show(Optional<RepairPreview> preview) {
        grid.getChildren().clear();
        var examples = preview.map(RepairPreview::examples).orElse(List.of());
        if (!examples.isEmpty()) {
            grid.addRow(0, head("mend.before"), head("mend.after"), head("mend.column"), right(head("mend.rows")));
        }
        for (var example : examples) {
            grid.addRow(
                    grid.getRowCount(),
                    value(example, example.before()),
                    value(example, example.after()),
                    cell(example.column(), "muted"),
                    right(cell(rows(example), "muted")));
        }
    }

    private static String rows(Example example) {
        return Numbers.local().count(example.rows());
    }

    private static Label head(String key) {
        return cell(Texts.of(key), "muted");
    }

    /** A value; in a column that the repair adds, whether there is a mark. */
    private Label value(Example example, String text) {
        if (!model.source().has(example.column())) {
            return Boolean.parseBoolean(text) ? cell(Texts.of("mend.mark"), "strong") : cell(Numbers.MISSING, "muted");
        }
        return text.isEmpty() ? cell(Numbers.MISSING, "muted") : cell(visible(text), "strong");
    }

    private static Label cell(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static Label right(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    /** The text with marks for blanks that would not be seen. */
    static String visible(String text) {
        return HIDDEN.matcher(text)
                .replaceAll(blanks -> "␣".repeat(blanks.group().length()));
    }
}
