package corymb.ui.kit;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

/** Lets parts of a page be dragged onto one another. */
public final class Drag {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    /** While it is drawn as what hangs from the pointer, which needs a ground of its own. */
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private Drag() {}

    /**
     * Lets a node be dragged by a part of it.
     *
     * @param grip what is taken hold of
     * @param moved what hangs from the pointer meanwhile
     * @param words what it says, to whatever it is dropped on
     */
    public static void by(Node grip, Node moved, String words) {
        grip.setOnDragDetected(event -> {
            var content = new ClipboardContent();
            content.putString(words);
            var dragged = grip.startDragAndDrop(TransferMode.MOVE);
            dragged.setContent(content);
            var look = new SnapshotParameters();
            look.setFill(Color.TRANSPARENT);
            var at = moved.sceneToLocal(event.getSceneX(), event.getSceneY());
            moved.pseudoClassStateChanged(DRAGGED, true);
            dragged.setDragView(moved.snapshot(look, null), at.getX(), at.getY());
            moved.pseudoClassStateChanged(DRAGGED, false);
            event.consume();
        });
    }

    /**
     * Lets a node take what is dragged; it has the pseudo-class {@code dropping} while that hangs over it.
     *
     * @param accepts by what was taken hold of, whether it is taken
     */
    public static void onto(Node target, Predicate<Object> accepts, Consumer<DragEvent> dropped) {
        target.setOnDragOver(event -> {
            if (accepts.test(event.getGestureSource())) {
                event.acceptTransferModes(TransferMode.MOVE);
                target.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        target.setOnDragExited(_ -> target.pseudoClassStateChanged(DROPPING, false));
        target.setOnDragDropped(event -> {
            if (accepts.test(event.getGestureSource())) {
                dropped.accept(event);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
