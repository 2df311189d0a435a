package corymb.world;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of a world back. */
record WorldFiles(Path folder) {
    List<NamedCsvRecord> rows(String file) {
        boolean german = file.equals(LoyaltyFile.NAME);
        try (var reader = CsvReader.builder()
                .fieldSeparator(german ? ';' : ',')
                .ofNamedCsvRecord(
                        folder.resolve(file), german ? Charset.forName("windows-1252") : StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<NamedCsvRecord> errors(String file) {
        return rows("truth/errors.csv").stream()
                .filter(error -> error.getField("file").equals(file))
                .toList();
    }
}
