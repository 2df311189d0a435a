package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Failure;
import corymb.work.Progress;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every file of csvkit's and OpenRefine's collections is accounted for, unaided: plain ones have cell for cell what another reader
 * (FastCSV) finds in them, the others what is said here or in {@link PublishedTablesTest}.
 */
class PublishedFoldersTest {
    private static final Path DATA = Path.of("../shared/data");

    /** Merged cells keep their value in the first one only, as the manifest counts them. */
    private static final int UNFILLED = Integer.MAX_VALUE;

    /** What is no table, or has no row that could be taken: packed and binary documents, blank rows, NULs; told by a problem. */
    private static final Set<String> PROBLEMS = Set.of(
            "blanks.csv",
            "blanks_converted.csv",
            "empty.csv",
            "null_byte.csv",
            "test_empty_columns_long_row.csv",
            "test_empty_columns_short_row.csv",
            "test_extra_header.csv");

    /** Rows of other lengths are kept apart, so that there are fewer than another reader finds. */
    private static final Set<String> RAGGED = Set.of(
            "bad.csv",
            "bad_skip_lines.csv",
            "join_a_short.csv",
            "test_join_short_rows.csv",
            "test_empty_columns.csv",
            "testfixed",
            "testfixed_skip_lines");

    /** Encodings, titles, missing names and missing rows: in {@link PublishedTablesTest}, or by their numbers of rows below. */
    private static final Set<String> OTHERWISE = Set.of(
            "README.md",
            "sheetsxlsx_converted.csv",
            "test_latin1.csv",
            "test_utf16_big.csv",
            "test_utf16_little.csv",
            "test_utf8_bom.csv",
            "Datagov_FY10_EDU_recp_by_State.csv",
            "FY09_EDU_Recipients_by_State.csv");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var name : List.of("csv-csvkit", "csv-csvkit/realdata", "tables-openrefine")) {
            var folder = DATA.resolve(name);
            assumeTrue(Files.isDirectory(folder), () -> "Skipped: " + folder + " is not here");
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private Source taken(Path file) {
        return taken(FileDetection.detect(file, Progress.NONE));
    }

    /** All as text, keyed by the first column without blanks. */
    private Source taken(Detected detected) {
        var columns = new ArrayList<ColumnPlan>();
        int key = key(detected);
        for (int i = 0; i < detected.columns().size(); i++) {
            columns.add(new ColumnPlan(
                    detected.columns().get(i).name(),
                    ColumnType.TEXT,
                    i == key ? new Target.ToField("id") : new Target.Attribute("a" + i)));
        }
        var plan = ImportPlan.of("test", Role.CUSTOMERS, detected, columns).skippingRepeatedRows(false);
        return FileImport.run(engine, plan, "source_1", Progress.NONE);
    }

    private static int key(Detected detected) {
        return IntStream.range(0, detected.columns().size())
                .filter(i -> detected.columns().get(i).missing().value() == 0)
                .findFirst()
                .orElse(0);
    }

    private List<List<String>> cells(Path file) {
        var detected = FileDetection.detect(file, Progress.NONE);
        taken(detected);
        var table = engine.table(Sql.of("select * from source_1"), Progress.NONE);
        var names = detected.columns().stream().map(DetectedColumn::name).toList();
        var rows = new ArrayList<List<String>>();
        if (detected.dialect().hasHeader()) {
            rows.add(names);
        }
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            rows.add(IntStream.range(0, names.size())
                    .mapToObj(i -> table.text(at, i == key(detected) ? "id" : "a" + i))
                    .toList());
        }
        return rows;
    }

    private static List<List<String>> byAnotherReader(Path file) throws IOException {
        char delimiter = file.toString().endsWith(".tsv") ? '\t' : file.endsWith("sniff_limit.csv") ? ';' : ',';
        var rows = new ArrayList<List<String>>();
        try (var reader = CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(file)) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }

    private static boolean isPlain(Path file) {
        var name = file.getFileName().toString();
        return (name.endsWith(".csv") || name.endsWith(".tsv"))
                && !PROBLEMS.contains(name)
                && !RAGGED.contains(name)
                && !OTHERWISE.contains(name);
    }

    /** Lines before the table are passed over in test_skip_lines; a header of several lines is one in test_header_newline. */
    @Test
    void plainFilesHaveTheCellsThatAnotherReaderFinds() throws IOException {
        int compared = 0;
        for (var file : files().stream().filter(PublishedFoldersTest::isPlain).toList()) {
            var expected = byAnotherReader(file);
            var read = cells(file);
            if (file.endsWith("test_header_newline.csv")) {
                expected = List.of(List.of(expected.getFirst().getFirst().strip(), "b", "c"), expected.get(1));
            }
            if (file.endsWith("test_skip_lines.csv")) {
                expected = expected.subList(expected.size() - 2, expected.size());
            }
            assertThat(read).as(file.toString()).isEqualTo(expected);
            compared++;
        }
        assertThat(compared).isEqualTo(56);
    }

    @Test
    void whatIsNoTableIsToldByAProblem() throws IOException {
        var told = new HashSet<String>();
        for (var file : files()) {
            if (PROBLEMS.contains(file.getFileName().toString())) {
                try {
                    taken(file);
                } catch (Failure failure) {
                    assertThat(failure.problem().remedy()).as(file.toString()).isNotBlank();
                    told.add(file.getFileName().toString());
                }
            }
        }
        assertThat(told).isEqualTo(PROBLEMS);
    }

    /**
     * Expected: the numbers of rows that csvkit's and OpenRefine's tools, or a look at the file, give.
     */
    @ParameterizedTest
    @CsvSource({
        "csv-csvkit/bad.csv, 1, 2",
        "csv-csvkit/bad_skip_lines.csv, 1, 2",
        "csv-csvkit/join_a_short.csv, 1, 2",
        "csv-csvkit/test_join_short_rows.csv, 1, 2",
        "csv-csvkit/dummy.csv.gz, 1, 0",
        "csv-csvkit/dummy.csv.bz2, 1, 0",
        "csv-csvkit/testdbf.dbf, 8, 0",
        "csv-csvkit/dummy.xlsx, 1, 0",
        "csv-csvkit/dummy.xls, 1, 0",
        "csv-csvkit/test.xls, 5, 0",
        "csv-csvkit/test.xlsx, 5, 0",
        "csv-csvkit/sheets.xls, 5, 0",
        "csv-csvkit/sheets.xlsx, 5, 0",
        "csv-csvkit/sheetsxlsx_converted.csv, 5, 0",
        "csv-csvkit/realdata/FY09_EDU_Recipients_by_State.csv, 52, 1",
        "csv-csvkit/test_skip_lines.xls, 5, 0",
        "tables-openrefine/dates.xls, 2, 0",
        "tables-openrefine/films.ods, 4, 0",
        "tables-openrefine/sample.ods, 2, 0",
        "csv-csvkit/test_geojson.json, 3, 0",
        "csv-csvkit/testjson.json, 5, 0",
        "csv-csvkit/realdata/Datagov_FY10_EDU_recp_by_State.csv, 55, 0",
        "csv-csvkit/realdata/ne_1033_data.xlsx, 1036, 0",
        "tables-openrefine/grid_small.json, 8, 0",
        "tables-openrefine/Wpi Data.tsv, 4044, 0",
        "tables-openrefine/food.small.csv, 199, 0",
    })
    void otherFilesHaveTheirRows(String name, long accepted, long rejected) {
        var file = DATA.resolve(name);
        assumeTrue(Files.exists(file), () -> "Skipped: " + file + " is not here");

        var counts = taken(file).counts();

        assertThat(List.of(counts.accepted(), counts.rejected())).containsExactly(accepted, rejected);
    }

    /**
     * The manifest of the readxl examples: each sheet of each workbook with its number of cells and the first of them, as openpyxl and
     * xlrd read them; numbers and times by their values, and xlrd's 1 and 0 where a cell says true or false.
     */
    @Test
    void everySheetOfReadxlHasItsCells() throws IOException {
        var folder = DATA.resolve("excel-readxl-examples");
        assumeTrue(Files.isDirectory(folder), () -> "Skipped: " + folder + " is not here");
        var sheets = new TreeSet<String>();
        try (var manifest = CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            for (var sheet : manifest) {
                var name = sheet.getField("sheet");
                var file = folder.resolve(sheet.getField("file"));
                sheets.add(file.getFileName() + " " + name);
                assertThat(filled(file, name))
                        .as(file + ", " + name)
                        .isEqualTo(Integer.parseInt(sheet.getField("non_empty_cells")));
                assertThat(first(file, name, sheet.getField("first_cells")))
                        .as(file + ", " + name)
                        .isEqualTo(published(sheet.getField("first_cells")));
            }
        }
        assertThat(sheets).hasSize(24);
    }

    /** Each place, such as B2, with what is published of it. */
    private static Map<String, String> published(String cells) {
        return Stream.of(cells.split(" \\| "))
                .map(cell -> cell.split("=", 2))
                .collect(Collectors.toMap(cell -> cell[0], cell -> asValue(cell[1]), (one, _) -> one, TreeMap::new));
    }

    private static String asValue(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default ->
                text.replaceFirst("\\.0$", "")
                        .replaceFirst("(\\d)T00:00:00$", "$1")
                        .replaceFirst("(\\d)T(\\d)", "$1 $2");
        };
    }

    /** The same places with what is read there. */
    private static Map<String, String> first(Path file, String sheet, String cells) throws IOException {
        var read = new TreeMap<String, String>();
        var asked = published(cells).keySet();
        try (var workbook = Workbook.open(file)) {
            var rows = workbook.rows(sheet);
            for (var row = rows.next(UNFILLED); row.isPresent(); row = rows.next(UNFILLED)) {
                var texts = row.orElseThrow().texts();
                for (int column = 0; column < texts.size(); column++) {
                    var place = (char) ('A' + column) + "" + row.orElseThrow().number();
                    if (asked.contains(place)) {
                        read.put(place, asValue(texts.get(column)));
                    }
                }
            }
        }
        return read;
    }

    private static int filled(Path file, String sheet) throws IOException {
        int filled = 0;
        try (var workbook = Workbook.open(file)) {
            var rows = workbook.rows(sheet);
            for (var row = rows.next(UNFILLED); row.isPresent(); row = rows.next(UNFILLED)) {
                filled += (int) row.orElseThrow().texts().stream()
                        .filter(text -> !text.isEmpty())
                        .count();
            }
        }
        return filled;
    }
}
