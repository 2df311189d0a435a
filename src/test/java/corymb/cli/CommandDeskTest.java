package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static corymb.cli.Shell.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** The command line as scripts meet it: statuses, streams and JSON keys. */
class CommandDeskTest {
    @TempDir
    private Path folder;

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

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path smallProject() throws IOException {
        var project = folder.resolve("small.corymb");
        done("create", project);
        var people = write("people.csv", "customer_id,age,city\n1,30,Ulm\n2,40,Bonn\n3,50,Ulm\n");
        var events = write(
                "events.csv",
                "customer_id,timestamp,type,value\n1,2024-01-01,purchase,5\n1,2024-02-01,purchase,7\n2,2024-03-01,purchase,9\n");
        done("import", project, people, "--as", "customers");
        done("import", project, events, "--as", "events");
        return project;
    }

    @Test
    void optionsThatCannotBeAreWrongUsage() throws IOException {
        var project = smallProject();

        assertThat(refused(2, "segment", project, "define")).contains("name");
        assertThat(refused(2, "segment", project, "define", "x")).contains("--rule");
        assertThat(refused(2, "cluster", project, "--clusters", "2..x")).contains("--clusters", "2..x");
        assertThat(refused(2, "cluster", project, "--clusters", "5..3")).contains("larger");
        assertThat(refused(2, "cluster", project, "--method", "som")).contains("kmeans");
        assertThat(refused(2, "cluster", project, "--method", "dbscan", "--clusters", "3"))
                .contains("itself");
        assertThat(refused(2, "cluster", project, "--method", "dbscan", "--radius", "0"))
                .contains("--radius");
        assertThat(refused(2, "recommend", project, "--top", "0")).contains("--top");
        assertThat(refused(2, "recommend", project, "--method", "als")).contains("item-knn", "popular");
        assertThat(refused(2, "resolve", project, "--threshold", "0.9")).contains("--threshold");
        assertThat(refused(2, "export", project, "features", "--out", "x", "--format", "pdf"))
                .contains("parquet");
        assertThat(refused(2, "export", project, "features", "--out", "x", "--purpose", "a", "--without-consent", "b"))
                .contains("one of the two");
        assertThat(refused(1, "cluster", project, "--clusters", "4")).contains("only 3 different customers");
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        var pipe = folder.resolve("pipe.csv");
        Assumptions.assumeTrue(isMade(pipe), "skipped: this system makes no pipes");

        assertThat(refused(1, "import", smallProject(), pipe, "--as", "customers"))
                .contains("no ordinary file");
    }

