package corymb.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in one format, as they come. */
interface RowWriter {
    void write(List<? extends @Nullable Object> row) throws IOException;

    /** Writes what is still to come after the last row. */
    void end() throws IOException;
}
