package corymb.report;

import corymb.report.ExportPlan.Formulas;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV: UTF-8 without a byte order mark, commas, RFC 4180 quotes and line ends, values as {@link CsvCells} says. */
final class CsvRows implements RowWriter {
    private final CsvWriter csv;
    private final Formulas formulas;

    CsvRows(List<String> names, Formulas formulas, OutputStream out) {
        this.csv = writer(out);
        this.formulas = formulas;
        write(names);
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
        csv.writeRecord(row.stream().map(value -> CsvCells.of(value, formulas)).toList());
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
