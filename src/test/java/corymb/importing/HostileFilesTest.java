package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, each of its rows is taken as it stands or told with its line. */
class HostileFilesTest {
    private static final String HEADER = "customer_id,timestamp,note";
    private static final List<String> NOTES = List.of(
            "",
            "a",
            " 12 ",
            "\"\"",
            "\"a,b\"",
            "\"two\nlines\"",
            "\"two\r\nlines\"",
            "\"with \"\"marks\"\"\"",
            "in \"the\" middle",
            "\"never closed",
            "\"closed\"too",
            "'single'",
            "\\n",
            "\\",
            "\u00a0x\u00a0",
            "\t",
            "Zürich",
            "日本",
            "null",
            "NaN",
            "=1+1",
            "#comment",
            "x".repeat(70_000));

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    /** What must come of a file. */
    private record Outcome(List<String> taken, List<String> rejectedLines, List<String> blankLines) {}

    @Test
    void everyRowIsTakenAsItStandsOrToldWithItsLine() throws IOException {
        for (int round = 0; round < 60; round++) {
            var text = hostile(new Seed(round).generator());
            var plan = plan(text, ColumnType.TEXT);
            boolean skipsRepeated = round % 2 == 0;
            var source = FileImport.run(engine, plan.skippingRepeatedRows(skipsRepeated), "t", Progress.NONE);
            var expected = expected(text);

            assertThat(column("select customer_id || '|' || coalesce(note, '') from t"))
                    .as("round %d", round)
                    .isEqualTo(expected.taken());
            assertThat(column("select line from t_rejects order by line"))
                    .as("round %d", round)
                    .isEqualTo(expected.rejectedLines());
            assertThat(source.counts())
                    .isEqualTo(new RowCounts(
                            expected.taken().size() + expected.rejectedLines().size(),
                            expected.taken().size(),
                            expected.rejectedLines().size(),
                            0,
                            expected.blankLines().size()));
        }
    }

