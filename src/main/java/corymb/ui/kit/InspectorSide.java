package corymb.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The right side of the window, where a page shows what is known of the selected thing. */
public final class InspectorSide {
    private final ReadOnlyObjectWrapper<Optional<Inspector>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<Inspector>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Opens a panel of that name and gives it to be filled. */
    public Inspector open(String name) {
        var inspector = new Inspector(name, this::close);
        shown.set(Optional.of(inspector));
        return inspector;
    }

    public void close() {
        shown.set(Optional.empty());
    }
}
