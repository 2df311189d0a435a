package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a field be chosen, or none. */
final class OptionalField {
    private OptionalField() {}

    /**
     * Offers fields and chooses none.
     *
     * @param none the key of what is said of none
     * @param some the key of what is said of a field
     */
    static void offer(FindBox<Optional<String>> box, List<FieldChoice> fields, String none, String some) {
        box.setConverter(Choices.inWords(name ->
                name.map(wanted -> Texts.of(some, label(fields, wanted))).orElseGet(() -> Texts.of(none))));
        var names = fields.stream().map(choice -> Optional.of(choice.field().name()));
        box.getItems()
                .setAll(Stream.concat(Stream.of(Optional.<String>empty()), names)
                        .toList());
        box.setValue(Optional.empty());
    }

    private static String label(List<FieldChoice> fields, String name) {
        return fields.stream()
                .filter(choice -> choice.field().name().equals(name))
                .map(FieldChoice::label)
                .findFirst()
                .orElse(name);
    }
}
