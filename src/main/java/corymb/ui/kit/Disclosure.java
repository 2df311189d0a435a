package corymb.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Something that stays folded until the person asks for it: further options, or what a term means. */
@DefaultProperty("content")
public final class Disclosure extends VBox {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
    private final StackPane body = new StackPane();

    public Disclosure() {
        getStyleClass().add("disclosure");
        var arrow = Icons.of("fth-chevron-right");
        open.addListener((_, _, is) -> arrow.setIconLiteral(is ? "fth-chevron-down" : "fth-chevron-right"));
        var switcher = new Button(null, arrow);
        switcher.getStyleClass().addAll("flat", "quiet", "disclosure-switch");
        switcher.textProperty().bind(title);
        switcher.setOnAction(_ -> open.set(!open.get()));
        body.visibleProperty().bind(open);
        body.managedProperty().bind(open);
        content.addListener((_, _, shown) -> body.getChildren().setAll(shown));
        getChildren().addAll(switcher, body);
    }

    public StringProperty titleProperty() {
        return title;
    }

    public String getTitle() {
        return title.get();
    }

    public void setTitle(String words) {
        title.set(words);
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public boolean isOpen() {
        return open.get();
    }

    public void setOpen(boolean is) {
        open.set(is);
    }

    public ObjectProperty<Node> contentProperty() {
        return content;
    }

    public Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }
}
