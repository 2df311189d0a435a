package corymb.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings parts of a long page into sight. */
public final class Scrolling {
    private static final double AROUND = 24;

    private Scrolling() {}

    /** Scrolls the page just so far that a node that has just come up is in sight. */
    public static void reveal(Node node) {
        for (var above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane) {
                pane.applyCss();
                pane.layout();
                scroll(pane, node);
                return;
            }
        }
    }

    /** The same as soon as the node is to be seen. */
    public static void whenShown(Node node) {
        if (node.isVisible()) {
            reveal(node);
            return;
        }
        node.visibleProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> shown, Boolean before, Boolean isShown) {
                shown.removeListener(this);
                reveal(node);
            }
        });
    }

    private static void scroll(ScrollPane pane, Node node) {
        var content = pane.getContent();
        double top = node.localToScene(0, 0).getY() - content.localToScene(0, 0).getY() - AROUND;
        double bottom = top + node.getLayoutBounds().getHeight() + 2 * AROUND;
        double sight = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - sight;
        double now = pane.getVvalue() * Math.max(0, room);
        // As little as it takes; what does not fit begins at the top.
        double wanted = Math.min(top, Math.max(now, bottom - sight));
        pane.setVvalue(room <= 0 ? 0 : Math.clamp(wanted / room, 0, 1));
    }
}
