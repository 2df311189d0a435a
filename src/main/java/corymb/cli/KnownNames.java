package corymb.cli;

import corymb.work.NearName;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The names that the objects of a definition may have: one that is misspelt would be passed over, and something else computed than was
 * meant.
 */
record KnownNames(List<String> names) {
    /** Of names with blanks between them. */
    static KnownNames of(String names) {
        return new KnownNames(names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    /** What is wrong with the first name that is none of them, at whatever depth; empty where all are. */
    Optional<String> objection(JsonNode node) {
        return node.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> "There is no \"" + name + "\"."
                        + NearName.of(name, names)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse(""))
                .or(() -> node.values().stream()
                        .flatMap(value -> objection(value).stream())
                        .findFirst());
    }

    /**
     * What is wrong with the first name of an object alone that is none of them: others may have it, this one passes it over.
     *
     * @param whose what the object is, as it is called in the file
     */
    Optional<String> stray(JsonNode object, String whose) {
        return object.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> "\"" + name + "\" says nothing of \"" + whose + "\", which takes "
                        + (names.isEmpty() ? "nothing" : String.join(", ", names)) + ".");
    }
}
