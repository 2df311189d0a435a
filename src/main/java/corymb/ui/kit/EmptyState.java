package corymb.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty page shows: a picture, what the step is for in two sentences, and the one thing to do next. */
public final class EmptyState extends VBox {
    private final StringProperty icon = new SimpleStringProperty(this, "icon", "fth-inbox");
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty action = new SimpleStringProperty(this, "action", "");
    private final ObjectProperty<EventHandler<ActionEvent>> onAction = new SimpleObjectProperty<>(this, "onAction");

    public EmptyState() {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var picture = new FontIcon();
        picture.getStyleClass().add("empty-icon");
        picture.setIconLiteral(icon.get());
        icon.addListener((_, _, literal) -> picture.setIconLiteral(literal));
        var circle = new StackPane(picture);
        circle.getStyleClass().add("empty-circle");
        circle.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var words = Card.Labels.when(text, "empty-text");
        words.setTextAlignment(TextAlignment.CENTER);
        var button = new Button();
        button.getStyleClass().add("accent");
        button.textProperty().bind(action);
        button.onActionProperty().bind(onAction);
        button.visibleProperty().bind(action.isNotEmpty());
        button.managedProperty().bind(action.isNotEmpty());
        getChildren().addAll(circle, Card.Labels.when(title, "section-title"), words, button);
    }

    public StringProperty iconProperty() {
        return icon;
    }

    public String getIcon() {
        return icon.get();
    }

    public void setIcon(String literal) {
        icon.set(literal);
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

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String words) {
        text.set(words);
    }

    public StringProperty actionProperty() {
        return action;
    }

    public String getAction() {
        return action.get();
    }

    public void setAction(String words) {
        action.set(words);
    }

    public ObjectProperty<EventHandler<ActionEvent>> onActionProperty() {
        return onAction;
    }

    public EventHandler<ActionEvent> getOnAction() {
        return onAction.get();
    }

    public void setOnAction(EventHandler<ActionEvent> handler) {
        onAction.set(handler);
    }
}
