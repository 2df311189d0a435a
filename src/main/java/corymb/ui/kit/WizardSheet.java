package corymb.ui.kit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A sheet over the page that asks one question a step.
 *
 * <p>Every step stays as it is while the person goes back and forth. Enter goes on, Esc closes.
 */
public final class WizardSheet extends VBox {
    private static final int MOST_STEPS = 5;

    private final List<Step> steps;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final StringProperty finish = new SimpleStringProperty();
    private final HBox names = new HBox();
    private final ScrollPane body = new ScrollPane();
    private final Button next = new Button();
    private final Runnable onFinish;

    /**
     * Prepares a sheet; {@link #showOver} opens it.
     *
     * @param steps one to five
     * @param verb what the last button says, such as "Import 8,412 rows"; see {@link #finishProperty}
     * @param onFinish what it does; it closes the sheet itself when all went well
     */
    public WizardSheet(String title, List<Step> steps, String verb, Runnable onFinish) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("A wizard has one to five steps, not " + steps.size());
        }
        this.steps = List.copyOf(steps);
        this.onFinish = onFinish;
        finish.set(verb);
        getStyleClass().add("sheet");
        setMaxSize(USE_PREF_SIZE, Region.USE_COMPUTED_SIZE);
        body.setFitToWidth(true);
        body.getStyleClass().addAll("edge-to-edge", "sheet-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        names.getStyleClass().add("sheet-steps");
        getChildren().addAll(head(title), names, body, foot());
        at.addListener((_, _, _) -> show());
        show();
    }

    /** Opens the sheet over the window that {@code node} is in. */
    public void showOver(Node node) {
        Overlay.of(node).show(this, Pos.CENTER, this::close);
        next.requestFocus();
    }

    public void close() {
        if (getScene() != null) {
            Overlay.of(this).hide();
        }
    }

    /** What the last button says. */
    public StringProperty finishProperty() {
        return finish;
    }

    /** The step shown, from 0. */
    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    private HBox head(String title) {
        var label = new Label(title);
        label.getStyleClass().add("section-title");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(label, Icons.button("fth-x", Texts.of("kit.close"), this::close));
        head.getStyleClass().add("sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        var back = new Button(Texts.of("kit.back"));
        back.setOnAction(_ -> at.set(at.get() - 1));
        back.visibleProperty().bind(at.greaterThan(0));
        next.getStyleClass().add("accent");
        next.setDefaultButton(true);
        next.textProperty()
                .bind(Bindings.when(at.isEqualTo(steps.size() - 1)).then(finish).otherwise(Texts.of("kit.next")));
        next.setOnAction(_ -> goOn());
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var foot = new HBox(back, between, next);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void goOn() {
        if (at.get() == steps.size() - 1) {
            onFinish.run();
        } else {
            at.set(at.get() + 1);
        }
    }

    private void show() {
        var step = steps.get(at.get());
        body.setContent(step.content());
        body.setVvalue(0);
        next.disableProperty().unbind();
        next.disableProperty().bind(Bindings.not(step.isAnswered()));
        names.getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            names.getChildren().add(name(i));
        }
        Motion.fadeIn(step.content());
    }

    private Node name(int step) {
        var number = new Label(step < at.get() ? "✓" : Integer.toString(step + 1));
        number.getStyleClass().add("sheet-step-number");
        var name = new Label(steps.get(step).name());
        name.setMinWidth(0);
        var box = new HBox(number, name);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("sheet-step");
        box.getStyleClass().add(step == at.get() ? "current" : step < at.get() ? "past" : "coming");
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /**
     * One question.
     *
     * @param isAnswered whether the person may go on
     */
    public record Step(String name, Node content, ObservableBooleanValue isAnswered) {}
}
