package corymb.importing;

import corymb.work.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the objects of a JSON file as rows: an array of objects, or one object a line. Nested fields get dotted names, lists are joined by "|". */
final class JsonRows implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final BufferedReader reader;
    private final @Nullable JsonParser array;
    private long line;

    JsonRows(InputStream raw, String encoding) throws IOException {
        reader = reader(raw, encoding);
        boolean isArray = firstLetter(reader) == '[';
        reader.reset();
        array = isArray ? MAPPER.createParser(reader) : null;
        if (array != null) {
            array.nextToken();
        }
    }

    /** Whether a text with these first bytes may be JSON, in whatever encoding. */
    static boolean mayBe(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1)
                .replaceAll("[\0\u00ef\u00bb\u00bf\u00ff\u00fe]", "")
                .strip();
        return text.startsWith("{") || text.startsWith("[");
    }

    static boolean isJson(Path file, String encoding) throws IOException {
        try (var reader = reader(Files.newInputStream(file), encoding)) {
            int first = firstLetter(reader);
            if (first != '{' && first != '[') {
                return false;
            }
            reader.reset();
            return first == '[' ? isObjectNext(reader) : isObject(reader.readLine());
        }
    }

    private static boolean isObjectNext(BufferedReader reader) throws IOException {
        var head = new char[4096];
        int length = reader.read(head);
        return length > 0 && new String(head, 0, length).matches("(?s)\\s*\\[\\s*([{\\]].*)?");
    }

    private static boolean isObject(@Nullable String line) {
        return line != null && line.strip().matches("(?s)\\{\\s*(\"|$|}).*");
    }

    private static int firstLetter(BufferedReader reader) throws IOException {
        reader.mark(1 << 16);
        int letter = reader.read();
        while (letter >= 0 && Character.isWhitespace(letter)) {
            reader.mark(1 << 16);
            letter = reader.read();
        }
        return letter;
    }

    private static BufferedReader reader(InputStream raw, String encoding) throws IOException {
        return new BufferedReader(new InputStreamReader(TextInput.of(raw, encoding), StandardCharsets.UTF_8));
    }

    /** All names in the file, and its first rows. */
    static Sample sample(Path file, String encoding, int rows) throws IOException {
        var names = new LinkedHashSet<String>();
        var objects = new ArrayList<Map<String, String>>();
        try (var json = new JsonRows(Files.newInputStream(file), encoding)) {
            boolean isNext;
            do {
                isNext = json.next((_, row, _) -> {
                    if (row != null) {
                        names.addAll(row.keySet());
                        if (objects.size() < rows) {
                            objects.add(row);
                        }
                    }
                });
            } while (isNext);
        }
        var ordered = List.copyOf(names);
        return Sample.untyped(
                ordered,
                objects.stream()
                        .map(row -> ordered.stream()
                                .map(name -> row.getOrDefault(name, ""))
                                .toList())
                        .toList());
    }

    /** Hands the next object, if there is one, to {@code taker}; what is no object comes with its text alone. */
    boolean next(Taker taker) throws IOException {
        return array == null ? nextLine(taker) : nextElement(array, taker);
    }

    private boolean nextLine(Taker taker) throws IOException {
        var text = reader.readLine();
        line++;
        if (text != null && !text.isBlank()) {
            taker.take(line, parsed(text), text);
        }
        return text != null;
    }

    private static boolean nextElement(JsonParser array, Taker taker) throws IOException {
        try {
            if (array.nextToken() == null || array.currentToken() == JsonToken.END_ARRAY) {
                return false;
            }
            long line = array.currentTokenLocation().getLineNr();
            JsonNode node = array.readValueAsTree();
            taker.take(line, flat(node), node.toString());
            return true;
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            throw new corymb.work.Failure(
                    new Problem("The file is not valid JSON.", line, "Export it again, or mend that line."), e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static @Nullable Map<String, String> parsed(String line) {
        try {
            return flat(MAPPER.readTree(line));
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable Map<String, String> flat(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        var row = new LinkedHashMap<String, String>();
        flatten("", node, row);
        return row;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> row) {
        for (var property : object.properties()) {
            var name = prefix + property.getKey();
            if (property.getValue().isObject()) {
                flatten(name + ".", property.getValue(), row);
            } else {
                row.put(name, text(property.getValue()));
            }
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isArray()) {
            return value.isString() ? value.stringValue() : value.toString();
        }
        var joined = new StringJoiner("|");
        value.forEach(element -> joined.add(element.isString() ? element.stringValue() : element.toString()));
        return joined.toString();
    }

    /** Takes a row, which is null where there is no object. */
    @FunctionalInterface
    interface Taker {
        void take(long line, @Nullable Map<String, String> row, String text) throws IOException;
    }
}
