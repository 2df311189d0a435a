package corymb.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

/** One number with its name and what it compares with; a click opens what is behind it. */
public final class StatTile extends Button {
    private final StringProperty label = new SimpleStringProperty(this, "label", "");
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final StringProperty comparison = new SimpleStringProperty(this, "comparison", "");
    private final ObjectProperty<EventHandler<ActionEvent>> onOpen = new SimpleObjectProperty<>(this, "onOpen");
    private final BooleanProperty openable = new SimpleBooleanProperty(this, "openable", true);

    public StatTile() {
        getStyleClass().setAll("stat-tile");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        var words = new VBox(
                Card.Labels.when(label, "muted"),
                Card.Labels.when(number, "stat-number"),
                Card.Labels.when(comparison, "small-muted"));
        words.getStyleClass().add("stat-words");
        setGraphic(words);
        accessibleTextProperty()
                .bind(label.concat(": ").concat(number).concat(". ").concat(comparison));
        onOpen.addListener((_, _, handler) -> setOnAction(handler));
        var opens = onOpen.isNotNull().and(openable);
        focusTraversableProperty().bind(opens);
        mouseTransparentProperty().bind(opens.not());
    }

    public StatTile(String label, String number, String comparison) {
        this();
        setLabel(label);
        setNumber(number);
        setComparison(comparison);
    }

    public StringProperty labelProperty() {
        return label;
    }

    public String getLabel() {
        return label.get();
    }

    public void setLabel(String words) {
        label.set(words);
    }

    public StringProperty numberProperty() {
        return number;
    }

    public String getNumber() {
        return number.get();
    }

    public void setNumber(String words) {
        number.set(words);
    }

    public StringProperty comparisonProperty() {
        return comparison;
    }

    public String getComparison() {
        return comparison.get();
    }

    public void setComparison(String words) {
        comparison.set(words);
    }

    /** Whether there is anything behind the number as it stands. */
    public BooleanProperty openableProperty() {
        return openable;
    }

    public ObjectProperty<EventHandler<ActionEvent>> onOpenProperty() {
        return onOpen;
    }

    public EventHandler<ActionEvent> getOnOpen() {
        return onOpen.get();
    }

    public void setOnOpen(EventHandler<ActionEvent> handler) {
        onOpen.set(handler);
    }
}
