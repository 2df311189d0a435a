package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.work.Progress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a file is written down, the same rows come in. */
class FileFormatsTest extends ImportFixture {
    @Test
    void jsonArraysAndJsonLinesGiveTheSameRows() {
        var objects = List.of(
                "{\"email\":\"a@b.example\",\"id\":7,\"topics\":[\"x\",\"y\"],\"rate\":0.5}",
                "{\"email\":\"c@d.example\",\"rate\":0.25,\"place\":{\"city\":\"Gent\"}}");
        var array = Imports.file(
                engine, Imports.write(folder, "a.json", "[\n" + String.join(",\n", objects) + "\n]"), Role.CUSTOMERS);
        var first = query("select * from source_1");
        var lines = Imports.file(
                engine, Imports.write(folder, "b.json", String.join("\n", objects) + "\nno object\n"), Role.CUSTOMERS);
        var second = query("select * from source_1");

        assertThat(array.counts()).isEqualTo(new RowCounts(2, 2, 0, 0));
        assertThat(lines.counts()).isEqualTo(new RowCounts(3, 2, 1, 0));
        assertThat(first.schema().names()).containsExactly("email", "id", "topics", "rate", "city");
        for (var name : first.schema().names()) {
            assertThat(Imports.column(second, name)).isEqualTo(Imports.column(first, name));
        }
        assertThat(Imports.column(first, "topics")).containsExactly("[\"x\",\"y\"]", "");
        assertThat(Imports.column(first, "city")).containsExactly("", "Gent");
    }

    @Test
    void aListBelowNamesIsFoundAndAnotherCanBeChosen() {
        var file = Imports.write(folder, "answer.json", """
                {"meta": {"pages": 1, "tags": ["a"]},
                 "data": {"people": [
                   {"id": 7, "email": "a@b.example", "zip": "01234", "sum": 1.234, "home": {"city": "Gent"}},
                   {"id": 8, "email": "c@d.example", "zip": "56789", "sum": 12, "home": null}]},
                 "visits": [{"customer_id": 7, "timestamp": "2026-05-01T08:00:00Z"}]}
                """);

        var found = FileDetection.detect(file, Progress.NONE);
        assertThat(found.choices().tables()).containsExactly("data.people", "visits");
        var people = Imports.file(engine, file, Role.CUSTOMERS);
        assertThat(people.counts()).isEqualTo(new RowCounts(2, 2, 0, 0));
        assertThat(people.plan().inside().table()).isEqualTo("data.people");
        var rows = query("select * from source_1");
        assertThat(Imports.column(rows, "sum")).containsExactly("1.234", "12");
        assertThat(Imports.column(rows, "city")).containsExactly("Gent", "");

        var visits = FileDetection.detect(file, new Inside("", "visits"), Progress.NONE);
        var plan = ImportPlan.of("visits", Role.EVENTS, visits, MappingProposal.propose(visits, Role.EVENTS));
        assertThat(FileImport.run(engine, plan, "source_1", Progress.NONE).accepted())
                .isEqualTo(1);
    }

    @Test
    void featuresOfGeoJsonAreRowsByThemselvesAndInACollection() {
        var features = List.of(
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[7.4,46.9,540]},"
                        + "\"properties\":{\"id\":\"s1\",\"type\":\"shop\",\"name\":\"Bern\"}}",
                "{\"type\":\"Feature\",\"id\":\"f2\",\"geometry\":null,\"properties\":{\"id\":\"s2\",\"open\":true}}");
        var lines = Imports.write(folder, "lines.geojson", String.join("\n", features));
        var collection = Imports.write(
                folder,
                "collection.geojson",
                "{\"features\":[" + String.join(",", features) + "],\"type\":\"FeatureCollection\"}");

