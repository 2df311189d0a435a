package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;

/** A box to choose a field from, or none. */
public final class OptionalField extends ComboBox<Optional<String>> {
    /**
     * Offers fields and chooses none.
     *
     * @param none the key of what is said of none
     * @param some the key of what is said of a field
     */
    void offer(List<FieldChoice> fields, String none, String some) {
        setConverter(Choices.inWords(name ->
                name.map(wanted -> Texts.of(some, label(fields, wanted))).orElseGet(() -> Texts.of(none))));
        var names = fields.stream().map(choice -> Optional.of(choice.field().name()));
        getItems()
                .setAll(Stream.concat(Stream.of(Optional.<String>empty()), names)
                        .toList());
        setValue(Optional.empty());
    }

    private static String label(List<FieldChoice> fields, String name) {
        return fields.stream()
                .filter(choice -> choice.field().name().equals(name))
                .map(FieldChoice::label)
                .findFirst()
                .orElse(name);
    }
}
