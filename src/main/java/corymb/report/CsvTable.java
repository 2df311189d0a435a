package corymb.report;

import corymb.work.Problem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads back a table that {@link TableCsv} wrote and a person changed. */
public final class CsvTable {
    private static final long MOST_BYTES = 64L << 20;

    private CsvTable() {}

    /**
     * The rows by the names of their columns, without the apostrophes that keep spreadsheets from taking texts for formulas.
     *
     * @throws corymb.work.Failure when the file is missing, larger than 64 MiB or no CSV
     */
    public static List<Map<String, String>> read(Path file) {
        var rows = new ArrayList<Map<String, String>>();
        if (!Files.isRegularFile(file)) {
            throw new Problem("There is no such file.", file.toString(), "Check the name.").asFailure();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Problem("The file is too large.", file.toString(), "Split it into smaller ones.").asFailure();
            }
            try (var csv = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
                csv.forEach(record -> rows.add(row(record)));
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new corymb.work.Failure(
                    new Problem("The file is no table in CSV.", file.toString(), "Save it as CSV in UTF-8."), e);
        }
        return rows;
    }

    private static Map<String, String> row(NamedCsvRecord record) {
        var fields = record.getFieldsAsMap();
        fields.replaceAll((_, text) -> CsvCells.given(text));
        return fields;
    }
}
