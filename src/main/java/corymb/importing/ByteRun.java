package corymb.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows to a file, as bytes of the original or anew with each value in double quotes. */
final class ByteRun implements AutoCloseable {
    private final OutputStream output;
    private final byte[] buffer = new byte[1 << 20];
    private int size;
    private long written;

    ByteRun(OutputStream output) {
        this.output = output;
    }

    void add(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        written += length;
        if (length > buffer.length - size) {
            flush();
        }
        if (length > buffer.length) {
            output.write(bytes, from, length);
            return;
        }
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
    }

    void addRow(List<String> values, char delimiter, String newline) throws IOException {
        var row = new StringBuilder();
        for (var value : values) {
            row.append(row.isEmpty() ? "" : delimiter);
            row.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
        var bytes = row.append(newline).toString().getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length);
    }

    /** How many bytes were added. */
    long written() {
        return written;
    }

    private void flush() throws IOException {
        if (size > 0) {
            output.write(buffer, 0, size);
            size = 0;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        output.close();
    }
}
