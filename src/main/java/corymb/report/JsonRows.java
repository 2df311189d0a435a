package corymb.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows as JSON (RFC 8259): one array with an object a row, each on a line of its own.
 *
 * <p>Numbers and truth values are plain, dates and instants ISO 8601 texts, missing values and numbers that JSON cannot write
 * are null.
 */
final class JsonRows implements RowWriter {
    private final List<String> names;
    private final JsonGenerator json;

    JsonRows(List<String> names, OutputStream out) {
        this.names = names;
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        json.writeStartArray();
    }

    @Override
    public void write(List<? extends @Nullable Object> row) throws IOException {
        try {
            writeObject(row);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void writeObject(List<? extends @Nullable Object> row) {
        json.writeRaw('\n');
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            json.writeName(names.get(i));
            value(row.get(i));
        }
        json.writeEndObject();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Long number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case Double _ -> json.writeNull();
            default -> json.writeString(value.toString());
        }
    }

    @Override
    public void end() throws IOException {
        try {
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeRaw('\n');
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
