package corymb.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings parts of a long page into sight. */
public final class Scrolling {
    private static final double ABOVE = 24;

    private Scrolling() {}

    /** Scrolls the page so far that a node that has just come up is at its top. */
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

    private static void scroll(ScrollPane pane, Node node) {
        var content = pane.getContent();
        double top = node.localToScene(0, 0).getY() - content.localToScene(0, 0).getY();
        double room =
                content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        pane.setVvalue(room <= 0 ? 0 : Math.clamp((top - ABOVE) / room, 0, 1));
    }
}
