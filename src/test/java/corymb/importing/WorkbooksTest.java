package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of workbooks come in as they are seen in a spreadsheet program. */
class WorkbooksTest {
    private static final Path PUBLISHED = Path.of("../shared/data/excel-readxl-examples");
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Table query(String sql) {
        return engine.table(Sql.of(sql), Progress.NONE);
    }

    private List<String> rows(String columns) {
        var text = "concat_ws('|', " + columns + ")";
        return Imports.column(query("select " + text + " as row from source_1"), "row");
    }

    private Path workbook(Map<String, Consumer<Worksheet>> sheets) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var output = Files.newOutputStream(file);
                var workbook = new org.dhatim.fastexcel.Workbook(output, "test", "1.0")) {
            for (var sheet : sheets.entrySet()) {
                var worksheet = workbook.newWorksheet(sheet.getKey());
                sheet.getValue().accept(worksheet);
                worksheet.finish();
            }
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            switch (values[column]) {
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                case Boolean yes -> sheet.value(row, column, yes);
                case LocalDate date -> {
                    sheet.value(row, column, date);
                    sheet.style(row, column).format("dd.mm.yyyy").set();
                }
                case LocalDateTime time -> {
                    sheet.value(row, column, time);
                    sheet.style(row, column).format("yyyy-mm-dd h:mm").set();
                }
                default -> throw new IllegalArgumentException(values[column].toString());
            }
        }
    }

    private static void people(Worksheet sheet) {
        row(sheet, 0, "Our customers, May");
        row(sheet, 2, "id", "email", "contract day", "last seen", "spent", "is member");
        row(sheet, 3, "007", "a@b.example", LocalDate.of(2024, 5, 3), LocalDateTime.of(2026, 5, 1, 8, 30), 1.234, true);
        row(
                sheet,
                4,
                "008",
                "c@d.example",
                LocalDate.of(2024, 3, 5),
                LocalDateTime.of(2026, 5, 2, 17, 5),
                1234.5,
                false);
        row(sheet, 5, "009", "e@f.example", LocalDate.of(2023, 1, 2), LocalDateTime.of(2026, 5, 3, 0, 1), 12, true);
        row(sheet, 6, "Source: our shop");
    }

    private Source imported(Path file, String table, Role role) {
        var found = FileDetection.detect(file, new Inside("", table), Progress.NONE);
        var plan = ImportPlan.of("test", role, found, MappingProposal.propose(found, role));
        return FileImport.run(engine, plan, "source_1", Progress.NONE);
    }

    @Test
    void theTableIsFoundBetweenTitleAndNotesWithTheTypesOfItsCells() throws IOException {
        var file = workbook(Map.of("People", WorkbooksTest::people));

        var found = FileDetection.detect(file, Progress.NONE);
        assertThat(found.format()).isEqualTo(FileFormat.XLSX);
        assertThat(found.inside().table()).isEqualTo("People!A3:F6");
        assertThat(found.columns())
                .extracting(DetectedColumn::type)
                .containsExactly(
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.DATE,
                        ColumnType.TIMESTAMP,
                        ColumnType.DECIMAL,
                        ColumnType.BOOLEAN);
        var source = imported(file, "", Role.CUSTOMERS);
        assertThat(source.counts()).isEqualTo(new RowCounts(4, 3, 1, 0));
        assertThat(rows("id, contract_day, last_seen, spent, is_member"))
                .containsExactly(
                        "007|2024-05-03|2026-05-01 08:30:00|1.234|true",
                        "008|2024-03-05|2026-05-02 17:05:00|1234.5|false",
                        "009|2023-01-02|2026-05-03 00:01:00|12.0|true");
        var rejects = query("select line || ': ' || text || ' ' || reason as t from source_1_rejects");
        assertThat(rejects.text(0, "t")).isEqualTo("7: Source: our shop The row stands below the table.");
        assertThat(source.stamp().bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void sheetAndCellsCanBeChosen() throws IOException {
        var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
        sheets.put("People", WorkbooksTest::people);
        sheets.put("Visits", sheet -> {
            row(sheet, 0, "customer_id", "timestamp");
            row(sheet, 1, "007", LocalDateTime.of(2026, 5, 1, 8, 30));
            row(sheet, 2, "008", "never");
        });
        var file = workbook(sheets);

        assertThat(FileDetection.detect(file, Progress.NONE).choices().tables()).containsExactly("People", "Visits");
        var visits = imported(file, "Visits", Role.EVENTS);
        assertThat(visits.counts()).isEqualTo(new RowCounts(2, 1, 1, 0));
        assertThat(query("select line from source_1_rejects").text(0, "line")).isEqualTo("3");
        assertThat(imported(file, "People!A3:B5", Role.CUSTOMERS).accepted()).isEqualTo(2);
        assertThatThrownBy(() -> imported(file, "Nowhere", Role.EVENTS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no sheet Nowhere");
    }

    @Test
    void mergedCellsHaveTheirValueAndFailedFormulasNone() throws IOException {
        var file = raw(
                "<row r=\"1\">" + text("A1", "id") + text("B1", "city") + text("C1", "sum") + "</row>"
                        + "<row r=\"2\">" + text("A2", "a") + text("B2", "Bern")
                        + "<c r=\"C2\"><f>1+2</f><v>3</v></c></row>"
                        + "<row r=\"3\">" + text("A3", "b") + "<c r=\"C3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
                        + "<row r=\"5\">" + text("A5", "c") + text("B5", "Genf") + "<c r=\"C5\"><v>0.1</v></c></row>",
                "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>");

        var source = imported(file, "", Role.CUSTOMERS);

        assertThat(rows("id, city, coalesce(\"sum\"::varchar, '-')"))
                .containsExactly("a|Bern|3.0", "b|Bern|-", "c|Genf|0.1");
        assertThat(rows("(select concat_ws('|', line, \"column\", text) from source_1_unreadable)"))
                .contains("3|sum|#DIV/0!");
        assertThat(source.columns().getLast().unreadable()).isEqualTo(1);
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A workbook of one sheet, written down by hand. */
    private Path raw(String rows, String behind) throws IOException {
        return raw("<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>", Map.of());
    }

    private Path raw(String sheet, Map<String, String> more) throws IOException {
        var file = Files.createTempFile(folder, "raw", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            put(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + MAIN
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relation("worksheet", "worksheets/sheet1.xml")
                            .replace("</Relationships>", "")
                            .concat(
                                    more.containsKey("xl/sharedStrings.xml")
                                            ? "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                            : "")
                            .concat("</Relationships>"));
            put(zip, "xl/worksheets/sheet1.xml", sheet);
            for (var part : more.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r0\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hostileWorkbooksEndInAProblem() throws IOException {
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1000) + "\"><!ENTITY c \""
                + "&b;".repeat(1000) + "\"><!ENTITY d \"" + "&c;".repeat(1000) + "\">]>";
        var head = "<worksheet " + MAIN + "><sheetData><row r=\"1\">" + text("A1", "id") + "</row>";
        var tail = "</sheetData></worksheet>";
        var files = Map.of(
                "laughs", raw(laughs + head + "<row r=\"2\">" + text("A2", "&d;") + "</row>" + tail, Map.of()),
                "long text", raw(head + "<row r=\"2\">" + text("A2", "x".repeat(5 << 20)) + "</row>" + tail, Map.of()),
                "long row",
                        raw(head + "<row r=\"2\">" + "<c ><v>1</v></c>".repeat(400_000) + "</row>" + tail, Map.of()),
                "far column", raw(head + "<row r=\"2\">" + text("ZZZZZZ2", "x") + "</row>" + tail, Map.of()),
                "cut off", raw(head + "<row r=\"2\"><c r=\"A2\"", Map.of()),
                "shared",
                        raw(
                                head + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>" + tail,
                                Map.of(
                                        "xl/sharedStrings.xml",
                                        "<sst " + MAIN + ">" + "<si><t>abcdefghij</t></si>".repeat(3 << 20)
                                                + "</sst>")));
        files.forEach((name, file) -> assertThatThrownBy(() -> imported(file, "", Role.CUSTOMERS))
                .as(name)
                .isInstanceOf(Failure.class));
    }

    @Test
    void farRowsTakeNoRoom() throws IOException {
        var file = raw(
                "<row r=\"1\">" + text("A1", "id") + "</row><row r=\"1048576\">" + text("A1048576", "a") + "</row>",
                "");

        assertThat(imported(file, "", Role.CUSTOMERS).accepted()).isEqualTo(1);
    }

    @Test
    void otherDocumentsAreToldByName() throws IOException {
        var old = Files.write(
                folder.resolve("old.xls"),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        assertThatThrownBy(() -> imported(old, "", Role.CUSTOMERS))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().remedy()).contains(".xls", ".xlsx"));
    }

    /** Written by the library that also reads them: what is held here is what becomes of formulas, dates, errors and merged cells. */
    @Test
    void oldWorkbooksAreReadLikeNewOnes() throws IOException {
        var file = folder.resolve("people.xls");
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("May");
            var date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            var names = List.of("id", "moment", "spent", "ratio", "team");
            var header = sheet.createRow(0);
            names.forEach(name -> header.createCell(names.indexOf(name)).setCellValue(name));
            for (int i = 1; i <= 3; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue("c" + i);
                row.createCell(1).setCellValue(LocalDate.of(2026, 5, i));
                row.getCell(1).setCellStyle(date);
                row.createCell(2).setCellFormula("10*" + i);
                row.createCell(3).setCellFormula("1/" + (i - 1));
            }
            sheet.getRow(1).createCell(4).setCellValue("north");
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 4, 4));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            try (var output = Files.newOutputStream(file)) {
                workbook.write(output);
            }
        }
        var before = Files.readAllBytes(file);

        var source = imported(file, "", Role.CUSTOMERS);

        assertThat(source.accepted()).isEqualTo(3);
        var rows = engine.table(
                Sql.of(
                        "select id, cast(moment as varchar) as moment, cast(spent as varchar) as spent, team from source_1"),
                Progress.NONE);
        assertThat(List.of(rows.text(1, "id"), rows.text(1, "moment"), rows.text(1, "spent"), rows.text(1, "team")))
                .containsExactly("c2", "2026-05-02", "20", "north");
        assertThat(source.columns().get(3).unreadable()).isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anOldWorkbookWithAPasswordSaysSo() throws IOException {
        var file = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var workbook = new HSSFWorkbook();
                var output = Files.newOutputStream(file)) {
            workbook.createSheet("May").createRow(0).createCell(0).setCellValue("id");
            workbook.write(output);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThatThrownBy(() -> imported(file, "", Role.CUSTOMERS))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().what()).contains("password"));
    }

    private static Path published(String name) {
        var file = PUBLISHED.resolve(name);
        assumeTrue(Files.exists(file), () -> "Skipped: " + file + " is not here");
        return file;
    }

    /** Expected: the manifest of the readxl examples; deaths has notes above and below its table in A5:F15. */
    @Test
    void publishedWorkbooksGiveTheirTables() {
        for (var sheet : List.of("arts", "other")) {
            var found = FileDetection.detect(published("deaths.xlsx"), new Inside("", sheet), Progress.NONE);
            assertThat(found.inside().table()).isEqualTo(sheet + "!A5:F15");
            assertThat(found.preview().rowCount()).isEqualTo(10);
            assertThat(found.columns())
                    .extracting(DetectedColumn::type)
                    .containsExactly(
                            ColumnType.TEXT,
                            ColumnType.TEXT,
                            ColumnType.INTEGER,
                            ColumnType.BOOLEAN,
                            ColumnType.DATE,
                            ColumnType.DATE);
        }
        var quakes = FileDetection.detect(published("datasets.xlsx"), new Inside("", "quakes"), Progress.NONE);
        assertThat(quakes.inside().table()).isEqualTo("quakes!A1:E");
        var geometry = FileDetection.detect(published("geometry.xlsx"), Progress.NONE);
        assertThat(geometry.inside().table()).isEqualTo("Sheet1!B3:D");
        var dates = FileDetection.detect(published("type-me.xlsx"), new Inside("", "date_coercion"), Progress.NONE);
        assertThat(Imports.column(dates.preview(), "maybe a datetime?"))
                .containsExactly("", "2016-05-23", "2016-04-28 11:30:00", "true", "cabbage", "4.3", "39448");
    }

    /** Expected: R's quakes has 1,000 rows, magnitudes from 4.0 to 6.4 with a mean of 4.6204. */
    @Test
    void aPublishedSheetHasItsNumbers() {
        var found = FileDetection.detect(published("datasets.xlsx"), new Inside("", "quakes"), Progress.NONE);
        var plan = MappingProposal.withMapping(
                ImportPlan.of("quakes", Role.ITEMS, found, MappingProposal.propose(found, Role.ITEMS)),
                Map.of("stations", "item_id"));
        var source = FileImport.run(engine, plan.skippingRepeatedRows(false), "source_1", Progress.NONE);

        assertThat(source.accepted()).isEqualTo(1000);
        var facts = query("select min(mag) a, max(mag) b, round(avg(mag), 4) c from source_1");
        assertThat(facts.columns()).extracting(column -> column.text(0)).containsExactly("4", "6.4", "4.6204");
    }
}