        for (var file : List.of(lines, collection)) {
            var preview = FileDetection.detect(file, Progress.NONE).preview();
            assertThat(preview.schema().names())
                    .containsExactly(
                            "id",
                            "properties.type",
                            "name",
                            "properties.id",
                            "open",
                            "geojson",
                            "type",
                            "longitude",
                            "latitude");
            assertThat(preview.columns())
                    .extracting(column -> column.text(0))
                    .containsExactly(
                            "s1",
                            "shop",
                            "Bern",
                            "",
                            "",
                            "{\"type\":\"Point\",\"coordinates\":[7.4,46.9,540]}",
                            "Point",
                            "7.4",
                            "46.9");
            assertThat(preview.columns())
                    .extracting(column -> column.text(1))
                    .containsExactly("f2", "", "", "s2", "true", "", "", "", "");
            assertThat(Imports.file(engine, file, Role.CUSTOMERS).accepted()).isEqualTo(2);
        }
    }

    /** Digits that JSON holds as text stay text; its numbers are no longer guessed at beside texts like "3,5". */
    @Test
    void typesThatJsonKnowsAreNotGuessedAgain() {
        var lines = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"code\":\"" + (100 + i) + "\",\"sum\":"
                        + (i == 5 ? "\"3,5\"" : "1.234") + "}\n")
                .collect(java.util.stream.Collectors.joining());
        var file = Imports.write(folder, "lines.json", lines);

        var source = Imports.file(engine, file, Role.CUSTOMERS);

        assertThat(source.data().schema().fields())
                .extracting(field -> field.type().name())
                .containsExactly("TEXT", "TEXT", "DECIMAL");
        assertThat(query("select round(sum(\"sum\"), 3) as s from source_1").text(0, "s"))
                .isEqualTo("48.126");
        assertThat(source.columns().getLast().unreadable()).isEqualTo(1);
    }

    @Test
    void anObjectWithoutEndEndsInAProblem() {
        var file = Imports.write(folder, "long.json", "[{\"id\":\"1\",\"note\":\"" + "x".repeat(20 << 20) + "\"}]");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Imports.file(engine, file, Role.CUSTOMERS))
                .isInstanceOf(corymb.work.Failure.class)
                .hasMessageContaining("One row is longer");
    }

    /** The same letters in several encodings; Java's own encoders write the files. */
    @Test
    void encodingsAreFoundAndNothingIsReplaced() {
        var text = "id,city\n1,Zürich\n2,Curaçao\n3,Malmö\n4,Köln\n";
        for (var name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")) {
            var file = Imports.write(folder, name + ".csv", text, Charset.forName(name));
            assertThat(FileDetection.detect(file, Progress.NONE).dialect().encoding())
                    .as(name)
                    .isEqualTo(name);
            Imports.file(engine, file, Role.CUSTOMERS);
            assertThat(Imports.column(query("select city from source_1"), "city"))
                    .containsExactly("Zürich", "Curaçao", "Malmö", "Köln");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        var source = imported("\uFEFFcustomer_id,timestamp\n1,2024-01-01\n", Role.EVENTS);

        assertThat(source.columns().getFirst().column()).isEqualTo("customer_id");
    }

    @Test
    void bytesThatAreNoTextAreRejectedAndShown() throws Exception {
        var bytes = "customer_id,timestamp,note\n1,2024-01-01,ok\n2,2024-01-02,b\u00e4d\n3,2024-01-03,n\0l\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        var file = Files.write(folder.resolve("mixed.csv"), bytes);
        var dialect = CsvDialect.STANDARD;
        var detected = FileDetection.detect(file, dialect, Progress.NONE);
        var plan = ImportPlan.of("mixed", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));

        var source = FileImport.run(engine, plan, "source_1", Progress.NONE);

        assertThat(source.counts()).isEqualTo(new RowCounts(3, 1, 2, 0));
        assertThat(Imports.column(query("select text from source_1_rejects order by line"), "text"))
                .containsExactly("2,2024-01-02,b\u00e4d", "3,2024-01-03,n\u2400l");
    }

    @Test
    void anyDelimiterAndLineBreakIsFound() {
        for (var delimiter : List.of(",", ";", "\t", "|", "^", "~")) {
            for (var newline : List.of("\n", "\r\n", "\r")) {
                var text = String.join(newline, "id,email,city", "1,a@b.example,Bern", "2,c@d.example,Genf", "")
                        .replace(",", delimiter);
                var source = imported(text, Role.CUSTOMERS);
                assertThat(source.plan().dialect().delimiter()).isEqualTo(delimiter);
                assertThat(source.counts()).isEqualTo(new RowCounts(2, 2, 0, 0));
            }
        }
    }
}
