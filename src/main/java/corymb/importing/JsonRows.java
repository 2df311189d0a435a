package corymb.importing;

import corymb.importing.FoundCell.Kind;
import corymb.work.Failure;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the objects of a JSON file as rows: an array of objects, by itself or below names, or one object a line. Nested
 * fields get dotted names, arrays in them stay JSON; of GeoJSON the rows are its features.
 */
final class JsonRows implements AutoCloseable {
    private static final int HEAD = 4096;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final BoundedReader bounded;
    private final BufferedReader reader;
    private final @Nullable JsonParser array;
    private long line;

    /** Of the list of that name; of the list or the lines that the text is where the name is empty. */
    JsonRows(InputStream raw, String encoding, String list) throws IOException {
        bounded = bounded(raw, encoding);
        reader = new BufferedReader(bounded);
        boolean isArray = firstLetter(reader) == '[';
        reader.reset();
        array = isArray || !list.isEmpty() ? MAPPER.createParser(reader) : null;
        if (array != null) {
            enter(array, list);
        }
    }

    private static void enter(JsonParser array, String list) {
        try {
            if (list.isEmpty()) {
                array.nextToken();
            } else {
                JsonLists.enter(array, list);
            }
        } catch (JacksonException e) {
            throw invalid(e);
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
        try (var reader = new BufferedReader(bounded(Files.newInputStream(file), encoding))) {
            int first = firstLetter(reader);
            reader.reset();
            var head = new char[HEAD];
            int length = reader.read(head);
            return first == '{'
                    ? new String(head, 0, length).strip().matches("(?s)\\{\\s*(\"|$|}).*")
                    : first == '[' && new String(head, 0, length).matches("(?s)\\s*\\[\\s*([{\\]].*)?");
        }
    }

    /** The names of the lists in a text that is one object, the longest first; none where the rows are the text itself. */
    static List<String> lists(Path file, String encoding) throws IOException {
        try (var reader = new BufferedReader(bounded(Files.newInputStream(file), encoding))) {
            boolean isObject = firstLetter(reader) == '{';
            reader.reset();
            return isObject
                    ? JsonLists.sizes(MAPPER.createParser(reader)).entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(Map.Entry::getKey)
                            .toList()
                    : List.of();
        }
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

    private static BoundedReader bounded(InputStream raw, String encoding) throws IOException {
        return new BoundedReader(new InputStreamReader(TextInput.of(raw, encoding), StandardCharsets.UTF_8));
    }

    /** All names in the list of a file, and its first rows. */
    static Sample sample(Path file, String encoding, String list) throws IOException {
        var names = new LinkedHashSet<String>();
        var objects = new ArrayList<Map<String, FoundCell>>();
        try (var json = new JsonRows(Files.newInputStream(file), encoding, list)) {
            boolean isNext;
            do {
                isNext = json.next((_, row, _) -> {
                    if (row != null) {
                        names.addAll(row.keySet());
                        if (objects.size() < Sample.ROWS) {
                            objects.add(row);
                        }
                    }
                });
            } while (isNext);
        }
        var ordered = GeoFeatures.ordered(names);
        return Sample.of(
                ordered,
                objects.stream()
                        .map(row -> new FoundRow(
                                0,
                                ordered.stream()
                                        .map(name -> row.getOrDefault(name, FoundCell.BLANK))
                                        .toList()))
                        .toList(),
                List.of());
    }

    /** Hands the next object, if there is one, to {@code taker}; what is no object comes with its text alone. */
    boolean next(Taker taker) throws IOException {
        return array == null ? nextLine(taker) : nextElement(array, taker);
    }

    private boolean nextLine(Taker taker) throws IOException {
        bounded.start(line + 1);
        var text = reader.readLine();
        line++;
        if (text != null && !text.isBlank()) {
            taker.take(line, parsed(text), text);
        }
        return text != null;
    }

    private boolean nextElement(JsonParser array, Taker taker) throws IOException {
        try {
            bounded.start(array.currentLocation().getLineNr());
            if (array.nextToken() == null || array.currentToken() == JsonToken.END_ARRAY) {
                return false;
            }
            long line = array.currentTokenLocation().getLineNr();
            JsonNode node = array.readValueAsTree();
            taker.take(line, flat(node), node.toString());
            return true;
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    private static Failure invalid(JacksonException cause) {
        var line =
                cause.getLocation() == null ? "" : "line " + cause.getLocation().getLineNr();
        return new Failure(
                new Problem("The file is not valid JSON.", line, "Export it again, or mend that line."), cause);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static @Nullable Map<String, FoundCell> parsed(String line) {
        try {
            return flat(MAPPER.readTree(line));
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable Map<String, FoundCell> flat(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        if (GeoFeatures.isFeature(node)) {
            return GeoFeatures.row(node);
        }
        var row = new LinkedHashMap<String, FoundCell>();
        flatten("", node, row);
        return row;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, FoundCell> row) {
        for (var property : object.properties()) {
            var name = prefix + property.getKey();
            if (property.getValue().isObject()) {
                flatten(name + ".", property.getValue(), row);
            } else {
                row.put(name, cell(property.getValue()));
            }
        }
    }

    static FoundCell cell(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> FoundCell.BLANK;
            case STRING ->
                value.stringValue().isEmpty() ? FoundCell.BLANK : new FoundCell(value.stringValue(), Kind.TEXT);
            case BOOLEAN -> new FoundCell(value.toString(), Kind.BOOLEAN);
            case NUMBER -> new FoundCell(value.toString(), value.isIntegralNumber() ? Kind.INTEGER : Kind.DECIMAL);
            case ARRAY, OBJECT, BINARY, POJO -> new FoundCell(value.toString(), Kind.TEXT);
        };
    }

    /** Takes a row, which is null where there is no object. */
    @FunctionalInterface
    interface Taker {
        void take(long line, @Nullable Map<String, FoundCell> row, String text) throws IOException;
    }
}
