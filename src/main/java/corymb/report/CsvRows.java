package corymb.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV: UTF-8 without a byte order mark, commas, RFC 4180 quotes and line ends, values as {@link CsvCells} says. */
final class CsvRows implements RowWriter {
    private final CsvWriter csv;

    CsvRows(List<String> names, OutputStream out) {
        csv = writer(out);
        csv.writeRecord(names.stream().map(CsvCells::text).toList());
    }

    /** Quotes an empty text, so that it differs from a missing value. */
    static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .autoFlush(false)
                .build(out);
    }

    @Override
    public void write(List<? extends @Nullable Object> row) {
        csv.writeRecord(row.stream().map(CsvCells::of).toList());
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
