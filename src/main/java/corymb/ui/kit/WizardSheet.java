package corymb.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A sheet over the page that asks one question a step.
 *
 * <p>Every step stays as it is while the person goes back and forth. Enter goes on, Esc steps back and closes at the first step;
 * each step begins with the keys at its first field.
 */
public final class WizardSheet extends VBox {
    private static final int MOST_STEPS = 5;

    private final List<Step> steps;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final StringProperty finish = new SimpleStringProperty();
    private final HBox names = new HBox();
    private final ScrollPane body = new ScrollPane();
    private final Button back = new Button(Texts.of("kit.back"));
    private final Button aside = new Button();
    private final Button next = new Button();
    private Runnable onFinish;
    private Runnable onClosed = () -> {};
    private boolean isConcluded;

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
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedFirst);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        at.addListener((_, _, _) -> show());
        show();
    }

    /** Opens the sheet over the window that {@code node} is in. */
    public void showOver(Node node) {
        Overlay.of(node).show(this, Pos.CENTER, this::stepBack);
        focusFirst();
    }

    public void close() {
        if (getScene() != null) {
            Overlay.of(this).hide();
        }
    }

    /** What is done when the person closes the sheet before its end. */
    public void onClosed(Runnable told) {
        onClosed = told;
    }

    /** Offers another way on than the primary one, such as "Skip this file". */
    public void offerAside(String verb, Runnable run) {
        aside.setText(verb);
        aside.setOnAction(_ -> run.run());
        aside.setVisible(true);
    }

    /** Shows what came of it in place of the steps; the one button then goes on from there. */
    public void conclude(Node said, String verb, Runnable goOn) {
        isConcluded = true;
        onFinish = goOn;
        onClosed = () -> {};
        finish.unbind();
        finish.set(verb);
        aside.setVisible(false);
        back.visibleProperty().unbind();
        back.setVisible(false);
        next.disableProperty().unbind();
        next.setDisable(false);
        showNames();
        body.setContent(said);
        body.setVvalue(0);
        next.requestFocus();
        Motion.fadeIn(said);
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
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(title));
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(label, Icons.button("fth-x", Texts.of("kit.close"), this::dismiss));
        head.getStyleClass().add("sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        back.setOnAction(_ -> stepBack());
        back.visibleProperty().bind(at.greaterThan(0));
        next.getStyleClass().add("accent");
        next.textProperty()
                .bind(Bindings.when(at.isEqualTo(steps.size() - 1)).then(finish).otherwise(Texts.of("kit.next")));
        next.setOnAction(_ -> goOn());
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        aside.setVisible(false);
        for (var button : List.of(back, aside, next)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var foot = new HBox(back, between, aside, next);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void goOn() {
        if (isConcluded || at.get() == steps.size() - 1) {
            onFinish.run();
        } else {
            at.set(at.get() + 1);
        }
    }

    private void stepBack() {
        if (isConcluded || at.get() == 0) {
            dismiss();
        } else {
            at.set(at.get() - 1);
        }
    }

    private void dismiss() {
        close();
        onClosed.run();
    }

    /** Most controls keep these keys to themselves, though they have no use for them. */
    private void keyPressedFirst(KeyEvent event) {
        if (!hasUseForKeys(event.getTarget())) {
            keyPressed(event);
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                stepBack();
            }
        }
    }

    private static boolean hasUseForKeys(EventTarget target) {
        return target instanceof TextInputControl
                || target instanceof MenuButton
                || (target instanceof ComboBoxBase<?> box && box.isShowing());
    }

    /** Enter is no default button's here: one over another would leave the page without its own. */
    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            (event.getTarget() instanceof Button button ? button : next).fire();
        }
    }

    private void focusFirst() {
        applyCss();
        firstField(steps.get(at.get()).content()).orElse(next).requestFocus();
    }

    private static Optional<Node> firstField(Node node) {
        if (!node.isVisible() || !node.isManaged() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node instanceof RadioButton choice ? choice.isSelected() : isField(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent && !(node instanceof Control)
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstField(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isField(Node node) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof CheckBox
                || node instanceof Spinner<?>
                || node instanceof ListView<?>;
    }

    private void show() {
        var step = steps.get(at.get());
        body.setContent(step.content());
        body.setVvalue(0);
        next.disableProperty().unbind();
        next.disableProperty().bind(Bindings.not(step.isAnswered()));
        showNames();
        Motion.fadeIn(step.content());
        if (getScene() != null) {
            focusFirst();
        }
    }

    /** One step needs no number. */
    private void showNames() {
        if (steps.size() == 1) {
            return;
        }
        names.getChildren()
                .setAll(IntStream.range(0, steps.size()).mapToObj(this::name).toList());
    }

    private Node name(int step) {
        boolean isPast = isConcluded || step < at.get();
        var number = new Label(isPast ? "✓" : Integer.toString(step + 1));
        number.getStyleClass().add("sheet-step-number");
        var name = new Label(steps.get(step).name());
        name.setMinWidth(0);
        var box = new HBox(number, name);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("sheet-step");
        box.getStyleClass().add(isPast ? "past" : step == at.get() ? "current" : "coming");
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
