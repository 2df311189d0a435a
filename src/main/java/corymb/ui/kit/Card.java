package corymb.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A surface with a title that states the finding, a subtitle, actions at the right and one content. */
@DefaultProperty("content")
public final class Card extends VBox {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");
    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
    private final HBox actions = new HBox();
    private final StackPane body = new StackPane();

    public Card() {
        getStyleClass().add("card-surface");
        var heading = Labels.when(title, "card-title");
        var sub = Labels.when(subtitle, "muted");
        var words = new VBox(heading, sub);
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        actions.getStyleClass().add("card-actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        var head = new Heading(heading, words, actions);
        var hasHead = title.isNotEmpty()
                .or(subtitle.isNotEmpty())
                .or(javafx.beans.binding.Bindings.isNotEmpty(actions.getChildren()));
        head.visibleProperty().bind(hasHead);
        head.managedProperty().bind(hasHead);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        body.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(head, body);
        content.addListener((_, _, shown) -> body.getChildren().setAll(shown));
    }

    public Card(String title, String subtitle, Node content) {
        this();
        setTitle(title);
        setSubtitle(subtitle);
        setContent(content);
    }

    public StringProperty titleProperty() {
        return title;
    }

    public String getTitle() {
        return title.get();
    }

    public void setTitle(String text) {
        title.set(text);
    }

    public StringProperty subtitleProperty() {
        return subtitle;
    }

    public String getSubtitle() {
        return subtitle.get();
    }

    public void setSubtitle(String text) {
        subtitle.set(text);
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

    /** What stands at the right of the title. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }

    /** Labels that take no room while they say nothing. */
    static final class Labels {
        private Labels() {}

        static Label when(StringProperty text, String styleClass) {
            var label = new Label();
            label.getStyleClass().add(styleClass);
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
            label.textProperty().bind(text);
            label.visibleProperty().bind(text.isNotEmpty());
            label.managedProperty().bind(text.isNotEmpty());
            return label;
        }
    }
}
