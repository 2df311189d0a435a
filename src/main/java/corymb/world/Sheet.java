package corymb.world;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A CSV file being written, which knows the line it is at. */
final class Sheet implements Closeable {
    private final CsvWriter writer;
    private long line;

    Sheet(Path file, List<String> header) throws IOException {
        this(file, header, ',', StandardCharsets.UTF_8);
    }

    Sheet(Path file, List<String> header, char separator, Charset charset) throws IOException {
        writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(file, charset);
        row(header);
    }

    /** Writes one row and returns its line, 1 being the header's. */
    long row(Collection<String> values) {
        writer.writeRecord(values);
        return ++line;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
