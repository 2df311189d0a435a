package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.work.Failure;
import corymb.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collections of difficult files, each with the rows a right reader finds in it. */
class CsvReferenceTest {
    private static final Path DATA = Path.of("../shared/data");

    private static Path collection(String name) {
        var folder = DATA.resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "Skipped: " + folder + " is not here");
        return folder;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<List<String>> rows(Path file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var scanner = new RecordScanner(new ByteArrayInputStream(Files.readAllBytes(file)), CsvDialect.STANDARD)) {
            while (scanner.next()) {
                rows.add(scanner.flaw() == null ? scanner.row() : List.of("broken"));
            }
            if (!scanner.strayQuotes().isEmpty()) {
                rows.add(List.of("stray quotes"));
            }
        }
        return rows;
    }

    /** csv-spectrum 2.0.0: twelve of twelve. */
    @Test
    void everyFileOfTheSpectrumGivesItsRecords() throws IOException {
        var folder = collection("csv-spectrum");
        for (var file : files(folder.resolve("csvs"))) {
            var name = file.getFileName().toString().replace(".csv", ".json");
            var read = new JsonMapper()
                    .readTree(folder.resolve("json").resolve(name).toFile());
            var expected =
                    read.isArray() ? read : new JsonMapper().createArrayNode().add(read);
            var rows = new ArrayList<>(rows(file));
            rows.remove(List.of("stray quotes"));
            assertThat(rows).as(name).hasSize(expected.size() + 1);
            for (int row = 0; row < expected.size(); row++) {
                for (var property : expected.get(row).properties()) {
                    int column = rows.getFirst().indexOf(property.getKey());
                    assertThat(rows.get(row + 1).get(column))
                            .as("%s, row %d, %s", name, row, property.getKey())
                            .isEqualTo(property.getValue().asString());
                }
            }
        }
    }

    /** csv-test-data: valid files give their arrays; of invalid ones no row with the fault is read in silence. */
    @Test
    void validFilesOfRfc4180AreReadAndInvalidOnesReported() throws IOException {
        var folder = collection("csv-test-data");
        for (var file : files(folder.resolve("csv"))) {
            var name = file.getFileName().toString();
            var expected = folder.resolve("json").resolve(name.replace(".csv", ".json"));
            if (Files.exists(expected) && !name.startsWith("header")) {
                assertThat(rows(file)).as(name).isEqualTo(arrays(new JsonMapper().readTree(expected.toFile())));
            }
            if (name.startsWith("bad-") && name.contains("quote")) {
                assertThat(rows(file)).as(name).containsAnyOf(List.of("broken"), List.of("stray quotes"));
            }
        }
    }

    private static List<List<String>> arrays(JsonNode expected) {
        return expected.valueStream()
                .map(row -> row.valueStream().map(JsonNode::asString).toList())
                .toList();
    }

    /** One table in 27 encodings: with the encoding named by the person, every file gives its rows. */
    @Test
    void everyNamedEncodingIsReadAndNoneSilentlyReplaced() throws IOException {
        var folder = collection("text-encodings");
        var javaNames = Map.of("cp437", "IBM437", "mac-roman", "x-MacRoman", "tis-620", "TIS-620");
        var reference = rows(folder.resolve("utf-8.csv"));
        for (var line : Files.readAllLines(folder.resolve("manifest.csv")).stream()
                .skip(1)
                .toList()) {
            var parts = line.split(",", -1);
            var named = parts[1].replaceAll("-(no)?bom$", "");
            var dialect = CsvDialect.STANDARD.withEncoding(javaNames.getOrDefault(named, named));
            var codes = List.of(parts[4].split(" "));
            var expected = reference.stream()
                    .skip(1)
                    .filter(row -> codes.contains(row.getFirst()))
                    .toList();
            var read = new ArrayList<List<String>>();
            try (var scanner = new RecordScanner(
                    TextInput.of(Files.newInputStream(folder.resolve(parts[0])), dialect.encoding()), dialect)) {
                scanner.next();
                while (scanner.next()) {
                    read.add(scanner.row());
                }
            }
            assertThat(read).as(parts[0]).isEqualTo(expected);
        }
    }

    /** Unaided: marked files and UTF-8 are always right, and no file is read with replacement characters. */
    @Test
    void unaidedNoEncodingIsGuessedIntoReplacementCharacters() throws IOException {
        for (var file : files(collection("text-encodings"))) {
            var name = file.getFileName().toString();
            if (name.equals("README.md") || name.equals("manifest.csv")) {
                continue;
            }
            try {
                var detected = FileDetection.detect(file, Progress.NONE);
                var encoding = detected.dialect().encoding();
                if (name.startsWith("utf-")) {
                    assertThat(encoding.toLowerCase(java.util.Locale.ROOT))
                            .as(name)
                            .startsWith(name.replaceAll("-(no)?bom|\\.csv", ""));
                }
                for (var column : detected.preview().columns()) {
                    for (int row = 0; row < column.size(); row++) {
                        assertThat(column.text(row)).as(name).doesNotContain("\uFFFD");
                    }
                }
            } catch (Failure failure) {
                assertThat(failure.problem().what()).as(name).isNotEmpty();
            }
        }
    }
}
