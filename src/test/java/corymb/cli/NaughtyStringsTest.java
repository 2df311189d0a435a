package corymb.cli;

import static corymb.cli.Shell.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.sql.ParquetReader;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The big list of naughty strings (Max Woolf): whatever a person writes comes out again as it went in. */
class NaughtyStringsTest {
    private static final Path LIST = Path.of("../shared/data/naughty-strings/blns.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "parquet", "xlsx"})
    void everyStringGoesIntoAProjectAndOutAgainByteForByte(String format) throws IOException {
        var strings = strings();
        var project = folder.resolve("naughty.corymb").toString();
        var out = folder.resolve("out." + format).toString();
        var file = folder.resolve("strings.csv");
        Files.writeString(file, csv(strings));

        done("create", project);
        assertThat(done("import", project, file.toString(), "--as", "customers", "--json")
                        .json()
                        .at("/accepted")
                        .asInt())
                .isEqualTo(strings.size());
        done("resolve", project);
        done("export", project, "customers", "--out", out, "--format", format, "--formulas", "keep");

        assertThat(strings).hasSize(515);
        var given = exported(Path.of(out), format);
        assertThat(given).hasSameSizeAs(strings);
        assertThat(IntStream.range(0, strings.size()).filter(i -> !given.get(i).equals(strings.get(i))))
                .as("places of strings that came out otherwise")
                .isEmpty();
    }

    /** Unless told to keep them, what a spreadsheet would run gets an apostrophe before it, and nothing else changes. */
    @Test
    void formulasAreNeutralisedUnlessKept() throws IOException {
        var strings = strings();
        var project = folder.resolve("naughty.corymb").toString();
        var out = folder.resolve("out.csv").toString();
        Files.writeString(folder.resolve("strings.csv"), csv(strings));
        done("create", project);
        done("import", project, folder.resolve("strings.csv").toString(), "--as", "customers");
        done("resolve", project);
        done("export", project, "customers", "--out", out);

        var given = exported(Path.of(out), "csv");
        var changed = IntStream.range(0, strings.size())
                .filter(i -> !given.get(i).equals(strings.get(i)))
                .boxed()
                .toList();
        assertThat(changed)
                .isNotEmpty()
                .allSatisfy(i -> assertThat(given.get(i)).isEqualTo("'" + strings.get(i)))
                .allSatisfy(i ->
                        assertThat("=+-@\t\r\n＝＋－＠").contains(strings.get(i).substring(0, 1)));
    }

    private static List<String> strings() {
        assumeTrue(Files.exists(LIST), () -> "Skipped: " + LIST + " is not here");
        return new JsonMapper()
                .readTree(LIST.toFile())
                .valueStream()
                .map(text -> text.asString())
                .toList();
    }

    private static String csv(List<String> strings) {
        var lines = new ArrayList<String>(List.of("id,email,words"));
        for (int i = 0; i < strings.size(); i++) {
            lines.add(
                    "n%d,n%d@example.org,\"%s\"".formatted(i, i, strings.get(i).replace("\"", "\"\"")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    /** The words of the customers, in the order of their ids. */
    private static List<String> exported(Path out, String format) throws IOException {
        var words = switch (format) {
            case "json" -> json(out);
            case "csv" -> csv(out);
            case "parquet" -> parquet(out);
            case "xlsx" -> xlsx(out);
            default -> throw new IllegalArgumentException(format);
        };
        return IntStream.range(0, words.size())
                .mapToObj(i -> words.getOrDefault("n" + i, "lost"))
                .toList();
    }

    private static Map<String, String> json(Path out) {
        var words = new HashMap<String, String>();
        new JsonMapper()
                .readTree(out.toFile())
                .valueStream()
                .forEach(row -> words.put(
                        row.at("/customer_id").asString(),
                        row.at("/words").isNull() ? "" : row.at("/words").asString()));
        return words;
    }

    private static Map<String, String> csv(Path out) throws IOException {
        var words = new HashMap<String, String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(out)) {
            rows.forEach(row -> words.put(row.getField("customer_id"), row.getField("words")));
        }
        return words;
    }

    private static Map<String, String> parquet(Path out) {
        var words = new HashMap<String, String>();
        try (var rows = ParquetReader.open(out)) {
            var names = rows.columns().stream().map(ParquetReader.Column::name).toList();
            while (rows.next()) {
                words.put(rows.text(names.indexOf("customer_id")), rows.text(names.indexOf("words")));
            }
        }
        return words;
    }

    /** Read by Apache POI. */
    private static Map<String, String> xlsx(Path out) throws IOException {
        var words = new HashMap<String, String>();
        try (var book = new XSSFWorkbook(Files.newInputStream(out))) {
            var names = new ArrayList<String>();
            book.getSheetAt(0).getRow(0).forEach(cell -> names.add(cell.getStringCellValue()));
            for (var row : book.getSheetAt(0)) {
                var id = row.getCell(names.indexOf("customer_id")).getStringCellValue();
                var word = row.getCell(names.indexOf("words"), MissingCellPolicy.CREATE_NULL_AS_BLANK);
                words.put(id, word.getStringCellValue());
            }
        }
        words.remove("customer_id");
        return words;
    }
}