    private static boolean isMade(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void featuresAreComputedAsAFileDefinesThem() throws IOException {
        var project = smallProject();
        var definition = write("features.json", """
                {"asOf": "2024-03-02T00:00:00Z", "features": [{"kind": "recency"}, {"kind": "count", "type": "purchase", "days": 30},
                {"kind": "sum"}, {"kind": "score", "of": "monetary"}, {"kind": "attribute", "column": "city", "name": "town"}]}
                """);

        var features =
                done("features", project, "--define", definition, "--json").json();

        assertThat(features.get("asOf").stringValue()).isEqualTo("2024-03-02T00:00:00Z");
        assertThat(features.get("features")
                        .valueStream()
                        .map(each -> each.get("name").stringValue()))
                .containsExactly("recency_days", "purchases_30d", "value_ever", "m_score", "town");
        assertThat(done(
                                "segment",
                                project,
                                "define",
                                "Late",
                                "--rule",
                                "purchases_30d = 1 and town = \"Bonn\"",
                                "--json")
                        .json()
                        .get("members")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aFileDefinesAggregatesOfEventsWhichStayWithTheProject() throws IOException {
        var project = smallProject();
        var definition = write("features.json", """
                {"asOf": "2024-03-02T00:00:00Z", "features": [
                {"kind": "aggregate", "name": "big_share", "function": "share", "where": "value > 6", "window": {"last": 2, "unit": "months"}},
                {"kind": "aggregate", "name": "early", "function": "sum", "column": "value", "window": {"first": 10}},
                {"kind": "ratio", "name": "last_by_all", "part": {"function": "last", "column": "value"}, "whole": {"function": "sum", "column": "value"}},
                {"kind": "expected_purchases", "days": 30}, {"kind": "probability_active"},
                {"kind": "score", "of": "monetary", "name": "money", "edges": [8, 10]}, {"kind": "rfm_group"},
                {"kind": "rfm_group", "name": "buyers", "recency": {}, "frequency": {"ties": "highest"}, "monetary": {"edges": [1, 2, 3, 4]}},
                {"kind": "score", "of": "frequency", "name": "often", "ties": "parted", "shares": [0.5]},
                {"kind": "stage", "new": 10, "active": 40, "churned": 300},
                {"kind": "engagement", "name": "engaged", "weights": [{"weight": 2, "of": {"function": "count"}}]}]}
                """);

        done("features", project, "--define", definition);

        done("refresh", project);
        var rule = "big_share = 1 and early = 5 and last_by_all between 0.58 and 0.59 and expected_purchases_30d >= 0"
                + " and money = 3 and often = 2 and lifecycle_stage = \"active\" and engaged = 100 and rfm_group is not missing and buyers is not missing";
        assertThat(done("segment", project, "define", "One", "--rule", rule, "--json")
                        .json()
                        .get("members")
                        .asInt())
                .as("customer 1 bought for 5 on 1 January, which two months before 2 March do not reach, and for 7")
                .isEqualTo(1);
    }

    @Test
    void theGalleryTellsWhatEachFeatureNeedsAndAFileTakesSomeOfIt() throws IOException {
        var project = smallProject();

        var gallery = done("features", project, "--gallery", "--json").json().get("gallery");
        assertThat(gallery.size()).isBetween(38, 50);
        var trend = gallery.valueStream()
                .filter(each -> each.get("name").stringValue().equals("spend_trend"));
        assertThat(trend.map(each -> each.get("lacking").size())).containsExactly(0);
        var device = gallery.valueStream()
                .filter(each -> each.get("name").stringValue().equals("favourite_device"));
        assertThat(device.map(each -> each.get("lacking").get(0).stringValue())).containsExactly("device");

        var definition =
                write("features.json", "{\"features\": [{\"kind\": \"gallery\", \"name\": \"order_value_mean\"}]}");
        done("features", project, "--define", definition);
        refused(
                1,
                "features",
                project,
                "--define",
                write("none.json", "{\"features\": [{\"kind\": \"gallery\", \"name\": \"x\"}]}"));
    }

    @Test
    void aFileThatDefinesNoFeaturesIsRefused() throws IOException {
        var project = smallProject();
        for (var text : List.of(
                "",
                "[]",
                "{\"features\": []}",
                "{\"features\": [{\"kind\": \"magic\"}]}",
                "{\"features\": [{\"kind\": \"count\", \"days\": -3}]}",
                "{\"features\": [{\"kind\": \"recency\"}, {\"kind\": \"recency\"}]}",
                "{\"asOf\": \"yesterday\", \"features\": [{\"kind\": \"recency\"}]}",
                "{\"features\": [{\"kind\": \"age\", \"column\": \"shoe\"}]}",
                "{\"features\": [{\"kind\": \"lifetime_value\", \"days\": 30}]}",
                "{\"features\": [{\"kind\": \"score\", \"of\": \"recency\", \"name\": \"x\", \"edges\": [2, 1]}]}",
                "{\"features\": [{\"kind\": \"engagement\", \"name\": \"x\", \"weights\": []}]}",
                "{\"features\": [{\"kind\": \"stage\", \"new\": 90, \"active\": 30, \"churned\": 60}]}",
                "{\"features\": [{\"kind\": \"expected_purchases\", \"days\": 99999}]}",
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"x\", \"function\": \"magic\"}]}",
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"x\", \"function\": \"sum\"}]}",
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"x\", \"function\": \"sum\", \"column\": \"shoe\"}]}",
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"x\", \"function\": \"count\", \"where\": \"value >\"}]}",
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"x\", \"function\": \"trend\"}]}",
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"x\", \"function\": \"count\", \"window\": {\"last\": 0}}]}")) {
            refused(1, "features", project, "--define", write("wrong.json", text));
        }
        refused(1, "features", project, "--define", folder.resolve("missing.json"));
        refused(1, "features", project, "--define", folder);
    }

    @Test
    void nothingIsWrittenOverAFileThatWasImportedOrOverTheProject() throws IOException {
        var project = smallProject();
        var people = folder.resolve("people.csv");
        var before = Files.readString(people);
        for (var out : List.of(people, folder.resolve(".").resolve("people.csv"), project)) {
            refused(1, "export", project, "features", "--out", out);
            refused(1, "features", project, "--out", out);
            refused(1, "rejects", project, "--out", out);
            refused(1, "quality", project, "--html", out);
        }
        assertThat(people).hasContent(before);
        assertThat(done("check", project).out()).contains("sound");
    }

    @Test
    void whatIsNoProjectIsNotSound() throws IOException {
        var table = write("table.csv", "a,b\n1,2\n");

        assertThat(refused(1, "check", table)).contains("not a Corymb project");
        assertThat(refused(1, "check", folder.resolve("missing.corymb"))).contains("no project");
        var told = run("check", table, "--json");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.json().get("ok").asBoolean()).isFalse();
        assertThat(told.json().get("problems").size()).isEqualTo(1);
    }

    @Test
    void featuresThatAreNoneOrSayNothingAreProblems() throws IOException {
        var project = smallProject();
        done("segment", project, "define", "All", "--rule", "everyone");
        for (var metric : List.of("value:nope", "value:city", "conversion:nope")) {
            assertThat(refused(
                            1,
                            "experiment",
                            "simulate",
                            project,
                            "--segment",
                            "All",
                            "--metric",
                            metric,
                            "--effect",
                            "1"))
                    .contains("is a number");
        }
        refused(2, "experiment", "simulate", project, "--segment", "All", "--metric", "frob", "--effect", "1");
        var alike = folder.resolve("alike.corymb");
        done("create", alike);
        done("import", alike, write("alike.csv", "customer_id,x\n1,7\n2,7\n3,7\n"), "--as", "customers");
        assertThat(refused(1, "cluster", alike, "--clusters", "2")).contains("No feature");
    }

    @Test
    void customersOfWhomOnlyNamesAreKnownHaveNoGroups() throws IOException {
        for (var field : List.of("name", "given_name")) {
            var named = folder.resolve(field + ".corymb");
            done("create", named);
            var file = write(field + ".csv", "customer_id," + field + "\n1,Ann\n2,Bob\n3,Cid\n");
            done("import", named, file, "--as", "customers");
            assertThat(refused(1, "cluster", named))
                    .contains("No feature is a number")
                    .contains("Import events");
        }
        assertThat(refused(1, "cluster", folder.resolve("given_name.corymb"), "--features", "given_name"))
                .contains("no feature");
        assertThat(done("cluster", folder.resolve("name.corymb"), "--features", "name")
                        .out())
                .contains("There may be no natural groups");
    }

    @Test
    void aFullOrClosedOutputIsAFailure() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var ended = Shell.runInto(full, "experiment", "plan", "--baseline", "0.1", "--effect", "0.02");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.messages()).contains("standard output").hasLineCount(1);
    }

