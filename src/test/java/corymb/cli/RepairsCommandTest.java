package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import corymb.report.CsvTable;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Repairs as scripts change them, in a real project file. */
class RepairsCommandTest {
    private static final String TRIM = "{\"kind\": \"trim\", \"columns\": [\"city\"]}";
    private static final String TITLE = "{\"kind\": \"casing\", \"columns\": [\"city\"], \"letters\": \"title\"}";

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String table(String... rows) {
        return "id,city,phone\n" + String.join("\n", rows) + "\n";
    }

    private Path project() throws IOException {
        return Shell.copyOf(made.resolve("p.corymb"), RepairsCommandTest::make, folder.resolve("p.corymb"));
    }

    private static void make(Path project) throws IOException {
        var people = Files.writeString(project.resolveSibling("one.csv"), table("1, ulm ,030 1234567", "2,BONN,"));
        done("create", project);
        done("import", project, people, "--as", "customers", "--source", "crm");
    }

    private Path people(String name, String... rows) throws IOException {
        return write(name, table(rows));
    }

    /** The cities of the present rows or of those that were imported, from a project that is opened anew. */
    private static List<String> cities(Path project, boolean isRaw) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            var source = file.history().present().source("crm").orElseThrow().value();
            var rows = isRaw ? source.unrepaired().data() : source.data();
            var table = file.engine().table(Sql.of("select city from " + rows.quoted()), Progress.NONE);
            return IntStream.range(0, table.rowCount())
                    .mapToObj(row -> table.text(row, "city"))
                    .toList();
        }
    }

    private static void undo(Path project) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            file.undo(Progress.NONE);
        }
    }

    private static void redo(Path project) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            file.redo(Progress.NONE);
        }
    }

    @Test
    void repairsAreAddedSwitchedMovedAndTakenBack() throws IOException {
        var project = project();
        var raw = cities(project, true);
        var added = done("repairs", project, "add", TRIM, TITLE, "--json").json();
        assertThat(added.at("/outcomes/1/rows").asInt()).isEqualTo(2);
        assertThat(cities(project, false)).containsExactly("Ulm", "Bonn");
        assertThat(cities(project, true)).isEqualTo(raw);

        done("repairs", project, "off", "2");
        assertThat(cities(project, false)).containsExactly("ulm", "BONN");
        undo(project);
        assertThat(cities(project, false)).containsExactly("Ulm", "Bonn");
        redo(project);
        assertThat(cities(project, false)).containsExactly("ulm", "BONN");
        done("repairs", project, "on", "2");
        done("repairs", project, "edit", "2", TITLE.replace("title", "upper"));
        assertThat(cities(project, false)).containsExactly("ULM", "BONN");
        var moved = done("repairs", project, "move", "2", "1", "--json").json();
        assertThat(moved.at("/repairs/0/kind").asString()).isEqualTo("casing");
        done("repairs", project, "remove", "1", "2");
        assertThat(cities(project, false)).isEqualTo(raw);
        assertThat(done("check", project).out()).contains("sound");
    }

    private static ColumnType type(Path project) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            var source = file.history().present().source("shops").orElseThrow().value();
            return source.data().schema().find("channel").orElseThrow().type();
        }
    }

    @Test
    void numbersThatAreCodesAreTextsFromThenOn() throws IOException {
        var project = folder.resolve("codes.corymb");
        var shops = write("shops.csv", "id,channel\n1,2\n2,1\n3,\n");
        Object[] imported = {"import", project, shops, "--as", "customers", "--source", "shops"};
        done("create", project);
        done(imported);
        var outcome = done("repairs", project, "add", "{\"kind\": \"codes\", \"column\": \"channel\"}", "--json")
                .json()
                .at("/outcomes/0");
        assertThat(outcome.path("rows").asInt()).isEqualTo(2);
        assertThat(type(project)).isEqualTo(ColumnType.TEXT);
        undo(project);
        assertThat(type(project)).isEqualTo(ColumnType.INTEGER);
        redo(project);
        done(imported);
        assertThat(type(project)).isEqualTo(ColumnType.TEXT);
        assertThat(done("check", project).out()).contains("sound");
    }

    @Test
    void theNextImportIsRepairedTheSameWay() throws IOException {
        var project = project();
        done("repairs", project, "add", TRIM, TITLE);
        done(
                "import",
                project,
                people("two.csv", "3,  köln,", "4,BONN,"),
                "--as",
                "customers",
                "--source",
                "crm",
                "--append");
        assertThat(cities(project, false)).containsExactly("Ulm", "Bonn", "Köln", "Bonn");
        assertThat(cities(project, true)).hasSize(4).contains("BONN");
        done("batches", project, "--source", "crm", "--remove", "1");
        assertThat(cities(project, false)).containsExactly("Köln", "Bonn");
        done("import", project, people("three.csv", "5,BERN,"), "--as", "customers", "--source", "crm");
        assertThat(cities(project, false)).containsExactly("Bern");
        assertThat(done("check", project).out()).contains("sound");
    }

    @Test
    void whatWasDecidedOfValuesHoldsFromImportToExport() throws IOException {
        var project = project();
        done(
                "repairs",
                project,
                "add",
                TRIM,
                "{\"kind\": \"dictionary\", \"column\": \"city\", \"entries\": [{\"value\": \"ulm\", \"replacement\": \"Ulm\"}, "
                        + "{\"value\": \"xxx\", \"decision\": \"exclude\"}, {\"value\": \"BONN\", \"decision\": \"flag\"}, "
                        + "{\"value\": \"bern\", \"decision\": \"keep\"}]}");
        done(
                "import",
                project,
                people("two.csv", "3,ulm,", "4,xxx,", "5,BONN,", "6,bern,"),
                "--as",
                "customers",
                "--source",
                "crm",
                "--append");
        done("resolve", project);
        var out = folder.resolve("out.csv");
        done("export", project, "customers", "--out", out);
        assertThat(CsvTable.read(out))
                .extracting(row -> row.get("city") + " " + row.get("city_flagged"))
                .containsExactly("Ulm false", "BONN true", "Ulm false", " false", "BONN true", "bern false");
    }

    @Test
    void whatIsListedCanBeDefined() throws IOException {
        var project = project();
        done(
                "repairs",
                project,
                "add",
                TRIM,
                "{\"kind\": \"dictionary\", \"column\": \"city\", \"entries\": "
                        + "[{\"value\": \"ulm\", \"replacement\": \"Ulm\"}, {\"value\": \"BONN\", \"decision\": \"flag\"}]}",
                "{\"kind\": \"phones\", \"column\": \"phone\", \"region\": \"DE\", \"on\": false}");
        var list = done("repairs", project, "--json").out();
        done("repairs", project, "remove", "1", "2", "3");
        done("repairs", project, "--define", write("list.json", list));
        assertThat(done("repairs", project, "--json").json().get("repairs"))
                .isEqualTo(JsonMapper.shared().readTree(list).get("repairs"));
        assertThat(cities(project, false)).containsExactly("Ulm", "BONN");
    }

    @Test
    void aPreviewKeepsNothing() throws IOException {
        var project = project();
        var before = Files.readAllBytes(project);
        var preview = done(
                        "repairs",
                        project,
                        "preview",
                        "{\"kind\": \"phones\", \"column\": \"phone\", \"region\": \"DE\"}",
                        "--json")
                .json();
        assertThat(preview.at("/previews/0/rows").asInt()).isEqualTo(1);
        assertThat(preview.at("/previews/0/examples/0/after").asString()).isEqualTo("+49301234567");
        assertThat(Files.readAllBytes(project)).isEqualTo(before);
    }

    @Test
    void whatIsNoRepairIsRefused() throws IOException {
        var project = project();
        for (var text : List.of(
                "trim",
                "{}",
                "[]x",
                "{\"kind\": \"magic\"}",
                "{\"kind\": \"trim\"}",
                "{\"kind\": \"trim\", \"columns\": [\"town\"]}",
                "{\"kind\": \"trim\", \"columns\": [\"city\"], \"more\": 1}",
                "{\"kind\": \"casing\", \"columns\": [\"city\"], \"letters\": \"tall\"}",
                "{\"kind\": \"phones\", \"column\": \"phone\", \"region\": \"Mars\"}",
                "{\"kind\": \"trim\", \"columns\": [\"city\"], \"on\": \"maybe\"}")) {
            assertThat(refused(1, "repairs", project, "add", text)).doesNotContain("corymb.repair", "java.");
        }
        refused(1, "repairs", project, "--define", folder.resolve("missing.json"));
        refused(1, "repairs", project, "--source", "nobody");
        assertThat(refused(1, "repairs", project, "off", "1")).contains("none yet");
        refused(2, "repairs", project, "add");
        refused(2, "repairs", project, "move", "x");
        assertThat(done("repairs", project, "--json").json().get("repairs").size())
                .isZero();
    }

    @Test
    void spellingsAreProposedMergedAndDecidedForGood() throws IOException {
        var project = folder.resolve("p.corymb");
        done("create", project);
        done(
                "import",
                project,
                people("one.csv", "1,Ulm,", "2,Ulm,", "3,ULM,", "4,Bern,", "5,bern,"),
                "--as",
                "customers",
                "--source",
                "crm");
        var proposed = done("repairs", project, "propose", "--column", "city", "--json");
        assertThat(proposed.json().at("/clusters/0/usual").asString()).isEqualTo("Ulm");
        assertThat(proposed.json().get("clusters").size()).isEqualTo(2);
        done("repairs", project, "add", "--define", write("cities.json", proposed.out()));
        assertThat(cities(project, false)).containsExactly("Ulm", "Ulm", "Ulm", "Bern", "Bern");
        assertThat(done("repairs", project, "propose", "--column", "city", "--json")
                        .json()
                        .get("clusters")
                        .size())
                .isZero();

        var kept =
                "{\"kind\": \"dictionary\", \"column\": \"city\", \"entries\": [{\"value\": \"bern\", \"decision\": \"keep\"}]}";
        done("repairs", project, "edit", "1", kept);
        var again = done("repairs", project, "propose", "--column", "city", "--json")
                .json();
        assertThat(again.get("clusters").size()).isEqualTo(1);
        refused(2, "repairs", project, "propose");
        refused(2, "repairs", project, "propose", "--column", "city", "--method", "levenshtein", "--size", "9");
        refused(1, "repairs", project, "propose", "--column", "town");
    }
}
