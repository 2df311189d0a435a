package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.RuleVersion;
import corymb.ui.kit.Texts;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The versions of a rule, newest first: when each was saved, what the edit did, whom it moved, and the way back to it. */
public final class VersionList extends GridPane {
    private static final double BETWEEN = 16;
    private static final double BELOW = 8;

    public VersionList() {
        setHgap(BETWEEN);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        getColumnConstraints().addAll(words, kept(), kept(), kept());
    }

    /** A column whose words and numbers are never cut. */
    private static ColumnConstraints kept() {
        var column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    void clear() {
        getChildren().clear();
        getRowConstraints().clear();
    }

    void show(List<RuleVersion> versions, VersionsModel model) {
        for (var version : versions.reversed()) {
            int place = getRowCount();
            var head = new RowConstraints();
            head.setValignment(VPos.BASELINE);
            getRowConstraints().addAll(head, new RowConstraints());
            add(head(version), 0, place);
            if (!version.isFirst()) {
                var moved = version.moved();
                add(link("inWords", moved.entered(), 1, () -> model.open(version, true)), 1, place);
                add(link("outWords", moved.left(), -1, () -> model.open(version, false)), 2, place);
            }
            add(version.equals(versions.getLast()) ? ofNow() : restore(() -> model.restore(version)), 3, place);
            add(words(model.words(version)), 0, place + 1, REMAINING, 1);
        }
    }

    private static Node head(RuleVersion version) {
        var head = new Label(Texts.of(
                "segments.versions.version",
                version.number(),
                Numbers.local().time(version.made().at(), ZoneId.systemDefault())));
        head.getStyleClass().add("muted");
        head.setTooltip(new Tooltip(version.made().value().plan().ruleBrief()));
        return head;
    }

    private static Node words(List<String> lines) {
        var words = new VBox();
        words.getStyleClass().add("tight");
        words.setPadding(new Insets(0, 0, BELOW, 0));
        for (var line : lines) {
            var label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(label);
        }
        return words;
    }

    private static Node link(String words, long people, int sign, Runnable open) {
        var link = MovedCauses.link(MovedCauses.signed(sign * people), open, people);
        link.setAccessibleText(
                Texts.of("segments.versions." + words, Numbers.local().count(people)));
        return link;
    }

    private static Node ofNow() {
        var label = new Label(Texts.of("segments.versions.now"));
        label.getStyleClass().add("muted");
        return label;
    }

    private static Node restore(Runnable action) {
        var button = new Button(Texts.of("segments.versions.restore"));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
