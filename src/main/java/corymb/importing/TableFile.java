package corymb.importing;

import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A file that holds tables whose values have types. */
public interface TableFile extends AutoCloseable {
    /** The names of the tables in it, the one most likely meant first; empty where it is one table itself. */
    List<String> tables();

    /**
     * The rows of the table of that name, read one after another; closing them closes the file.
     *
     * @throws corymb.work.Failure when there is no such table
     */
    RowCursor rows(String table);

    /** How its texts are written, where that can be chosen. */
    default Optional<Guess> encoding() {
        return Optional.empty();
    }

    @Override
    void close();

    /**
     * Opens such a file, from anywhere, which nobody writes to; throws {@link corymb.work.Failure} when it cannot be read.
     *
     * @param encoding how its texts are written, where that can be chosen; empty for as the file says
     */
    static TableFile open(FileFormat format, Path file, String encoding, Progress progress) {
        return switch (format) {
            case PARQUET -> ParquetFile.open(file);
            case DBF -> DbfFile.open(file, encoding);
            case SQLITE -> sqlite().open(file, progress);
            case CSV, JSON, XLSX -> throw new IllegalArgumentException("No file of typed tables: " + format);
        };
    }

    private static Opener sqlite() {
        return ServiceLoader.load(Opener.class, TableFile.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "This installation cannot read SQLite files.", "", "Export the table as CSV or JSON.")
                        .asFailure());
    }

    /** Opens SQLite files: what can is found as a service, for this package knows no databases. */
    interface Opener {
        TableFile open(Path file, Progress progress);
    }
}
