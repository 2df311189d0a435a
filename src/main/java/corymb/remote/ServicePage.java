package corymb.remote;

import corymb.importing.Origin;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page that a web service answered with.
 *
 * @param uri where it was in the end
 */
record ServicePage(URI uri, HttpHeaders headers, JsonNode content) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,<]*;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    static ServicePage of(URI uri, HttpHeaders headers, String body) {
        try {
            return new ServicePage(uri, headers, MAPPER.readTree(body));
        } catch (JacksonException e) {
            throw new Failure(
                    new Problem("The web service did not answer with JSON.", place(uri), "Check its address."), e);
        }
    }

    private static String place(URI uri) {
        return uri.getHost() + uri.getPath();
    }

    /** The items in it. */
    JsonNode items(String path) {
        var found = path.isEmpty() ? onlyList() : at(path);
        if (found.isPresent() && found.orElseThrow().isArray()) {
            return found.orElseThrow();
        }
        var lists = lists();
        throw new Problem(
                        path.isEmpty()
                                ? "It does not tell which list holds the rows."
                                : "There is no list " + path + ".",
                        place(uri),
                        lists.isEmpty()
                                ? "Check the address."
                                : "Lists in the answer: " + String.join(", ", lists) + ".")
                .asFailure();
    }

    private Optional<JsonNode> onlyList() {
        var lists = lists();
        return content.isArray()
                ? Optional.of(content)
                : lists.size() == 1 ? Optional.of(content.path(lists.getFirst())) : Optional.empty();
    }

    private List<String> lists() {
        var names = new ArrayList<String>();
        if (content.isObject()) {
            content.properties().stream()
                    .filter(property -> property.getValue().isArray())
                    .forEach(property -> names.add(property.getKey()));
        }
        return names;
    }

    private Optional<JsonNode> at(String path) {
        var node = content;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** Writes the items as one object a line each; how many they were. */
    int write(String path, JsonLines lines) throws IOException {
        var items = items(path);
        for (var item : items) {
            lines.add(item.isObject() ? item.toString() : "{\"value\":" + item + "}");
        }
        return items.size();
    }

    /** Where the next page is, if this was not the last. */
    Optional<URI> next(Origin.Paging paging, URI asked, int items) {
        return switch (paging) {
            case Origin.Paging.Single() -> Optional.empty();
            case Origin.Paging.Link(var field) ->
                (field.isEmpty()
                                ? linked()
                                : at(field).filter(JsonNode::isString).map(JsonNode::stringValue))
                        .filter(written -> !written.isBlank())
                        .map(written -> ServiceAddress.following(uri, written));
            case Origin.Paging.Counter counter ->
                items == 0 ? Optional.empty() : Optional.of(counted(counter, asked, items));
        };
    }

    private Optional<String> linked() {
        return headers.allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static URI counted(Origin.Paging.Counter counter, URI asked, int items) {
        var value = Pattern.compile("[?&]" + Pattern.quote(counter.parameter()) + "=(-?\\d+)")
                .matcher("?" + asked.getQuery());
        long now = value.find() ? Long.parseLong(value.group(1)) : counter.first();
        return ServiceAddress.counted(asked, counter.parameter(), now + (counter.step() == 0 ? items : counter.step()));
    }
}
