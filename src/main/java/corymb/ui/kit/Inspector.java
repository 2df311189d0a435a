package corymb.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The panel at the right about the selected thing: its name, numbers, why, and what to do with it. */
@DefaultProperty("parts")
public final class Inspector extends VBox {
    private final Label title = new Label();
    private final VBox parts = new VBox();

    public Inspector(String name, Runnable onClose) {
        getStyleClass().add("inspector");
        title.setText(name);
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, Icons.button("fth-x", Texts.of("kit.close"), onClose));
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("inspector-head");
        parts.getStyleClass().add("inspector-parts");
        var scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    public String getTitle() {
        return title.getText();
    }

    /** What stands in the panel, from top to bottom. */
    public ObservableList<Node> getParts() {
        return parts.getChildren();
    }

    /** A line with a name at the left and a value at the right. */
    public static Node fact(String name, String value) {
        var left = new Label(name);
        left.getStyleClass().add("muted");
        left.setMinWidth(USE_PREF_SIZE);
        var right = new Label(value);
        right.setWrapText(true);
        right.setMaxWidth(Double.MAX_VALUE);
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(right, Priority.ALWAYS);
        var line = new HBox(left, right);
        line.getStyleClass().add("fact");
        return line;
    }
}
