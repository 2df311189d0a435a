package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.fuzzing.OpenDocumentBytes;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of OpenDocument workbooks come in as those of other workbooks do. */
class OpenDocumentsTest {
    private static final Path PUBLISHED = Path.of("../shared/data/tables-openrefine");

    /** Behind its rows a spreadsheet program writes all those that are blank. */
    private static final String BLANK_REST =
            "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
                    + "</table:table-row>";

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private static Path published(String name) {
        var file = PUBLISHED.resolve(name);
        assumeTrue(Files.exists(file), () -> "Skipped: " + file + " is not here");
        return file;
    }

    private Path workbook(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "book", ".ods"), bytes);
    }

    private Path sheets(String... sheets) throws IOException {
        var tables = new StringBuilder();
        for (int i = 0; i < sheets.length; i++) {
            tables.append("<table:table table:name=\"S").append(i + 1).append("\">");
            tables.append(sheets[i]).append("</table:table>");
        }
        return workbook(OpenDocumentBytes.of(tables.toString()));
    }

    private static String row(String... cells) {
        return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
    }

    private static String cell(String type, String attributes, String shown) {
        return "<table:table-cell office:value-type=\"" + type + "\" " + attributes + "><text:p>" + shown
                + "</text:p></table:table-cell>";
    }

    private static String text(String shown) {
        return cell("string", "", shown);
    }

    private static List<List<String>> rows(Path file, String sheet) throws IOException {
        try (var workbook = Workbook.open(file)) {
            var source = workbook.rows(sheet);
            var rows = new ArrayList<List<String>>();
            for (var row = source.next(2); row.isPresent(); row = source.next(2)) {
                var cells = new ArrayList<>(row.orElseThrow().texts());
                cells.addFirst(Long.toString(row.orElseThrow().number()));
                rows.add(cells);
            }
            return rows;
        }
    }

    private Source imported(Path file, String table, Map<String, String> mapping) {
        var found = FileDetection.detect(file, new Inside("", table), Progress.NONE);
        var plan = ImportPlan.of("test", Role.ITEMS, found, MappingProposal.propose(found, Role.ITEMS));
        return FileImport.run(engine, MappingProposal.withMapping(plan, mapping), "source_1", Progress.NONE);
    }

    /** Expected: the values in the file's content.xml, whose release date is shown as 03/28/12 and the gross as $10,000,000.00. */
    @Test
    void publishedFilmsAreRead() {
        var found = FileDetection.detect(published("films.ods"), Progress.NONE);

        assertThat(found.inside().table()).isEqualTo("Films!A1:H");
        assertThat(found.choices().tables()).containsExactly("Films", "Sheet3");
        assertThat(found.columns())
                .extracting(DetectedColumn::name)
                .containsExactly("Category", "Title", "Director", "Release Date", "Gross", "Rating", "Rank", "Good?");
        assertThat(found.columns())
                .extracting(DetectedColumn::type)
                .containsExactly(
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.DATE,
                        ColumnType.INTEGER,
                        ColumnType.DECIMAL,
                        ColumnType.INTEGER,
                        ColumnType.BOOLEAN);
        assertThat(imported(found.file(), "", Map.of("Title", "item_id")).counts())
                .isEqualTo(new RowCounts(4, 4, 0, 0));
        var films = engine.table(
                Sql.of("select concat_ws('|', category, item_id, director, release_date, gross, rating, rank, good)"
                        + " as film from source_1"),
                Progress.NONE);
        assertThat(Imports.column(films, "film"))
                .containsExactly(
                        "Narrative Features|2 Days In New York|Julie Delpy|2012-03-28|10000000|4.5|1|false",
                        "Narrative Features|Booster|true",
                        "Narrative Features|Dark Horse",
                        "Narrative Features|Fairhaven");
    }

    /** Expected: the values in the file's content.xml. */
    @Test
    void bothPublishedSheetsAreRead() throws IOException {
        var file = published("sample.ods");

        assertThat(rows(file, "Feuille1"))
                .containsExactly(List.of("1", "a", "b"), List.of("2", "c", "d"), List.of("3", "e", "f"));
        assertThat(rows(file, "Feuille2"))
                .containsExactly(List.of("1", "a", "b"), List.of("2", "3", "4"), List.of("3", "5", "6"));
        assertThatThrownBy(() -> rows(file, "Feuille3"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no sheet Feuille3");
    }

    @Test
    void valuesAreWhatTheyAreAndNotWhatIsShown() throws IOException {
        var file = sheets(row(
                cell("percentage", "office:value=\"0.125\"", "13 %"),
                cell("currency", "office:value=\"9.5\" office:currency=\"EUR\"", "9,50 €"),
                cell("float", "office:value=\"1E+20\"", "1,00E+20"),
                cell("float", "office:value=\"7\"", "0007"),
                cell("date", "office:date-value=\"2026-05-01T08:30:00\"", "1. Mai"),
                cell("time", "office:time-value=\"PT08H30M00S\"", "8:30"),
                cell("time", "office:time-value=\"PT27H05M00S\"", "27:05"),
                cell("boolean", "office:boolean-value=\"true\"", "WAHR"),
                cell("float", "table:formula=\"of:=1+2\" office:value=\"3\"", "3"),
                cell("string", "table:formula=\"of:=1/0\" calcext:value-type=\"error\"", "#DIV/0!"),
                cell("float", "table:formula=\"of:=1/0\" office:value=\"0\"", "Err:502")));

        assertThat(rows(file, "S1"))
                .containsExactly(List.of(
                        "1",
                        "0.125",
                        "9.5",
                        "100000000000000000000",
                        "0007",
                        "2026-05-01 08:30:00",
                        "08:30",
                        "27:05:00",
                        "true",
                        "3",
                        "#DIV/0!",
                        "Err:502"));
    }

    @Test
    void textsHaveTheirBlanksAndLinesButNoNotes() throws IOException {
        var file = sheets(row(
                text("a <text:s text:c=\"2\"/>b\n   c<text:tab/>d<text:line-break/>e"),
                "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>"
                        + "<text:p>one <text:span>two</text:span> <text:a>three</text:a></text:p><text:p>four</text:p>"
                        + "</table:table-cell>"));

        assertThat(rows(file, "S1")).containsExactly(List.of("1", "a   b c\td\ne", "one two three\nfour"));
    }

    @Test
    void rowsAndCellsThatComeAgainDoAndBlankOnesTakeNoRoom() throws IOException {
        var again = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>"
                + "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>";
        var file = sheets("<table:table-header-rows>" + row(text("a")) + "</table:table-header-rows>"
                + BLANK_REST.replace("1048570", "6") + "<table:table-row-group>" + again + "</table:table-row-group>"
                + BLANK_REST);

        assertThat(rows(file, "S1"))
                .containsExactly(List.of("1", "a"), List.of("8", "", "x", "x", "x"), List.of("9", "", "x", "x", "x"));
    }

    @Test
    void mergedCellsHaveTheirValueAndFailedFormulasNone() throws IOException {
        var failed = cell("string", "table:formula=\"of:=1/0\" calcext:value-type=\"error\"", "#DIV/0!");
        var file = sheets(
                BLANK_REST,
                row(text("id"), text("city"), text("sum"))
                        + row(
                                text("a"),
                                cell("string", "table:number-rows-spanned=\"2\"", "Bern"),
                                cell("float", "office:value=\"3\"", "3"))
                        + row(text("b"), "<table:covered-table-cell/>", failed)
                        + row(text("c"), text("Genf"), cell("float", "office:value=\"0.1\"", "0,1"))
                        + BLANK_REST);

        var source = imported(file, "", Map.of("id", "item_id"));

        assertThat(source.plan().inside().table()).isEqualTo("S2!A1:C");
        var rows = engine.table(
                Sql.of("select concat_ws('|', item_id, city, coalesce(\"sum\"::varchar, '-')) as row from source_1"),
                Progress.NONE);
        assertThat(Imports.column(rows, "row")).containsExactly("a|Bern|3.0", "b|Bern|-", "c|Genf|0.1");
        assertThat(source.columns().getLast().unreadable()).isEqualTo(1);
    }

    @Test
    void hostileDocumentsEndInAProblem() throws IOException {
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1000) + "\"><!ENTITY c \""
                + "&b;".repeat(1000) + "\">]>";
        var head = "<office:spreadsheet><table:table table:name=\"S\">" + row(text("id"));
        var tail = "</table:table></office:spreadsheet>";
        var wide =
                "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"20\""
                        + " office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
        var files = Map.of(
                "laughs", OpenDocumentBytes.of(laughs, head + row(text("&c;")) + tail, ""),
                "fetched",
                        OpenDocumentBytes.of(
                                "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>",
                                head + row(text("&c;")) + tail,
                                ""),
                "long text", OpenDocumentBytes.of("", head + row(text("x".repeat(5 << 20))) + tail, ""),
                "many blanks", OpenDocumentBytes.of("", head + row(text("<text:s text:c=\"2000000000\"/>")) + tail, ""),
                "many rows", OpenDocumentBytes.of("", head + wide + tail, ""),
                "wide row", OpenDocumentBytes.of("", head + wide.replace("\"20\"", "\"16000\"") + tail, ""),
                "far row",
                        OpenDocumentBytes.of(
                                "", head + BLANK_REST + row(text("a")).repeat(10) + tail, ""),
                "deep", OpenDocumentBytes.of("", head + row(text("<text:span>".repeat(100_000))) + tail, ""),
                "no sheet", OpenDocumentBytes.of("", "<office:text><text:p>x</text:p></office:text>", ""));
        for (var file : files.entrySet()) {
            var book = workbook(file.getValue());
            assertThatThrownBy(() -> imported(book, "", Map.of()))
                    .as(file.getKey())
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void aPasswordIsTold() throws IOException {
        var file = workbook(OpenDocumentBytes.of("", "\u0003", "<manifest:encryption-data/>"));

        assertThatThrownBy(() -> imported(file, "", Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("password");
    }
}
