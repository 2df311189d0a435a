package corymb.remote;

import corymb.importing.Origin;
import corymb.work.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A file of one JSON object a line, as it is written. */
final class JsonLines implements AutoCloseable {
    private static final long MOST_BYTES = 64L << 30;
    private static final int LONGEST_NAME = 80;

    private final BufferedWriter writer;
    private final Path file;
    private final JsonGenerator generator;
    private long count;

    JsonLines(Path file) throws IOException {
        this.file = file;
        writer = Files.newBufferedWriter(file);
        generator = JsonFactory.builder()
                .rootValueSeparator("\n")
                .build()
                .createGenerator(ObjectWriteContext.empty(), writer);
    }

    /** What the file of a place is called: as a source from there may be. */
    static String fileName(Origin place) {
        var name = place.proposedName().replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        return name.isEmpty() ? "rows" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** Writes an object that is JSON already. */
    void add(String object) throws IOException {
        writer.write(object);
        writer.newLine();
        endRow();
    }

    /** Where the next object is written. */
    JsonGenerator generator() {
        return generator;
    }

    /** An object is whole. */
    void endRow() throws IOException {
        count++;
        if (count % 10_000 == 0 && Files.size(file) > MOST_BYTES) {
            throw new Problem(
                            "There are more than " + (MOST_BYTES >> 30) + " GB of rows.",
                            "",
                            "Ask for fewer of them, or of their columns.")
                    .asFailure();
        }
    }

    long count() {
        return count;
    }

    void requireSome(Origin place) {
        if (count == 0) {
            throw new Problem("There are no rows at this place.", place.words(), "Ask for others.").asFailure();
        }
    }

    @Override
    public void close() throws IOException {
        generator.close();
        writer.close();
    }
}
