package corymb.importing;

import java.util.List;
import java.util.Optional;

/** Goes through the rows of a table whose file knows what its values are. */
public interface RowCursor extends AutoCloseable {
    /** The names of the columns. */
    List<String> names();

    /** The next row that is not blank. */
    Optional<FoundRow> next();

    /** Whether a row stands below the table, such as a note does. */
    default boolean isOutside(FoundRow row) {
        return false;
    }

    /** What was passed over so far that is no row, such as what is marked as deleted. */
    default PassedLines passed() {
        return new PassedLines();
    }

    @Override
    void close();
}
