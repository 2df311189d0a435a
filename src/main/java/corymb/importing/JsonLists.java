package corymb.importing;

import corymb.work.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the lists of objects below the names of a JSON object; a list below "data" and "items" goes by "data.items". */
final class JsonLists {
    private final JsonParser parser;
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    private JsonLists(JsonParser parser) {
        this.parser = parser;
    }

    /** How many objects are in each list of a text that is one object; nothing where it is several, or none. */
    static Map<String, Long> sizes(JsonParser parser) {
        try {
            var lists = new JsonLists(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            lists.walk("");
            return parser.nextToken() == null ? lists.sizes : Map.of();
        } catch (JacksonException _) {
            return Map.of();
        }
    }

    private void walk(String prefix) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = prefix + parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                walk(name + ".");
            } else if (value == JsonToken.START_ARRAY) {
                count(name);
            }
        }
    }

    private void count(String name) {
        long objects = 0;
        for (var element = parser.nextToken(); element != JsonToken.END_ARRAY; element = parser.nextToken()) {
            objects += element == JsonToken.START_OBJECT ? 1 : 0;
            parser.skipChildren();
        }
        if (objects > 0) {
            sizes.put(name, objects);
        }
    }

    /** Moves a parser into the list of that name. */
    static void enter(JsonParser parser, String name) {
        if (parser.nextToken() != JsonToken.START_OBJECT || !isEntered(parser, name)) {
            throw new Problem(
                            "The file has no list " + name + ".",
                            "",
                            "Look at the file again and choose its list anew.")
                    .asFailure();
        }
    }

    private static boolean isEntered(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var current = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && current.equals(name)) {
                return true;
            }
            boolean mayBeBelow = value == JsonToken.START_OBJECT && name.startsWith(current + ".");
            if (mayBeBelow && isEntered(parser, name.substring(current.length() + 1))) {
                return true;
            }
            if (!mayBeBelow) {
                parser.skipChildren();
            }
        }
        return false;
    }
}
