package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collections of difficult files are imported unaided, and the cells of the tables are those that were published. */
class PublishedTablesTest {
    private static final Path DATA = Path.of("../shared/data");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private static Path collection(String name) {
        var folder = DATA.resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "Skipped: " + folder + " is not here");
        return folder;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The names of the columns and the cells of the rows; the problem when there is no table. */
    private List<List<String>> imported(Path file, boolean isTyped) {
        try {
            return imported(FileDetection.detect(file, Progress.NONE), isTyped);
        } catch (Failure failure) {
            return List.of(List.of("problem"), List.of(failure.problem().what()));
        }
    }

    /** All columns are kept as attributes but the first one without blanks, which has to tell whose row it is. */
    private List<List<String>> imported(Detected detected, boolean isTyped) {
        int key = IntStream.range(0, detected.columns().size())
                .filter(i -> detected.columns().get(i).missing().value() == 0)
                .findFirst()
                .orElse(0);
        var plans = new ArrayList<ColumnPlan>();
        for (int i = 0; i < detected.columns().size(); i++) {
            var column = detected.columns().get(i);
            plans.add(new ColumnPlan(
                    column.name(),
                    isTyped ? column.type() : ColumnType.TEXT,
                    i == key ? new Target.ToField("id") : new Target.Attribute("a" + i)));
        }
        var plan = ImportPlan.of("test", Role.CUSTOMERS, detected, plans).skippingRepeatedRows(false);
        FileImport.run(engine, plan, "source_1", Progress.NONE);
        var table = engine.table(Sql.of("select * from source_1"), Progress.NONE);
        var rows = new ArrayList<List<String>>();
        rows.add(plans.stream().map(ColumnPlan::column).toList());
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            rows.add(IntStream.range(0, plans.size())
                    .mapToObj(i -> table.text(at, i == key ? "id" : "a" + i))
                    .toList());
        }
        return rows;
    }

    private static List<List<String>> rows(JsonNode expected, List<String> names) {
        var records = expected.isArray() ? expected.valueStream().toList() : List.of(expected);
        var rows = new ArrayList<List<String>>();
        if (expected.size() > 0 && records.getFirst().isObject()) {
            rows.add(names);
        }
        for (var record : records) {
            rows.add(
                    record.isObject()
                            ? names.stream()
                                    .map(name -> record.path(name).asString())
                                    .toList()
                            : record.valueStream().map(JsonNode::asString).toList());
        }
        return rows;
    }

    /** csv-spectrum 2.0.0: twelve of twelve. */
    @Test
    void theSpectrumIsRead() throws IOException {
        var folder = collection("csv-spectrum");
        var files = files(folder.resolve("csvs"));
        for (var file : files) {
            var name = file.getFileName().toString().replace(".csv", ".json");
            var expected = new JsonMapper()
                    .readTree(folder.resolve("json").resolve(name).toFile());
            var read = imported(file, false);
            assertThat(read).as(name).isEqualTo(rows(expected, read.getFirst()));
        }
        assertThat(files).hasSize(12);
    }

    /**
     * csv-test-data: 18 tables and 7 invalid files.
     *
     * <p>Three of the tables hold no row that could be a customer, which is told as a problem: all-empty has nothing but line
     * breaks, header-no-rows nothing but a header, and the one row of empty-one-column nothing that tells whose it is.
     */
    @Test
    void theFilesOfRfc4180AreReadAndInvalidOnesReported() throws IOException {
        var folder = collection("csv-test-data");
        var withoutCustomers = Set.of("all-empty.csv", "header-no-rows.csv", "empty-one-column.csv");
        var files = files(folder.resolve("csv"));
        int tables = 0;
        for (var file : files) {
            var name = file.getFileName().toString();
            var read = imported(file, false);
            var expected = folder.resolve("json").resolve(name.replace(".csv", ".json"));
            if (Files.exists(expected) && !withoutCustomers.contains(name)) {
                assertThat(read)
                        .as(name)
                        .isEqualTo(rows(new JsonMapper().readTree(expected.toFile()), read.getFirst()));
                tables++;
            } else if (!name.equals("bad-unescaped-quote.csv")) {
                assertThat(read.getFirst()).as(name).containsExactly("problem");
            }
        }
        assertThat(files).hasSize(25);
        assertThat(tables).isEqualTo(15);
    }

    /** A quote mark inside a value that is not quoted is kept, and the column's note tells of it. */
    @Test
    void strayQuotesAreTold() {
        var file = collection("csv-test-data").resolve("csv/bad-unescaped-quote.csv");
        var detected = FileDetection.detect(file, Progress.NONE);
        var columns = List.of(
                new ColumnPlan("foo", ColumnType.TEXT, new Target.ToField("id")),
                new ColumnPlan("bar", ColumnType.TEXT, new Target.Attribute("bar")),
                new ColumnPlan("baz", ColumnType.TEXT, new Target.Attribute("baz")));

        var source = FileImport.run(
                engine, ImportPlan.of("test", Role.CUSTOMERS, detected, columns), "source_1", Progress.NONE);

        assertThat(source.columns().get(1).note()).contains("1 value holds quote marks without being quoted");
    }

    /** csvkit: the files whose table its README or the RFC tells. */
    @Test
    void plainFilesOfCsvkitAreRead() {
        var folder = collection("csv-csvkit");
        var foo = List.of(List.of("foo", "bar", "baz"), List.of("1", "2", "3"), List.of("4", "5", "\u02A4"));
        var abc = List.of(List.of("a", "b", "c"), List.of("1", "2", "3"));
        var utf16 = List.of(List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("4", "5", "\u02A4"));
        var expected = new TreeMap<String, List<List<String>>>(Map.of(
                "test_utf8.csv", foo,
                "test_utf8_bom.csv", foo,
                "test_utf16_big.csv", utf16,
                "test_utf16_little.csv", utf16,
                "test_latin1.csv", List.of(List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("4", "5", "\u00A9")),
                "mac_newlines.csv",
                        List.of(List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("Once upon\ra time", "5", "6")),
                "test_skip_lines.csv", abc,
                "sniff_limit.csv", abc,
                "dummy.csv.bz2", abc,
                "optional_quote_characters.csv", abc));
        expected.put("dummy.csv.gz", abc);
        expected.put("dummy.tsv", abc);
        expected.put("no_header_row.csv", List.of(List.of("column_1", "column_2", "column_3"), List.of("1", "2", "3")));
        expected.put("test_no_leading_zeroes.csv", List.of(List.of("a", "b", "c"), List.of("01", "00.11", "0.1")));
        expected.put("test_locale.csv", List.of(List.of("a", "b", "c"), List.of("1,7", "200.000.000", "")));
        expected.forEach((name, table) ->
                assertThat(imported(folder.resolve(name), false)).as(name).isEqualTo(table));
        assertThat(expected).hasSize(15);
    }

    /**
     * csvkit: a file and its published conversion become the same typed table.
     *
     * <p>Expected otherwise: the zeros before hours, for times of day are texts. Blanks are a test of their own.
     */
    @Test
    void filesOfCsvkitGiveTheTablesOfTheirConversions() {
        var folder = collection("csv-csvkit");
        for (var name : List.of("testjson", "testjson_multiline", "testjson_nested")) {
            assertThat(plain(imported(folder.resolve(name + ".json"), true)))
                    .as(name)
                    .isEqualTo(plain(imported(folder.resolve(name + "_converted.csv"), true)));
        }
    }

    /** csvkit: NA, N/A, NONE, NULL and a point say that nothing is known; what is taken for the id of its row stays. */
    @Test
    void blanksOfCsvkitAreMissing() {
        assertThat(imported(collection("csv-csvkit").resolve("blanks.csv"), true))
                .containsExactly(List.of("problem"), List.of("None of the 1 rows could be taken."));
        assertThat(FileDetection.detect(collection("csv-csvkit").resolve("blanks.csv"), Progress.NONE)
                        .columns()
                        .get(1)
                        .type())
                .isEqualTo(ColumnType.DECIMAL);
    }

    /** csvkit: lines of fixed width have the cells of the published table once its schema says where the columns stand. */
    @Test
    void linesOfFixedWidthOfCsvkitGiveTheirPublishedTable() {
        var folder = collection("csv-csvkit");
        var places = FixedSchema.read(folder.resolve("testfixed_schema.csv"));
        for (var name : List.of("testfixed", "testfixed_skip_lines")) {
            var unaided = FileDetection.detect(folder.resolve(name), Progress.NONE);

            assertThat(unaided.dialect().isFixed()).as(name).isTrue();
            assertThat(imported(FileDetection.detect(unaided, places, Progress.NONE), true))
                    .as(name)
                    .isEqualTo(plain(imported(folder.resolve("testfixed_converted.csv"), true)));
        }
    }

    /** csvkit: features of GeoJSON have the cells of the published table; blanks in a piece of JSON do not count. */
    @Test
    void featuresOfCsvkitGiveTheirPublishedTable() {
        var folder = collection("csv-csvkit");

        assertThat(withoutBlanks(imported(folder.resolve("test_geojson.json"), false)))
                .isEqualTo(withoutBlanks(imported(folder.resolve("test_geojson.csv"), false)));
    }

    /** csvkit: the cells of the published table, which has numbers without zeros in front and takes the code N for no. */
    @Test
    void theDbaseFileOfCsvkitGivesItsPublishedTable() {
        var folder = collection("csv-csvkit");
        var read = imported(folder.resolve("testdbf.dbf"), false).stream()
                .map(row -> row.stream()
                        .map(cell -> cell.equals("N") ? "False" : cell.replaceFirst("^\\+?(-?)0*(?=\\d)", "$1"))
                        .toList())
                .toList();

        assertThat(read).isEqualTo(imported(folder.resolve("testdbf_converted.csv"), false));
    }

    private static List<List<String>> withoutBlanks(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.startsWith("{")
                                ? new JsonMapper().readTree(cell).toString()
                                : cell)
                        .toList())
                .toList();
    }

    /** Clean names, and times of day without a zero in front. */
    private static List<List<String>> plain(List<List<String>> rows) {
        var plain = new ArrayList<List<String>>();
        plain.add(rows.getFirst().stream().map(Names::cleaned).toList());
        rows.stream()
                .skip(1)
                .map(row -> row.stream()
                        .map(cell -> cell.replaceFirst("^0(\\d:\\d\\d:\\d\\d)$", "$1"))
                        .toList())
                .forEach(plain::add);
        return plain;
    }

    /** csvkit: 1,7 and 200.000.000 are 1.7 and 200000000, as test_locale_converted.csv has them. */
    @Test
    void germanNumbersOfCsvkitAreRead() {
        var detected = FileDetection.detect(collection("csv-csvkit").resolve("test_locale.csv"), Progress.NONE);
        var columns = MappingProposal.propose(detected, Role.ITEMS);
        for (var key : List.of("a", "b")) {
            var plan = MappingProposal.withMapping(
                    ImportPlan.of("test", Role.ITEMS, detected, columns), Map.of(key, "item_id"));
            FileImport.run(engine, plan, "source_" + key, Progress.NONE);
        }

        assertThat(engine.number(Sql.of("select a from source_b"), Progress.NONE))
                .isEqualTo(1.7);
        assertThat(engine.number(Sql.of("select b from source_a"), Progress.NONE))
                .isEqualTo(200_000_000);
    }

    /** csvkit: 02/01/2014 is 2 January or 1 February; 31/12/2012 below it tells that the day comes first. */
    @Test
    void theOrderOfDayAndMonthIsToldByTheDatesThatHaveOne() {
        var column = FileDetection.detect(collection("csv-csvkit").resolve("test_date_format.csv"), Progress.NONE)
                .columns()
                .getFirst();

        assertThat(column.type()).isEqualTo(ColumnType.DATE);
        assertThat(column.guesses().dayOrder().value()).isEqualTo("DAY_FIRST");
        assertThat(column.guesses().dayOrder().isSure()).isTrue();
    }

    /** csvkit: rows with too many or too few cells are kept apart with their line. */
    @Test
    void raggedRowsAreKeptApart() {
        var folder = collection("csv-csvkit");
        var read = imported(folder.resolve("bad.csv"), false);

        assertThat(read)
                .containsExactly(
                        List.of("column_a", "column_b", "column_c"), List.of("0", "mixed types.... uh oh", "17"));
        assertThat(Imports.column(
                        engine.table(Sql.of("select line from source_1_rejects order by line"), Progress.NONE), "line"))
                .containsExactly("2", "3");
    }

    /** csvkit's government table begins with an empty row and a title. */
    @Test
    void aTitleBeforeARealTableIsPassedOverAndTold() {
        var file = collection("csv-csvkit").resolve("realdata/Datagov_FY10_EDU_recp_by_State.csv");
        var detected = FileDetection.detect(file, Progress.NONE);

        assertThat(detected.columns()).extracting(DetectedColumn::name).startsWith("State Name", "State Abbreviate");
        assertThat(detected.dialect().skippedLines()).isEqualTo(2);
        assertThat(detected.passed()).extracting(PassedLine::line).containsExactly(1L, 2L);
        assertThat(detected.passed().get(1).text()).startsWith("Number of Beneficaries");
    }

    /**
     * One table in 27 encodings, unaided.
     *
     * <p>Expected wrong: windows-1254 (only the first letter of Istanbul tells it from windows-1252, where the same byte is a
     * letter too), which is told to be the next likeliest.
     */
    @Test
    void oneTableIsReadInNearlyEveryEncoding() throws IOException {
        var folder = collection("text-encodings");
        var reference = imported(folder.resolve("utf-8.csv"), false);
        var wrong = new ArrayList<String>();
        var lines = Files.readAllLines(folder.resolve("manifest.csv"));
        for (var line : lines.subList(1, lines.size())) {
            var parts = line.split(",", -1);
            var codes = List.of(("code " + parts[4]).split(" "));
            var expected = reference.stream()
                    .filter(row -> codes.contains(row.getFirst()))
                    .toList();
            var read = imported(folder.resolve(parts[0]), false);
            assertThat(read.toString()).as(parts[0]).doesNotContain("\uFFFD");
            if (!read.equals(expected)) {
                wrong.add(parts[0]);
            }
        }
        assertThat(lines).hasSize(28);
        assertThat(wrong).containsExactly("windows-1254.csv");
        assertThat(Encodings.detect(folder.resolve("windows-1254.csv")).runnerUp())
                .isEqualTo("windows-1254");
    }

    /** W3C's files, by the dialects that CSVsniffer publishes: at least 99 % of the delimiters are found. */
    @Test
    void delimitersOfRealFilesAreFound() throws IOException {
        var folder = collection("csv-dialects-w3c");
        var names = Map.of("comma", ",", "tab", "\t", "space", CsvDialect.BLANKS);
        int known = 0;
        var wrong = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("dialects.txt"))) {
            var parts = line.split("\\|", -1);
            var file = folder.resolve("files").resolve(parts[0]);
            if (parts.length > 2 && names.containsKey(parts[2]) && Files.exists(file)) {
                known++;
                var found =
                        DialectDetection.detect(file, Encodings.detect(file)).dialect();
                if (!found.delimiter().equals(names.get(parts[2]))) {
                    wrong.add(parts[0] + ": " + found.delimiter());
                }
            }
        }
        assertThat(known).isEqualTo(219);
        assertThat((double) wrong.size() / known).as("wrong: %s", wrong).isLessThanOrEqualTo(0.01);
    }
}
