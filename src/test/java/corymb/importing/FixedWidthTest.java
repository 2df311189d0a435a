package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.work.Failure;
import corymb.work.Progress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Columns that stand at the same places of each line: found, said by a person, kept and told where they do not fit. */
class FixedWidthTest extends ImportFixture {
    private static final String PEOPLE = """
            id   name            city          spent
            A1   Zoé Öztürk      Köln           12.50
            A2   Bo              New York        3.00
            A3   Anna Maria      Łódź          120.75
            A4   Li 😀            Lyon            0.99
            A5   Christopher P.  Bad Homburg  1044.00
            A6   Eva
            """;

    private Path file(String text) {
        return Imports.write(folder, "people.txt", text);
    }

    private static Detected look(Path file) {
        return FileDetection.detect(file, Progress.NONE);
    }

    private static Detected look(Path file, String columns) {
        return FileDetection.detect(look(file), FixedWidth.of(columns), Progress.NONE);
    }

    private Source imported(Detected detected) {
        var plan = ImportPlan.of("people", Role.CUSTOMERS, detected, MappingProposal.propose(detected, Role.CUSTOMERS));
        return FileImport.run(engine, plan, "source_1", Progress.NONE);
    }

    @Test
    void columnsAreFoundByWhatIsBlankInAllLines() {
        var detected = look(file(PEOPLE));

        assertThat(detected.dialect().fixed().words()).isEqualTo(":0:5, :5:16, :21:11, :32");
        assertThat(detected.guesses().delimiter().value()).isEqualTo(CsvDialect.FIXED);
        assertThat(detected.guesses().delimiter().runnerUp()).isEqualTo(",");
        assertThat(detected.columns()).extracting(DetectedColumn::name).containsExactly("id", "name", "city", "spent");
    }

    @Test
    void valuesAreCutByLettersInAnyEncodingAndShortLinesKeptBlank() {
        for (var charset : List.of("UTF-8", "UTF-16LE", "GB18030")) {
            var file = Imports.write(folder, "people.txt", PEOPLE, Charset.forName(charset));
            var source = imported(look(file));

            assertThat(source.counts()).as(charset).isEqualTo(new RowCounts(6, 6, 0, 0, 0));
            var rows = query("select * from source_1");
            assertThat(Imports.column(rows, "name"))
                    .containsExactly("Zoé Öztürk", "Bo", "Anna Maria", "Li 😀", "Christopher P.", "Eva");
            assertThat(Imports.column(rows, "city"))
                    .containsExactly("Köln", "New York", "Łódź", "Lyon", "Bad Homburg", "");
            assertThat(Imports.column(rows, "spent")).containsExactly("12.5", "3", "120.75", "0.99", "1044", "");
            source.drop(engine, List.of());
        }
    }

    @Test
    void neitherProseNorListsNorTablesWithDelimitersHaveColumnsOfFixedWidth() {
        var texts = List.of(
                "phone\n+49 30 1234567\n+49 40 7654321\n+49 89 1111111\n+49 69 2222222\n",
                "Dear reader,  this is\na letter of  some lines\nthat mean  nothing to\nanybody at  all today\n",
                "id,  name,   city\n1,   Anna,   Bonn\n2,   Bo,     Ulm\n3,   Christa, Ahlen\n",
                "a  1\nb  2\n");
        for (var text : texts) {
            assertThat(look(file(text)).dialect().isFixed()).as(text).isFalse();
        }
    }

    @Test
    void whatAPersonSaysIsReadAndLettersBesideTheColumnsAreTold() {
        var source = imported(look(file(PEOPLE), "id:0:2,\nfirst:5:3, spent:32"));

        assertThat(Imports.column(query("select * from source_1"), "first"))
                .containsExactly("Zoé", "Bo", "Ann", "Li", "Chr", "Eva");
        assertThat(source.columns().get(1).note())
                .isEqualTo("5 lines hold letters beside this column that belong to none.");
    }

