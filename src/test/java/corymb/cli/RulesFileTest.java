package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static corymb.cli.Shell.run;
import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules that go from one project to another, and files that are none. */
class RulesFileTest {
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path project = Path.of("");
    private Path other = Path.of("");
    private Path rules = Path.of("");

    @BeforeEach
    void define() throws IOException {
        other = FilledProject.stored(folder);
        project = Shell.copyOf(made.resolve("ruled.corymb"), RulesFileTest::makeRules, folder.resolve("one.corymb"));
        rules = folder.resolve("rules.json");
    }

    private static void makeRules(Path project) throws IOException {
        try (var file = new SqliteProjectFiles(FilledProject.CLOCK).open(FilledProject.stored(made), Progress.NONE)) {
            FilledProject.define(file, "Regulars", "frequency >= 5");
            FilledProject.define(file, "German regulars", "in segment \"Regulars\" and country = \"DE\"");
            FilledProject.define(file, "Regulars", "did \"purchase\" at least 4 times");
            FilledProject.define(file, "Chosen", "customer_id in (\"C0001\", \"C0002\")");
        }
        Files.move(made.resolve("shop.corymb"), project);
    }

    private List<String> segments() {
        return done("segment", other, "list", "--json")
                .json()
                .get("segments")
                .valueStream()
                .map(segment -> segment.get("name").asString() + ": "
                        + segment.get("rule").asString())
                .toList();
    }

