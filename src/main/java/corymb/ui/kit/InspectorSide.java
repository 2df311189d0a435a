package corymb.ui.kit;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/** The right side of the window, where a page shows what is known of the selected thing. */
public final class InspectorSide {
    private final ReadOnlyObjectWrapper<Optional<Inspector>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty askedFor = new SimpleBooleanProperty(this, "askedFor");

    /** The side of the window that {@code node} is in. */
    public static InspectorSide of(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(InspectorSide.class) instanceof InspectorSide side) {
                return side;
            }
        }
        throw new IllegalStateException("The window has no inspector");
    }

    /** Is from now on the side of the window of that root. */
    public void belongTo(Node root) {
        root.getProperties().put(InspectorSide.class, this);
    }

    public ReadOnlyObjectProperty<Optional<Inspector>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the person asked to see the panel, so that it is shown even where there is little room. */
    public BooleanProperty askedForProperty() {
        return askedFor;
    }

    /** Opens a panel of that name and gives it to be filled. */
    public Inspector open(String name) {
        var inspector = new Inspector(name, this::close);
        shown.set(Optional.of(inspector));
        return inspector;
    }

    public void close() {
        askedFor.set(false);
        shown.set(Optional.empty());
    }
}
