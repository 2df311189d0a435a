package corymb.ui.kit;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The top of a page: title, its state in words, one primary action and a menu for the rest. */
public final class PageHeader extends VBox {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty state = new SimpleStringProperty(this, "state", "");
    private final StringProperty action = new SimpleStringProperty(this, "action", "");
    private final BooleanProperty actionDisabled = new SimpleBooleanProperty(this, "actionDisabled");
    private final ObjectProperty<EventHandler<ActionEvent>> onAction = new SimpleObjectProperty<>(this, "onAction");
    private final Button explain = Icons.button("fth-help-circle", Texts.of("explanation.ask"), () -> {});
    private final MenuButton more = new MenuButton(null, Icons.of("fth-more-horizontal"));

    public PageHeader() {
        getStyleClass().add("page-header");
        var heading = new Label();
        heading.getStyleClass().add("page-title");
        heading.textProperty().bind(title);
        heading.setWrapText(true);
        heading.setMinWidth(0);
        heading.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(heading, Card.Labels.when(state, "muted"));
        words.getStyleClass().add("page-words");
        words.setMinWidth(0);
        explain.setVisible(false);
        explain.setManaged(false);
        explain.setMinWidth(USE_PREF_SIZE);
        var actions = new HBox(explain, primary(), menu());
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(new Heading(heading, words, actions));
    }

    private Button primary() {
        var button = new Button();
        button.setId("primaryAction");
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(action);
        button.onActionProperty().bind(onAction);
        button.disableProperty().bind(actionDisabled);
        button.visibleProperty().bind(action.isNotEmpty());
        button.managedProperty().bind(action.isNotEmpty());
        return button;
    }

    private MenuButton menu() {
        more.getStyleClass().addAll("button-icon", "no-arrow", "quiet");
        more.setAccessibleText(Texts.of("kit.more"));
        more.setMinWidth(USE_PREF_SIZE);
        var used = Bindings.isNotEmpty(more.getItems());
        more.visibleProperty().bind(used);
        more.managedProperty().bind(used);
        return more;
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

    public StringProperty stateProperty() {
        return state;
    }

    public String getState() {
        return state.get();
    }

    public void setState(String text) {
        state.set(text);
    }

    public StringProperty actionProperty() {
        return action;
    }

    public String getAction() {
        return action.get();
    }

    public void setAction(String text) {
        action.set(text);
    }

    public BooleanProperty actionDisabledProperty() {
        return actionDisabled;
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

    /** Lets the person ask how what the page shows was made, while it shows something. */
    void explainedBy(ObservableValue<Optional<Supplier<Explanation>>> answer) {
        var known = answer.map(Optional::isPresent);
        explain.visibleProperty().bind(known);
        explain.managedProperty().bind(known);
        explain.setOnAction(_ -> answer.getValue().ifPresent(each -> ExplanationPanel.show(this, each.get())));
    }

    /** The further actions of the page. */
    public ObservableList<MenuItem> getItems() {
        return more.getItems();
    }
}
