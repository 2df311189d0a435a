package corymb.ui.kit;

import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A chart under its finding: marks that say their numbers and answer clicks, a closer look at any part, and a menu to take the
 * picture or the data away and to ask how it was made.
 *
 * <p>By keyboard: arrows go from mark to mark, Enter is a click, + and − look closer and from farther off, Esc shows all again.
 * A click on a mark tells its key to {@link #onChosenProperty}.
 */
public final class ChartPane extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ObjectProperty<ChartSpec> spec = new SimpleObjectProperty<>(this, "spec");
    private final ObjectProperty<Consumer<String>> onChosen = new SimpleObjectProperty<>(this, "onChosen");
    private Supplier<Optional<Explanation>> explanation = () -> ExplanationPanel.answerFor(this);
    private final Label finding = new Label();
    private final Label drawn = new Label();
    private final Button more = Icons.button("fth-more-horizontal", Texts.of("chart.more"), this::showMenu);
    private final ChartPlot plot = new ChartPlot(spec, this::click);

    public ChartPane() {
        getStyleClass().add("chart-pane");
        finding.getStyleClass().add("card-title");
        drawn.getStyleClass().add("muted");
        for (var label : List.of(finding, drawn)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head(), plot);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(Texts.of("chart.help"));
        setFocusTraversable(true);
        setOnMousePressed(_ -> requestFocus());
        spec.addListener((_, _, _) -> changed());
        plot.chosenProperty().addListener((_, _, _) -> say());
        focusWithinProperty().addListener((_, _, is) -> {
            if (!is) {
                plot.choose(Optional.empty());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        setOnContextMenuRequested(event -> {
            if (spec.get() != null) {
                new ChartMenu(this).show(plot, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    public ChartPane(ChartSpec spec) {
        this();
        setSpec(spec);
    }

    /** The words, and at their right the button that is seen while the mouse or the keys are at the chart. */
    private HBox head() {
        var words = new VBox(finding, drawn);
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        more.getStyleClass().add("chart-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.opacityProperty()
                .bind(javafx.beans.binding.Bindings.when(hoverProperty().or(focusWithinProperty()))
                        .then(1)
                        .otherwise(0));
        return new HBox(words, more);
    }

    /** The least height of the drawing, without the words over it, at the usual size of text. */
    public DoubleProperty plotHeightProperty() {
        return plot.leastHeightProperty();
    }

    public double getPlotHeight() {
        return plot.leastHeightProperty().get();
    }

    public void setPlotHeight(double height) {
        plot.leastHeightProperty().set(height);
    }

    public ObjectProperty<ChartSpec> specProperty() {
        return spec;
    }

    public ChartSpec getSpec() {
        return spec.get();
    }

    public void setSpec(ChartSpec wanted) {
        spec.set(wanted);
    }

    /** Is told the key of a mark that was clicked. */
    public ObjectProperty<Consumer<String>> onChosenProperty() {
        return onChosen;
    }

    /** Answers how this chart was made, where that is not how the page as a whole was. */
    public void explainedBy(Supplier<Optional<Explanation>> answer) {
        explanation = answer;
    }

    Optional<Explanation> explanation() {
        return explanation.get();
    }

    ImageView picture() {
        return plot.picture();
    }

    ChartTheme theme() {
        return plot.theme();
    }

    ObjectProperty<View> viewProperty() {
        return plot.viewProperty();
    }

    private void changed() {
        var caption = spec.get().caption();
        finding.setText(caption.finding());
        drawn.setText(caption.drawn());
        say();
    }

    /** What a screen reader says: the mark that the keys are at, else the finding. */
    private void say() {
        if (spec.get() != null) {
            var caption = spec.get().caption();
            setAccessibleText(plot.chosenProperty()
                    .get()
                    .map(mark -> mark.says().replace("\n", ", "))
                    .orElse(caption.finding() + ". " + caption.drawn()));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void showMenu() {
        if (spec.get() != null) {
            new ChartMenu(this).show(more, Side.BOTTOM, 0, 0);
        }
    }

    private void click(Marks.Mark mark) {
        if (!mark.key().isEmpty()) {
            Optional.ofNullable(onChosen.get()).ifPresent(told -> told.accept(mark.key()));
        }
    }

    private void keyPressed(KeyEvent event) {
        if (isFocused() && spec.get() != null && isTaken(event)) {
            event.consume();
        }
    }

    private boolean isTaken(KeyEvent event) {
        if (COPY.match(event)) {
            new ChartMenu(this).copyPicture();
            return true;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case LEFT -> step(Marks.Direction.LEFT);
            case RIGHT -> step(Marks.Direction.RIGHT);
            case UP -> step(Marks.Direction.UP);
            case DOWN -> step(Marks.Direction.DOWN);
            case HOME -> goTo(plot.marks().first());
            case END -> goTo(plot.marks().last());
            case ENTER, SPACE -> clickChosen();
            case PLUS, EQUALS, ADD -> zoom(true);
            case MINUS, SUBTRACT -> zoom(false);
            case ESCAPE -> reset();
            default -> false;
        };
    }

    private boolean step(Marks.Direction direction) {
        var now = plot.chosenProperty().get();
        return goTo(
                now.isEmpty()
                        ? plot.marks().first()
                        : plot.marks().beside(now.get(), direction).or(() -> now));
    }

    private boolean goTo(Optional<Marks.Mark> mark) {
        plot.choose(mark);
        return mark.isPresent();
    }

    private boolean clickChosen() {
        plot.chosenProperty().get().ifPresent(this::click);
        return plot.chosenProperty().get().isPresent();
    }

    private boolean zoom(boolean isNearer) {
        ChartZoom.step(plot, isNearer);
        return true;
    }

    private boolean reset() {
        boolean hasAny = plot.chosenProperty().get().isPresent()
                || !plot.viewProperty().get().isWhole();
        plot.choose(Optional.empty());
        plot.viewProperty().set(View.WHOLE);
        return hasAny;
    }
}
