package corymb.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A folder inside the engine's scratch folder whose Parquet files are the rows of one relation, in the order of their numbers. */
public record PartFolder(Path folder) {
    /** The file of that number, counted from 0, whether it is there or not. */
    public Path file(int number) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.parquet", number));
    }

    /** The files that are there, in order. */
    public List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read temporary files", e);
        }
    }

    /** Deletes the folder with all files; nothing happens where there is none. */
    public void delete() {
        try {
            ScratchFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete temporary files", e);
        }
    }
}