    @Test
    void jsonIsUtf8WhateverTheTerminalWrites() throws IOException {
        var project = smallProject();
        done("segment", project, "define", "Käufer 🌸", "--rule", "everyone");
        var out = new ByteArrayOutputStream();
        Shell.runInto(out, "segment", project, "list", "--json");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Käufer 🌸");
    }

    @Test
    void ofSeveralFilesNoneIsTakenWhenOneCannotBe() throws IOException {
        var project = smallProject();
        var more = write("more.csv", "customer_id,timestamp\n1,2024-01-01\n");

        refused(1, "import", project, more, folder.resolve("missing.csv"), "--as", "events");
        refused(1, "import", project, more, write("none.csv", "customer_id,timestamp\n1,never\n"), "--as", "events");
        refused(2, "import", project, more, more, "--as", "events", "--source", "both");

        assertThat(done("info", project, "--json").json().get("sources").size()).isEqualTo(2);
        assertThat(done(
                                "import",
                                project,
                                more,
                                write("most.csv", "customer_id,timestamp\n2,2024-01-01\n"),
                                "--as",
                                "events",
                                "--json")
                        .json()
                        .get("files")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aDemoIntoAFileIsRefused() throws IOException {
        refused(1, "demo", folder.resolve("d.corymb"), "--headless", "--out", write("file.txt", "x"));
        assertThat(folder.resolve("d.corymb")).doesNotExist();
    }

    @Test
    void theVersionIsSaid() {
        assertThat(done("--version").out().strip()).isEqualTo("corymb 1.2.3");
    }

    static Stream<List<String>> commands() {
        return Stream.concat(
                names(CommandDesk.class).map(List::of),
                names(ExperimentCommand.class).map(name -> List.of("experiment", name)));
    }

    private static Stream<String> names(Class<?> of) {
        return Stream.of(of.getAnnotation(Command.class).subcommands())
                .map(command -> command.getAnnotation(Command.class).name());
    }

    /** An option of a command that is called like one of these takes all of them away. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsHowItIsUsedAndWhichVersionItIs(List<String> command) {
        assertThat(done(with(command, "--help")).out()).startsWith("Usage: corymb " + String.join(" ", command) + " ");
        assertThat(done(with(command, "--version")).out().strip()).isEqualTo("corymb 1.2.3");
    }

    private static Object[] with(List<String> command, String option) {
        return Stream.concat(command.stream(), Stream.of(option)).toArray();
    }
}
