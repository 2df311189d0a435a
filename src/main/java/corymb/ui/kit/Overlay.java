package corymb.ui.kit;

import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ground of a window: its content, sheets that float over it one at a time, and passing notes. */
@DefaultProperty("content")
public final class Overlay extends StackPane {
    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
    private final StackPane floor = new StackPane();
    private final StackPane veil = new StackPane();
    private final VBox notes = new VBox();
    private final ObjectProperty<Runnable> onEscape = new SimpleObjectProperty<>();
    private Optional<Node> focusedBefore = Optional.empty();

    public Overlay() {
        getStyleClass().add("overlay");
        floor.getStyleClass().add("floor");
        veil.getStyleClass().add("veil");
        notes.getStyleClass().add("notes");
        notes.setAlignment(Pos.BOTTOM_CENTER);
        notes.setPickOnBounds(false);
        notes.setMouseTransparent(false);
        getChildren().addAll(floor, veil, notes);
        content.addListener((_, _, shown) -> floor.getChildren().setAll(shown));
        veil.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        veil.setOnMousePressed(event -> {
            if (veil.equals(event.getTarget())) {
                escape();
            }
        });
        hide();
    }

    /** The overlay of the window that {@code node} is in. */
    static Overlay of(Node node) {
        return of(node.getScene());
    }

    static Overlay of(Scene scene) {
        if (scene.getRoot() instanceof Overlay overlay) {
            return overlay;
        }
        if (scene.getRoot().lookup(".overlay") instanceof Overlay overlay) {
            return overlay;
        }
        throw new IllegalStateException("The window has no overlay");
    }

    /** Floats {@code sheet} over the content, at the middle or at {@code place}. */
    void show(Node sheet, Pos place, Runnable whenEscaped) {
        focusedBefore = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        StackPane.setAlignment(sheet, place);
        veil.getChildren().setAll(sheet);
        veil.setVisible(true);
        onEscape.set(whenEscaped);
        floor.setDisable(true);
        Motion.fadeIn(veil);
    }

    void hide() {
        veil.setVisible(false);
        veil.getChildren().clear();
        floor.setDisable(false);
        focusedBefore.ifPresent(Node::requestFocus);
        focusedBefore = Optional.empty();
    }

    /** Whether a sheet floats over the content. */
    public boolean isCovered() {
        return veil.isVisible();
    }

    void note(Node note) {
        notes.getChildren().setAll(note);
        Motion.fadeIn(note);
    }

    void removeNote(Node note) {
        notes.getChildren().remove(note);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            escape();
        }
    }

    private void escape() {
        onEscape.get().run();
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