    /** Files of a few kinds: tidy but for the values, with ragged and broken rows, with mixed line breaks, with a mark. */
    private static byte[] hostile(RandomGenerator random) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((random.nextBoolean() ? "\uFEFF" : "").getBytes(StandardCharsets.UTF_8));
        var lineBreak = random.nextBoolean() ? "\n" : "\r\n";
        int oddRows = random.nextInt(3) * 3;
        write(bytes, HEADER + lineBreak);
        for (int row = 0; row < 60; row++) {
            var note = NOTES.get(random.nextInt(NOTES.size()));
            int kind = random.nextInt(18);
            write(bytes, kind < oddRows ? oddRow(kind, row, note) : "c" + row + ",2024-03-05," + note);
            if (kind == 0 && oddRows > 0) {
                bytes.write(random.nextBoolean() && row > 50 ? 0 : 0xe4);
            }
            write(bytes, random.nextInt(20) == 0 && oddRows > 0 ? "\n" : lineBreak);
        }
        return bytes.toByteArray();
    }

    private static String oddRow(int kind, int row, String note) {
        return switch (kind) {
            case 1 -> "c" + row + ",2024-03-05";
            case 2 -> "c" + row + ",2024-03-05," + note + ",";
            case 3 -> " ,2024-03-05," + note;
            case 4 -> "c" + row + ",yesterday," + note;
            case 5 -> "";
            default -> " \"c" + row + "\" ,\"2024-03-05\"," + note;
        };
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** By the scanner, one record at a time, without the engine. */
    private static Outcome expected(byte[] text) throws IOException {
        var outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var input = TextInput.of(new ByteArrayInputStream(text), "UTF-8");
        try (var scanner = new RecordScanner(input, CsvDialect.STANDARD)) {
            scanner.next();
            while (scanner.next()) {
                if (scanner.isBlank()) {
                    outcome.blankLines().add(Long.toString(scanner.line()));
                    continue;
                }
                boolean isWhole = scanner.flaw() == null && scanner.cells() == 3;
                if (isWhole
                        && !trimmed(scanner.cell(0)).isEmpty()
                        && trimmed(scanner.cell(1)).equals("2024-03-05")) {
                    outcome.taken().add(trimmed(scanner.cell(0)) + "|" + scanner.cell(2));
                } else {
                    outcome.rejectedLines().add(Long.toString(scanner.line()));
                }
            }
        }
        return outcome;
    }

    private static String trimmed(String cell) {
        return cell.replaceAll("^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$", "");
    }

    /** Whole numbers have no point and no exponent; what is no value of the type is kept aside, never guessed or dropped. */
    @Test
    void oddValuesAreReadByTheirColumnsTypeOrKeptAside() throws IOException {
        assertReads(
                ColumnType.INTEGER, "12", Map.of(" 12 ", "12", "007", "7", "+3", "3", "-0", "0", "null", "missing"));
        assertReads(
                ColumnType.INTEGER,
                "12",
                Map.of("1e5", "aside", "1.0", "aside", "9223372036854775808", "aside", "--1", "aside", "x", "aside"));
        assertReads(ColumnType.DECIMAL, "1.5", Map.of("1e5", "100000", ".5", "0.5", "007", "7", "n/a", "missing"));
        assertReads(
                ColumnType.DECIMAL, "1.5", Map.of("inf", "aside", "1e400", "aside", "--1", "aside", "nan", "missing"));
        assertReads(ColumnType.BOOLEAN, "yes", Map.of("TRUE", "true", "0", "false", "nein", "false", "maybe", "aside"));
        assertReads(
                ColumnType.TIMESTAMP,
                "2024-03-05 10:00",
                Map.of(
                        "1",
                        "aside",
                        "2024-03-05T23:30:00-05:00",
                        "2024-03-06T04:30:00Z",
                        "infinity",
                        "aside",
                        "now",
                        "aside",
                        "-",
                        "missing"));
        assertReads(
                ColumnType.DATE,
                "2024-03-05",
                Map.of("1", "aside", "2024-03-05T23:30:00-05:00", "2024-03-06", "2024-02-30", "aside"));
    }

    private void assertReads(ColumnType type, String usual, Map<String, String> odd) throws IOException {
        var text = new StringBuilder(HEADER + "\n");
        IntStream.range(0, 300)
                .forEach(i -> text.append("u")
                        .append(i)
                        .append(",2024-03-05,")
                        .append(usual)
                        .append('\n'));
        odd.forEach((value, _) ->
                text.append(person(value)).append(",2024-03-05,").append(value).append('\n'));
        FileImport.run(engine, plan(text.toString().getBytes(StandardCharsets.UTF_8), type), "t", Progress.NONE);
        var aside = column("select text from t_unreadable");
        odd.forEach((value, expected) -> {
            var table = engine.table(Sql.of("select note from t where customer_id = ?", person(value)), Progress.NONE);
            var read = table.column("note").isMissing(0)
                    ? aside.contains(value.strip()) ? "aside" : "missing"
                    : table.text(0, "note");
            assertThat(read).as("%s as %s", value, type).isEqualTo(expected);
        });
    }

    /** A value such as null is nobody's id. */
    private static String person(String value) {
        return "with " + value.strip();
    }

    /** A file of which a row is left out is copied; one of which none is becomes the table as it was read. */
    @Test
    void namesLikeThoseUsedWhileReadingAreKept() throws IOException {
        var file = Files.writeString(
                folder.resolve("names.csv"), "customer_id,timestamp,v0,raw,h,place\na,2024-03-05,1,2,3,4\n");
        for (boolean skipsRepeated : new boolean[] {false, true}) {
            var plan = Imports.plan(file, Role.EVENTS).skippingRepeatedRows(skipsRepeated);
            var source = FileImport.run(engine, plan, "t", Progress.NONE);
            assertThat(source.data().schema().names())
                    .containsExactly("customer_id", "timestamp", "v0", "raw", "h", "place", "type");
            assertThat(column("select concat(v0, raw, h, place, type) from t")).containsExactly("1234event");
        }
    }

    private ImportPlan plan(byte[] text, ColumnType type) throws IOException {
        var file = Files.write(folder.resolve("file.csv"), text);
        var columns = List.of(
                new ColumnPlan("customer_id", ColumnType.TEXT, new Target.ToField("customer_id")),
                new ColumnPlan("timestamp", ColumnType.TIMESTAMP, new Target.ToField("timestamp")),
                new ColumnPlan("note", type, new Target.Attribute("note")));
        return new ImportPlan(
                "test",
                Role.EVENTS,
                file,
                Inside.WHOLE,
                FileFormat.CSV,
                CsvDialect.STANDARD,
                columns,
                false,
                Origin.FILES);
    }

    private List<String> column(String query) {
        var table = engine.table(Sql.of(query), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.columns().getFirst().text(row))
                .toList();
    }
}
