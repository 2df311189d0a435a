package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The JSON keys that scripts depend on, as they were promised: there may be more, none may be missing. */
class DocumentedKeysTest {
    @TempDir
    private Path folder;

    private static JsonNode keys(Object[] command, String... promised) {
        var document = done(Stream.concat(Stream.of(command), Stream.of("--json"))
                        .toArray())
                .json();
        assertThat(promised)
                .as(command[0] + ": " + document)
                .noneMatch(key -> document.at(key).isMissingNode());
        assertThat(document.at("/seconds").isNumber())
                .as("seconds are a number")
                .isTrue();
        return document;
    }

    private static Object[] command(Object... arguments) {
        return arguments;
    }

    @Test
    void everyCommandGivesTheKeysThatWerePromised() throws IOException {
        var project = folder.resolve("demo.corymb");
        var text = project.toString();
        keys(
                command("demo", project, "--headless", "--out", folder.resolve("out")),
                "/steps/0/step",
                "/steps/0/seconds",
                "/files/0");
        keys(
                command("info", text),
                "/sources/0",
                "/customers",
                "/events",
                "/features",
                "/clusterings",
                "/segments/0",
                "/experiments",
                "/recommendations",
                "/bytes");
        keys(command("check", text), "/ok", "/problems");
        keys(command("compact", text), "/bytes", "/bytesBefore");
        keys(command("rejects", text), "/rejects/0/line", "/rejects/0/column", "/rejects/0/text", "/rejects/0/reason");
        keys(
                command("quality", text),
                "/score",
                "/sources/0/source",
                "/sources/0/rows",
                "/sources/0/score",
                "/sources/0/columns/0/name",
                "/sources/0/columns/0/type",
                "/sources/0/columns/0/missing",
                "/sources/0/columns/0/distinct",
                "/sources/0/findings/0/check",
                "/sources/0/findings/0/severity",
                "/sources/0/findings/0/column",
                "/sources/0/findings/0/rows",
                "/sources/0/duplicates/exact",
                "/sources/0/duplicates/near");
        keys(command("resolve", text), "/records", "/customers", "/links", "/review", "/model");
        keys(command("features", text), "/customers", "/features/0/name");
        keys(
                command("cluster", text, "--clusters", "2..3", "--starts", "1"),
                "/method",
                "/rows",
                "/candidates/0/clusters",
                "/candidates/0/inertia",
                "/candidates/0/silhouette",
                "/chosen",
                "/sizes/0",
                "/chance/pValue",
                "/chance/hasClusters",
                "/stability/0/jaccard",
                "/stability/0/verdict");
        keys(command("segment", text, "show", "Champions"), "/name", "/rule", "/members");
        keys(
                command("recommend", text, "--evaluate"),
                "/method",
                "/customers",
                "/items",
                "/evaluation/precision@10",
                "/evaluation/recall@10",
                "/evaluation/map@10",
                "/evaluation/ndcg@10",
                "/evaluation/coverage");
        experiments(text);
        keys(command("refresh", text), "/steps");
        exports(text);
    }

    private static void experiments(String project) {
        keys(command("experiment", "plan", "--baseline", "0.1", "--effect", "0.02"), "/perVariant", "/total", "/days");
        keys(
                command(
                        "experiment",
                        "simulate",
                        project,
                        "--segment",
                        "Champions",
                        "--metric",
                        "conversion:0.1",
                        "--effect",
                        "0.05",
                        "--runs",
                        "200"),
                "/power",
                "/falsePositiveRate");
        keys(
                command("experiment", "analyse", project, "homepage_hero"),
                "/variants/0",
                "/metrics/0/name",
                "/metrics/0/test",
                "/metrics/0/statistic",
                "/metrics/0/pValue",
                "/metrics/0/interval",
                "/metrics/0/lift",
                "/metrics/0/bayes",
                "/sampleRatio/pValue");
    }

    private void exports(String project) throws IOException {
        var out = folder.resolve("out.csv");
        assertThat(refused(1, "export", project, "segments", "--out", out)).contains("--purpose");
        assertThat(out).doesNotExist();
        var export = keys(
                command(
                        "export",
                        project,
                        "segments",
                        "--segment",
                        "Champions",
                        "--out",
                        out,
                        "--purpose",
                        "email_marketing"),
                "/rows",
                "/withheld",
                "/sha256");
        var members = done("segment", project, "show", "Champions", "--json").json();
        assertThat(export.at("/rows").asLong() + export.at("/withheld/rows").asLong())
                .isEqualTo(members.at("/members").asLong());
        assertThat(Files.readAllLines(out)).hasSize(export.at("/rows").asInt() + 1);
    }

    @Test
    void anImportTellsWhatItTook() throws IOException {
        var project = folder.resolve("new.corymb");
        keys(command("create", project));
        var file = Files.writeString(folder.resolve("people.csv"), "customer_id;city\n1;Ulm\n2;Bonn\n");
        var taken = keys(
                command("import", project, file, "--as", "customers"),
                "/source",
                "/role",
                "/dialect/delimiter",
                "/dialect/quote",
                "/dialect/encoding",
                "/dialect/header",
                "/rows",
                "/accepted",
                "/rejected",
                "/columns/0/name",
                "/columns/0/type",
                "/columns/0/field");
        assertThat(taken.at("/dialect/delimiter").stringValue()).isEqualTo(";");
        assertThat(taken.at("/accepted").asInt()).isEqualTo(2);
    }
}
