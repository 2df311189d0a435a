package corymb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.store.SqliteProjectFiles;
import corymb.world.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as scripts meet it: statuses, streams and JSON keys. */
class CommandDeskTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    /** What a command left behind. */
    private record Ended(int status, String out, String messages) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var messages = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                false);
        var clock = Clock.systemUTC();
        var desk = new CommandDesk(
                new SqliteProjectFiles(clock), clock, terminal, (_, _, _) -> List.of(), _ -> {}, "1.2.3");
        int status = desk.run(Stream.of(arguments).map(String::valueOf).toList());
        return new Ended(status, out.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }

    private Ended done(Object... arguments) {
        var ended = run(arguments);
        assertThat(ended.status()).as(ended.messages()).isZero();
        return ended;
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    @Test
    void theJourneyGivesTheDocumentedKeys() throws IOException {
        SampleFiles.copyTo(folder);
        var project = folder.resolve("shop.corymb");
        done("create", project);
        var taken = done("import", project, folder.resolve("crm_customers.csv"), "--as", "customers", "--json")
                .json();
        assertThat(keys(taken))
                .contains("source", "role", "dialect", "rows", "accepted", "rejected", "columns", "seconds");
        assertThat(keys(taken.get("dialect"))).contains("delimiter", "quote", "encoding", "header");
        done("import", project, folder.resolve("orders.csv"), "--as", "events");
        done("import", project, folder.resolve("consents.csv"), "--as", "consents");
        done("import", project, folder.resolve("homepage_test.csv"), "--as", "exposures");
        assertThat(keys(done("quality", project, "--json").json())).contains("score", "sources", "seconds");
        assertThat(keys(done("resolve", project, "--json").json()))
                .contains("records", "customers", "links", "review", "model");
        assertThat(keys(done("features", project, "--json").json())).contains("customers", "features");
        var clusters = done("cluster", project, "--clusters", "2..4", "--json").json();
        assertThat(keys(clusters)).contains("method", "rows", "candidates", "chosen", "sizes");
        assertThat(clusters.get("candidates").size()).isEqualTo(3);
        var segment = done("segment", project, "define", "Spenders", "--rule", "monetary > 100", "--json")
                .json();
        assertThat(keys(segment)).contains("name", "rule", "members");
        var recommended = done("recommend", project, "--evaluate", "--json").json();
        assertThat(keys(recommended)).contains("method", "customers", "items", "evaluation");
        assertThat(keys(recommended.get("evaluation")))
                .contains("precision@10", "recall@10", "map@10", "ndcg@10", "coverage");
        var analysed = done("experiment", "analyse", project, "homepage_hero", "--json")
                .json();
        assertThat(keys(analysed)).contains("variants", "metrics", "sampleRatio");
        assertThat(keys(analysed.get("metrics").get(0)))
                .contains("name", "test", "statistic", "pValue", "interval", "lift", "bayes");
        exportHeedsConsents(project, segment.get("members").asLong());
        assertThat(keys(done("info", project, "--json").json()))
                .contains(
                        "sources",
                        "customers",
                        "events",
                        "features",
                        "clusterings",
                        "segments",
                        "experiments",
                        "recommendations",
                        "bytes");
        assertThat(done("check", project, "--json").json().get("ok").asBoolean())
                .isTrue();
        var compacted = done("compact", project, "--json").json();
        assertThat(compacted.get("bytes").asLong())
                .isLessThanOrEqualTo(compacted.get("bytesBefore").asLong());
        assertThat(done("refresh", project, "--json").json().get("steps").size())
                .isZero();
    }

    private void exportHeedsConsents(Path project, long members) {
        var out = folder.resolve("out.csv");
        var refused = run("export", project, "segments", "--out", out);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.messages()).contains("--purpose").hasLineCount(1);
        assertThat(out).doesNotExist();
        var export = done("export", project, "segments", "--out", out, "--purpose", "email_marketing", "--json")
                .json();
        assertThat(keys(export)).contains("rows", "withheld", "sha256");
        assertThat(export.get("rows").asLong()
                        + export.get("withheld").get("rows").asLong())
                .isEqualTo(members);
        assertThat(out).exists();
    }

    @Test
    void aTestIsPlannedWithoutAProject() {
        var plan = done("experiment", "plan", "--baseline", "0.1", "--effect", "0.02", "--daily", "500", "--json")
                .json();
        // R. Fleiss's unpooled formula: 3838.10 for 10 to 12 % at 5 % and 80 %.
        assertThat(plan.get("perVariant").asLong()).isEqualTo(3839);
        assertThat(plan.get("total").asLong()).isEqualTo(7678);
        assertThat(plan.get("days").asLong()).isEqualTo(16);
    }

    @Test
    void wrongUsageIsTwoAndFailureIsOneWithOneLine() throws IOException {
        assertThat(run("no-such-command").status()).isEqualTo(2);
        assertThat(run("import").status()).isEqualTo(2);
        var project = folder.resolve("p.corymb");
        done("create", project);
        var before = Files.readAllBytes(project);
        var empty = Files.createFile(folder.resolve("empty.csv"));
        var binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, 3, 0, 0, 7, 0, 0, 0, 1});
        for (var wrong : List.of(
                run("create", project),
                run("import", project, folder.resolve("missing.csv"), "--as", "customers"),
                run("import", project, empty, "--as", "customers"),
                run("import", project, binary, "--as", "customers"),
                run("import", project, folder, "--as", "customers"),
                run("cluster", project),
                run("segment", project, "define", "x", "--rule", "monetary >"),
                run("info", folder.resolve("missing.corymb")),
                run("info", empty))) {
            assertThat(wrong.status()).as(wrong.out() + wrong.messages()).isEqualTo(1);
            assertThat(wrong.messages()).isNotBlank().hasLineCount(1);
            assertThat(wrong.out()).isEmpty();
        }
        assertThat(Files.readAllBytes(project)).isEqualTo(before);
    }

    @Test
    void theVersionIsSaid() {
        assertThat(done("--version").out().strip()).isEqualTo("corymb 1.2.3");
    }
}