    private JsonNode written() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(rules));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("given.json"), content);
    }

    private Path segments(String... entries) throws IOException {
        return file(
                "{\"format\": \"corymb rules\", \"version\": 1, \"segments\": [" + String.join(", ", entries) + "]}");
    }

    private static String entry(String name, String rule) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("name", name)
                .put("rule", rule)
                .toString();
    }

    @Test
    void whatIsWrittenIsTakenElsewhereInTheOrderOfDependence() throws IOException {
        var written = done("segment", project, "export-rules", "--out", rules, "--json")
                .json();
        assertThat(written.get("listsCustomers").valueStream().map(JsonNode::asString))
                .containsExactly("Chosen");
        var first = written().at("/segments/0");
        assertThat(first.get("name").asString()).isEqualTo("Regulars");
        assertThat(first.get("sentence").asString()).isEqualTo("did “purchase” at least 4 times");
        assertThat(first.at("/events/0").asString()).isEqualTo("purchase");
        var second = written().at("/segments/1");
        assertThat(second.at("/segments/0").asString()).isEqualTo("Regulars");
        assertThat(second.at("/features/0").asString()).isEqualTo("country");
        assertThat(done("segment", other, "import-rules", rules, "--dry-run").out())
                .contains("Nothing was changed.");
        assertThat(segments()).isEmpty();
        done("segment", other, "import-rules", rules);
        assertThat(segments())
                .containsExactlyInAnyOrder(
                        "Regulars: did \"purchase\" at least 4 times",
                        "German regulars: in segment \"Regulars\" and country = \"DE\"",
                        "Chosen: customer_id in (\"C0001\", \"C0002\")");
        assertThat(done("segment", other, "import-rules", rules).out())
                .contains("there already", "Nothing was changed.");
    }

    @Test
    void oneSegmentGoesWithThoseItRestsOn() throws IOException {
        done("segment", project, "export-rules", "German regulars", "--out", rules);
        assertThat(written()
                        .get("segments")
                        .valueStream()
                        .map(segment -> segment.get("name").asString()))
                .containsExactly("Regulars", "German regulars");
        assertThat(refused(1, "segment", project, "export-rules", "Nobody", "--out", rules))
                .contains("no segment of that name");
        assertThat(refused(2, "segment", project, "export-rules")).contains("--out FILE");
    }

    @Test
    void namesThatAreTakenAreDecided() {
        done("segment", project, "export-rules", "German regulars", "--out", rules);
        done("segment", other, "define", "Regulars", "--rule", "frequency >= 6");
        done("segment", other, "import-rules", rules, "--clash", "rename");
        assertThat(segments())
                .containsExactly(
                        "Regulars: frequency >= 6",
                        "Regulars 2: did \"purchase\" at least 4 times",
                        "German regulars: in segment \"Regulars 2\" and country = \"DE\"");
        done("segment", other, "import-rules", rules, "--clash", "replace");
        assertThat(segments())
                .contains(
                        "Regulars: did \"purchase\" at least 4 times",
                        "German regulars: in segment \"Regulars\" and country = \"DE\"");
        done("segment", other, "define", "Regulars", "--rule", "frequency >= 6");
        done("segment", other, "import-rules", rules, "--clash", "skip");
        assertThat(segments()).contains("Regulars: frequency >= 6");
    }

    @Test
    void whatDoesNotFitIsToldInItsPlaceAndNothingIsTaken() throws IOException {
        var file = segments(
                entry("Good", "frequency > 1"),
                entry("Shoes", "shoe_size > 40"),
                entry("Broken", "frequency >"),
                entry("Lost", "in segment \"Nowhere\""),
                entry("Hen", "in segment \"Egg\""),
                entry("Egg", "not in segment \"Hen\""),
                entry("Good", "frequency > 2"));
        var told = run("segment", other, "import-rules", file, "--json");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.json()
                        .get("segments")
                        .valueStream()
                        .map(line -> line.at("/problems/0").asString("")))
                .satisfiesExactly(
                        good -> assertThat(good).isEmpty(),
                        shoes -> assertThat(shoes).contains("shoe_size"),
                        broken -> assertThat(broken).isNotEmpty(),
                        lost -> assertThat(lost).contains("no segment “Nowhere”"),
                        hen -> assertThat(hen).contains("in its own rule"),
                        egg -> assertThat(egg).contains("in its own rule"),
                        twice -> assertThat(twice).contains("same name"));
        var inWords = run("segment", other, "import-rules", file, "--dry-run");
        assertThat(inWords.status()).isEqualTo(1);
        assertThat(inWords.out()).hasLineCount(13).contains("Good: new", "Shoes: cannot be taken", "“Egg” would be in");
        assertThat(inWords.messages())
                .hasLineCount(1)
                .contains("Nothing was taken: “Shoes” does not fit.", "5 more cannot be taken either.");
        assertThat(segments()).isEmpty();
        done(
                "segment",
                other,
                "import-rules",
                segments(entry("Good", "frequency > 1"), entry("Shoes", "shoe_size > 40")),
                "--only",
                "Good");
        assertThat(segments()).containsExactly("Good: frequency > 1");
    }

    @Test
    void aSegmentOfTheProjectIsNotTurnedIntoACircle() throws IOException {
        done("segment", other, "define", "A", "--rule", "frequency > 1");
        done("segment", other, "define", "B", "--rule", "in segment \"A\"");
        var circle = segments(entry("A", "in segment \"B\""));
        assertThat(run("segment", other, "import-rules", circle, "--clash", "replace")
                        .messages())
                .contains("“A” would be in its own rule");
    }

    @Test
    void whatIsNoFileOfRulesIsToldClearly() throws IOException {
        var deep = "[".repeat(100_000);
        var one = entry("A", "everyone");
        Stream.of(
                        "",
                        "no JSON",
                        "[]",
                        "null",
                        "{}",
                        "{\"format\": \"corymb rules\", \"version\": 1, \"segments\": []}",
                        "{\"format\": \"corymb rules\", \"version\": \"1\", \"segments\": [" + one + "]}",
                        "{\"format\": \"corymb rules\", \"version\": 1.5, \"segments\": [" + one + "]}",
                        "{\"format\": \"corymb rules\", \"version\": 1, \"segments\": {}}",
                        "{\"format\": \"corymb rules\", \"version\": 1, \"segments\": [" + one + "]} more",
                        "{\"format\": \"corymb rules\", \"version\": 1, \"segments\": [" + one + "], \"segments\": []}",
                        "{\"format\": \"corymb rules\", \"version\": 1, \"segments\": " + deep)
                .forEach(text -> assertRefused(text, "does not tell rules of segments"));
        for (var entry : List.of(
                "1",
                "{\"name\": \"A\"}",
                "{\"name\": \"A\", \"rule\": 5}",
                "{\"name\": \" \", \"rule\": \"everyone\"}",
                "{\"name\": \"A\", \"name\": \"B\", \"rule\": \"everyone\"}",
                "{\"name\": [\"A\"], \"rule\": \"everyone\"}",
                "{\"name\": \"A\", \"rule\": \"everyone\", \"sql\": \"drop table\"}")) {
            assertThat(refused(1, "segment", other, "import-rules", segments(entry)))
                    .contains("does not tell rules of segments");
        }
        assertRefused(
                "{\"format\": \"corymb rules\", \"version\": 2, \"segments\": [" + one + "]}", "Use a newer Corymb");
        assertThat(refused(1, "segment", other, "import-rules", folder)).contains("no file of at most 16 MB");
        assertUnfit("a".repeat(1_000_001), "at most 1,000,000 characters");
        assertUnfit("(".repeat(100_000) + "everyone", "64");
        assertUnfit("not ".repeat(100_000) + "everyone", "64");
        assertThat(segments()).isEmpty();
    }

    private void assertUnfit(String rule, String message) throws IOException {
        var told = run("segment", other, "import-rules", segments(entry("A", rule)));
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.messages()).hasLineCount(1).contains("Nothing was taken: “A” does not fit.", message);
    }

    private void assertRefused(String text, String message) {
        try {
            assertThat(refused(1, "segment", other, "import-rules", file(text)))
                    .as(text.substring(0, Math.min(100, text.length())))
                    .contains(message);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
