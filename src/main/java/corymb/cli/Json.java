package corymb.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON documents of the command line. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** One document and a line's end, in UTF-8 wherever it goes; numbers that are none (NaN, infinite) become null. */
    static byte[] write(Map<String, Object> keys) {
        return (MAPPER.writeValueAsString(JsonValues.plain(keys)) + System.lineSeparator())
                .getBytes(StandardCharsets.UTF_8);
    }
}
