package corymb.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The steps of the journey, each with its state by shape and colour and its count. */
public final class StepRail extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final StringProperty selected = new SimpleStringProperty(this, "selected", "");
    private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");
    private Navigator navigator = _ -> {};

    public StepRail() {
        getStyleClass().add("step-rail");
        selected.addListener((_, _, _) -> mark());
    }

    /** Shows {@code steps} and follows their changes; a click asks {@code goTo}. */
    public void show(ObservableList<RailStep> steps, Navigator goTo) {
        navigator = goTo;
        steps.addListener((ListChangeListener<RailStep>) _ -> fill(steps));
        fill(steps);
    }

    /** The id of the step whose page is open. */
    public StringProperty selectedProperty() {
        return selected;
    }

    /** Whether the steps show their icons and states alone, where there is no room for their names. */
    public BooleanProperty compactProperty() {
        return compact;
    }

    private void fill(ObservableList<RailStep> steps) {
        boolean hadFocus = getChildren().stream().anyMatch(child -> child.isFocused());
        getChildren().setAll(steps.stream().map(this::entry).toList());
        mark();
        if (hadFocus) {
            getChildren().stream()
                    .filter(child -> child.getId().equals(id(selected.get())))
                    .forEach(child -> child.requestFocus());
        }
    }

    private static String id(String step) {
        return "step-" + step;
    }

    private ToggleButton entry(RailStep step) {
        var name = new Label(step.name());
        name.getStyleClass().add("step-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.visibleProperty().bind(compact.not());
        name.managedProperty().bind(compact.not());
        var count = new Label(step.count());
        count.getStyleClass().add("step-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.visibleProperty().bind(compact.not());
        count.managedProperty().bind(compact.not().and(new SimpleStringProperty(step.count()).isNotEmpty()));
        var state = new Label(step.state().sign());
        state.getStyleClass().addAll("step-state", step.state().styleClass());
        var line = new HBox(Icons.of(step.icon()), name, count, state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("step-line");
        var entry = new ToggleButton(null, line);
        entry.setId(id(step.id()));
        entry.getStyleClass().setAll("step");
        entry.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(entry.widthProperty().subtract(16));
        var why = new Tooltip();
        why.textProperty()
                .bind(Bindings.when(compact)
                        .then(step.name() + ": " + step.why())
                        .otherwise(step.why()));
        entry.setTooltip(why);
        entry.setAccessibleText(step.name() + ", " + step.count() + ". " + step.why());
        entry.setOnAction(_ -> navigator.go(step.id()));
        entry.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                navigator.go(step.id());
                event.consume();
            }
        });
        return entry;
    }

    private void mark() {
        for (var child : getChildren()) {
            boolean isCurrent = child.getId().equals(id(selected.get()));
            child.pseudoClassStateChanged(CURRENT, isCurrent);
        }
    }
}
