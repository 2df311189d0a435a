package corymb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.privacy.ConsentLedger;
import corymb.privacy.Permission;
import corymb.privacy.Withheld;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.PartFolder;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class QueryExportTest {
    private static final Path NAUGHTY = Path.of("../shared/data/naughty-strings/blns.json");

    private final Engine engine = DuckDbEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Export export(Sql rows, Path file, Progress progress) {
        var plan = new ExportPlan(
                ExportPlan.Kind.SEGMENTS, "Loyal", new Permission.NoConsentsHeld(), file, ExportPlan.Format.CSV);
        return QueryExport.run(engine, rows, new ConsentLedger(List.of()), plan, progress);
    }

    private Export export(Sql rows, Path file, ExportPlan.Format format) {
        var plan = new ExportPlan(ExportPlan.Kind.SEGMENTS, "Loyal", new Permission.NoConsentsHeld(), file, format);
        return QueryExport.run(engine, rows, new ConsentLedger(List.of()), plan, Progress.NONE);
    }

    @Test
    void aSpreadsheetHasTextsWhereACsvFileWouldHaveFormulas() throws Exception {
        var file = folder.resolve("out.xlsx");
        var rows = Sql.of(
                "select * from (values ('=cmd()', 1, -2.5::double, true, date '2026-01-31', timestamp '2026-01-31 12:00:00',"
                        + " date '1850-01-01', 9007199254740993), (null, null, 'nan', null, null, null, null, null))"
                        + " t(customer_id, n, d, b, day, moment, old, long)");

        assertThat(export(rows, file, ExportPlan.Format.XLSX).rows()).isEqualTo(2);

        try (var files = FileSystems.newFileSystem(file)) {
            var sheet = Files.readString(files.getPath("xl/worksheets/sheet1.xml"));
            assertThat(sheet)
                    .doesNotContain("<f>")
                    .contains(
                            "<t>=cmd()</t>", "<v>-2.5</v>", "<t>1850-01-01</t>", "<t>9007199254740993</t>", "<v>46053");
        }
    }

    @Test
    void whatNoSpreadsheetHoldsIsAProblemAndLeavesNoFile() throws IOException {
        var rows = Sql.of("select repeat('x', 40000) as customer_id");

        assertThatThrownBy(() -> export(rows, folder.resolve("out.xlsx"), ExportPlan.Format.XLSX))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("32767");
        assertThat(files()).isEmpty();
    }

    @Test
    void parquetHoldsTheRowsWithTheirTypesInTheirOrder() throws IOException {
        var file = folder.resolve("out.parquet");
        var rows = Sql.of(
                "select 'c' || i as customer_id, i, cast(? as double) as d from range(200000) t(i) order by i desc",
                0.5);

        assertThat(export(rows, file, ExportPlan.Format.PARQUET).rows()).isEqualTo(200_000);

        assertThat(files()).containsExactly("out.parquet");
        var copy = new PartFolder(engine.newFolder("parts"));
        Files.copy(file, copy.file(0));
        engine.read("again", copy);
        var read = engine.relation("again");
        assertThat(read.schema().names()).containsExactly("customer_id", "i", "d");
        assertThat(engine.number(
                        Sql.of(
                                "select count(*) from (select i, row_number() over () - 1 as place from again) where i + place = 199999"),
                        Progress.NONE))
                .isEqualTo(200_000);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesEveryTypeAsDocumented() throws Exception {
        var file = folder.resolve("out.csv");
        var rows = Sql.of(
                "select * from (values ('a', 1, -2.5::double, true, date '1990-01-31', timestamp '2026-01-31 12:00:00',"
                        + " 'x,\"y\"'), (null, null, null, null, null, null, '')) t(customer_id, n, d, b, day, moment, \"=t\")");
        var export = export(rows, file, Progress.NONE);
        assertThat(Files.readString(file))
                .isEqualTo("customer_id,n,d,b,day,moment,'=t\r\n"
                        + "a,1,-2.5,true,1990-01-31,2026-01-31T12:00:00Z,\"x,\"\"y\"\"\"\r\n"
                        + ",,,,,,\"\"\r\n");
        assertThat(export.rows()).isEqualTo(2);
        assertThat(export.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        assertThat(files()).containsExactly("out.csv");
    }

    @Test
    void neutralisesFormulasButNotNegativeNumbers() {
        var dangerous =
                List.of("=1+1", "+49 30 1", "-cmd", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "-", "-1.5e3x");
        assertThat(dangerous).allSatisfy(text -> assertThat(CsvCells.text(text)).isEqualTo("'" + text));
        var harmless = List.of("", "a=1", "-12", "-12.5", "-1,234.50", "-1e5", "'=1", " =1");
        assertThat(harmless).allSatisfy(text -> assertThat(CsvCells.text(text)).isEqualTo(text));
    }

    @Test
    void writesRowsLessThoseWithheldInTheirOrder() throws IOException {
        engine.run(
                Sql.of("create table people as select 'c' || i as customer_id, i as n from range(1000) r(i)"),
                Progress.NONE);
        var consents = engine.create(
                "consents",
                Sql.of("select 'c' || i as customer_id, 'mail' as purpose,"
                        + " case i % 4 when 0 then 'granted' when 1 then 'denied' else 'withdrawn' end as status,"
                        + " timestamp '2026-01-01' as timestamp from range(1200) r(i) where i % 4 < 3"),
                Progress.NONE);
        var file = folder.resolve("people.csv");
        var plan = new ExportPlan(
                ExportPlan.Kind.CUSTOMERS, "", new Permission.ForPurpose("mail"), file, ExportPlan.Format.CSV);
        var export = QueryExport.run(
                engine,
                Sql.of("select * from people order by n desc"),
                new ConsentLedger(List.of(consents)),
                plan,
                Progress.NONE);
        assertThat(export.withheld()).isEqualTo(new Withheld(250, 250, 250));
        assertThat(export.rows()).isEqualTo(export.shown() - export.withheld().total());
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize((int) export.rows() + 1).startsWith("customer_id,n", "c996,996", "c992,992");
    }

    @Test
    void keepsEveryNaughtyStringButForTheFormulaMark() throws IOException {
        Assumptions.assumeTrue(Files.exists(NAUGHTY), "The list of naughty strings is not there");
        var texts = new ArrayList<>(List.of(JsonMapper.shared().readValue(NAUGHTY.toFile(), String[].class)));
        texts.add("line\r\nbreak, \"quoted\"");
        engine.fill("naughty", new Table(List.of(new TextColumn("customer_id", texts))), Progress.NONE);
        var file = folder.resolve("naughty.csv");
        export(Sql.of("select * from naughty order by rowid"), file, Progress.NONE);
        try (var records = CsvReader.builder().ofCsvRecord(file)) {
            assertThat(records.stream().skip(1).map(CsvRecord::getFields).map(List::getFirst))
                    .containsExactlyElementsOf(
                            texts.stream().map(CsvCells::text).toList());
        }
        assertThat(texts.stream().filter(text -> CsvCells.text(text).endsWith(text)))
                .hasSameSizeAs(texts);
    }

    @Test
    void asksNoPermissionForTablesThatTellOfNoPeople() throws IOException {
        var consents = engine.create(
                "consents", Sql.of("select 'a' as customer_id, 'mail' as purpose, 'denied' as status"), Progress.NONE);
        var file = folder.resolve("quality.csv");
        var plan = new ExportPlan(
                ExportPlan.Kind.QUALITY, "", new Permission.NoConsentsHeld(), file, ExportPlan.Format.CSV);
        var ledger = new ConsentLedger(List.of(consents));
        var export =
                QueryExport.run(engine, Sql.of("select 'email' as name, 3 as missing"), ledger, plan, Progress.NONE);
        assertThat(export.rows()).isEqualTo(1);
        assertThat(file).hasContent("name,missing\nemail,3");
        assertThatThrownBy(
                        () -> QueryExport.run(engine, Sql.of("select 'a' as customer_id"), ledger, plan, Progress.NONE))
                .isInstanceOf(Failure.class);
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenCancelled() throws IOException {
        var file = Files.writeString(folder.resolve("out.csv"), "old");
        var progress = new JobProgress[1];
        progress[0] = new JobProgress((fraction, _) -> {
            if (fraction > 0.1) {
                progress[0].cancel();
            }
        });
        assertThatThrownBy(() -> export(Sql.of("select i as customer_id from range(100000) r(i)"), file, progress[0]))
                .isInstanceOf(CancellationException.class);
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("out.csv");
    }

    @Test
    void replacesAnOlderExport() throws IOException {
        var file = Files.writeString(folder.resolve("out.csv"), "old");
        export(Sql.of("select 'a' as customer_id"), file, Progress.NONE);
        assertThat(file).hasContent("customer_id\na");
    }

    @Test
    void refusesPlacesWhereAnExportMustNotGo() throws IOException {
        var rows = Sql.of("select 'a' as customer_id");
        var database = Files.writeString(folder.resolve("shop.csv"), "SQLite format 3\0 and pages");
        var project = Files.writeString(folder.resolve("Shop.Corymb"), "mine");
        var places = Stream.of(folder, database, project, folder.resolve("none/out.csv"), database.resolve("out.csv"));
        assertThat(places)
                .allSatisfy(place -> assertThatThrownBy(() -> export(rows, place, Progress.NONE))
                        .isInstanceOf(Failure.class));
        assertThat(files()).containsExactly("Shop.Corymb", "shop.csv");
        assertThat(project).hasContent("mine");
    }

    @Test
    void writesTablesForCharts() {
        var table = new Table(List.of(
                new TextColumn("label", Arrays.asList("=a", null, "")),
                new NumberColumn("n", ColumnType.DECIMAL, -1.5, Double.NaN, 3)));
        assertThat(TableCsv.text(table)).isEqualTo("label,n\r\n'=a,-1.5\r\n,\r\n\"\",3\r\n");
    }
}
