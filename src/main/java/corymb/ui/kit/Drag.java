package corymb.ui.kit;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
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

    /** While what hangs over it hangs over its lower half. */
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    /** A larger picture would be made smaller by the platform until nobody can read it. */
    private static final double WIDEST = 320;

    private static final double HIGHEST = 80;

    /** How far the picture hangs beside the pointer, so that what it is dropped on can be read. */
    private static final double ASIDE = 12;

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
            moved.pseudoClassStateChanged(DRAGGED, true);
            dragged.setDragView(moved.snapshot(look(moved), null), -ASIDE, -ASIDE);
            moved.pseudoClassStateChanged(DRAGGED, false);
            event.consume();
        });
    }

    /** Of what is moved the beginning, as large as it is. */
    private static SnapshotParameters look(Node moved) {
        var look = new SnapshotParameters();
        look.setFill(Color.TRANSPARENT);
        var whole = moved.getBoundsInParent();
        look.setViewport(new Rectangle2D(
                whole.getMinX(),
                whole.getMinY(),
                Math.min(WIDEST, whole.getWidth()),
                Math.min(HIGHEST, whole.getHeight())));
        return look;
    }

    /**
     * Lets a node take what is dragged; it has the pseudo-class {@code dropping} while that hangs over it and not over a node in it
     * that takes it too, and {@code below} with it over its lower half.
     *
     * @param accepts by what was taken hold of, whether it is taken
     */
    public static void onto(Node target, Predicate<Object> accepts, Consumer<DragEvent> dropped) {
        target.setOnDragOver(event -> {
            if (accepts.test(event.getGestureSource())) {
                event.acceptTransferModes(TransferMode.MOVE);
                over(target, event);
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

    private static void over(Node target, DragEvent event) {
        for (var around = target.getParent(); around != null; around = around.getParent()) {
            around.pseudoClassStateChanged(DROPPING, false);
        }
        if (target.getLayoutBounds().getHeight() < target.getScene().getHeight() / 2) {
            Scrolling.reveal(target); // the wheel is of no use meanwhile
        }
        target.pseudoClassStateChanged(DROPPING, true);
        target.pseudoClassStateChanged(BELOW, isBelow(target, event));
    }

    /** Whether something hangs over the lower half of a node, and not over its upper one. */
    public static boolean isBelow(Node target, DragEvent event) {
        var middle = target.localToScene(
                target.getLayoutBounds().getCenterX(), target.getLayoutBounds().getCenterY());
        return event.getSceneY() > middle.getY();
    }
}
