package corymb.ui.sources;

import corymb.importing.Origin;
import corymb.remote.Secret;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The fields that tell a place, one below the other, with what few people need folded away. */
abstract class PlaceForm extends VBox {
    PlaceForm() {
        getStyleClass().add("form");
    }

    /**
     * The place as it is told.
     *
     * @throws corymb.work.Failure when a field holds no number where one is needed
     */
    abstract Origin place();

    /** The password or key. */
    abstract Secret secret();

    /** Whether what must be told is told. */
    abstract ObservableBooleanValue isFilled();

    static Node field(String key, Control control) {
        control.setAccessibleText(Texts.of(key));
        control.setMaxWidth(Double.MAX_VALUE);
        control.setId(key.substring(key.indexOf('.') + 1));
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        label.setLabelFor(control);
        var field = new VBox(label, control);
        field.getStyleClass().add("field");
        return field;
    }

    static Node folded(Node... fields) {
        var form = new VBox(fields);
        form.getStyleClass().add("form");
        var disclosure = new Disclosure();
        disclosure.titleProperty().set(Texts.of("place.more"));
        disclosure.setContent(form);
        return disclosure;
    }

    static TextField text(String initial) {
        return new TextField(initial);
    }
}