    @Test
    void linesThatAreNoTextAreSetAsideWithTheirCells() {
        var source = imported(look(file(PEOPLE.replace("A2", "A\0"))));

        assertThat(source.counts()).isEqualTo(new RowCounts(6, 5, 1, 0, 0));
        var text = query("select * from source_1_rejects").text(0, "text");
        assertThat(RejectedRow.cells(text, source.plan())).containsExactly("A\u2400", "Bo", "New York", "3.00");
    }

    @Test
    void whatMakesNoSenseIsAClearProblem() {
        var file = file(PEOPLE);
        Map.of(
                        "a:0:5,b:3:4", "The column b begins at 3, within the column a.",
                        ":0,b:3:4", "The column b begins at 3, within the column at 0.",
                        "a:-1:4", "The column a begins before the line does.",
                        "a:1:-4", "The column a has a length below 0.",
                        "a:41:3", "The column a begins at 41, but the longest line has 41 letters.",
                        "a:1:2,a:5:3", "Two columns are called a.",
                        "a:0:99999999999", "The column a lies where no line reaches.",
                        "city", "city does not say where a column stands.",
                        " , ", "No columns are named.")
                .forEach((words, what) -> assertThatThrownBy(() -> look(file, words))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.problem().what()).isEqualTo(what)));
    }

    @Test
    void aSchemaIsReadAndWhatIsNoneIsSaid() {
        assertThat(FixedSchema.read(
                        Imports.write(folder, "s.csv", "length,column,start,why\n2,id,1,key\n3,first,6,\n\n")))
                .isEqualTo(FixedWidth.of("id:0:2,first:5:3"));
        Map.of(
                        "column,start\na,1\n", "does not name the columns column, start, length",
                        "column,start,length\na,one,2\n", "Line 2 has one where a whole number belongs",
                        "column,start,length\na,1\n", "Line 2 is not as long as the first",
                        "column,start,length\n", "names no columns",
                        "column,start,length\na,0,5\nb,4,1\n", "within the column a")
                .forEach((text, what) -> {
                    var schema = Imports.write(folder, "s.csv", text);
                    assertThatThrownBy(() -> FixedSchema.read(schema))
                            .isInstanceOfSatisfying(
                                    Failure.class,
                                    failure ->
                                            assertThat(failure.problem().what()).contains(what));
                });
        assertThatThrownBy(() -> FixedSchema.read(folder.resolve("none.csv")))
                .hasMessageContaining("There is no such file");
    }

    @Test
    void theNextFileOfTheShapeIsRecognisedAndReadLikeTheLast() {
        var words = "id:0:2, name:5:16, city:21:10, spent:32:10";
        var source = imported(look(file(PEOPLE.lines().skip(1).collect(Collectors.joining("\n"))), words));
        var next = look(Imports.write(folder, "next.txt", """
                B7   Ada             Rom            77.00
                B8   Jo              Genf            5.10
                """));
        var other = look(Imports.write(folder, "other.txt", "name,city\nAda,Rom\nJo,Genf\n"));

        assertThat(Recipe.recognised(List.of(source), next, Progress.NONE)).contains(source);
        assertThat(Recipe.recognised(List.of(source), other, Progress.NONE)).isEmpty();
        var asBefore = Recipe.of(source).look(next, Progress.NONE);
        assertThat(asBefore.dialect().fixed().words()).isEqualTo(words);
        assertThat(asBefore.columns()).extracting(DetectedColumn::name).containsExactly("id", "name", "city", "spent");
    }

    @Test
    void aPersonBeginsWithOneColumnWhereNoneAreFound() {
        var file = file("aa\nbb\ncc\n");
        var dialect = look(file).dialect().withDelimiter(CsvDialect.FIXED);

        assertThat(FileDetection.detect(file, dialect, Progress.NONE)
                        .dialect()
                        .fixed()
                        .words())
                .isEqualTo(":0");
    }
}
