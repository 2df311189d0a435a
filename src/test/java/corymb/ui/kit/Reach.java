package corymb.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;

/** What the tab key reaches on a page, in its order, and what of it a screen reader could not name. */
public final class Reach {
    private static final double SLACK = 1;

    private Reach() {}

    /** The controls that the tab key reaches, in its order: that of the scene graph. */
    public static List<Control> controls(Node page) {
        var found = new ArrayList<Control>();
        collect(page, found);
        return found;
    }

    private static void collect(Node node, List<Control> found) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Control control && node.isFocusTraversable() && !(node instanceof ScrollPane)) {
            found.add(control);
        }
        if (node instanceof Parent parent && !isOneThing(node)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** What is inside of these belongs to them. */
    private static boolean isOneThing(Node node) {
        return node instanceof ComboBoxBase<?>
                || node instanceof Spinner<?>
                || node instanceof TableView<?>
                || node instanceof ListView<?>;
    }

    /** Controls without text, accessible text or tooltip; tables are named by the card they stand in. */
    public static List<Control> nameless(Node page) {
        return controls(page).stream()
                .filter(control -> !(control instanceof TableView<?>))
                .filter(control -> isBlank(control.getAccessibleText()))
                .filter(control -> control.getTooltip() == null)
                .filter(control -> !(control instanceof Labeled labeled) || isBlank(labeled.getText()))
                .toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Steps of the tab key that go up without going to a column further right. */
    public static List<String> backwards(Node page) {
        var controls = controls(page);
        var steps = new ArrayList<String>();
        for (int i = 1; i < controls.size(); i++) {
            var from = place(controls.get(i - 1));
            var to = place(controls.get(i));
            if (to.getMaxY() <= from.getMinY() + SLACK && to.getMinX() < from.getMaxX() - SLACK) {
                steps.add(controls.get(i - 1) + " to " + controls.get(i));
            }
        }
        return steps;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
