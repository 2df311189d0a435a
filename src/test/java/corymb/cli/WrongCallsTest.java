package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that cannot be: each is told in one line what was meant, and leaves the project as it was. */
class WrongCallsTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Three customers, one of them a member of “Buyers”, without any features yet. */
    private Path project() throws IOException {
        return Shell.copyOf(
                shared.resolve("made.corymb"),
                made -> {
                    done("create", made);
                    done(
                            "import",
                            made,
                            write("people.csv", "customer_id,city\n1,Ulm\n2,Bonn\n3,Ulm\n"),
                            "--as",
                            "customers");
                    done(
                            "import",
                            made,
                            write(
                                    "events.csv",
                                    "customer_id,timestamp,type,value\n1,2024-01-01,purchase,5\n2,2024-03-01,view,\n"),
                            "--as",
                            "events");
                },
                folder.resolve("p.corymb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inof p.corymb | no command “inof” | mean info?",
                "frob | no command “frob” | --help",
                "experiment plam | no command “plam” | mean plan?",
                "info p.corymb --jsn | no option --jsn | mean --json?",
                "info p.corymb more | one argument too many | more",
                "info p.corymb --seed x | --seed is a whole number | “x”",
                "experiment plan --baseline 10% --effect 0.1 | --baseline is a number | “10%”",
                "import p.corymb a.csv --as custmers | customers, events, items | mean customers?",
                "segment p.corymb defin | define, list, show | mean define?",
                "segment p.corymb show x --at yesterday | a date such as 2026-05-01 | “yesterday”",
                "export p.corymb frob --out x.csv | segments, recommendations | “frob”"
            })
    void wrongUsageTellsWhatWasMeant(String call, String what, String hint) {
        assertThat(refused(2, (Object[]) call.split(" "))).contains(what).contains(hint);
    }

    @Test
    void aNameThatThereIsNotIsToldWithTheNearest() throws IOException {
        var project = project();
        done("segment", project, "define", "Buyers", "--rule", "monetary > 0");
        var people = write("people.csv", "customer_id,city\n1,Ulm\n");

        assertThat(refused(1, "segment", project, "show", "Byers")).contains("mean “Buyers”?");
        assertThat(refused(1, "segment", project, "compare", "Buyers", "Bayers"))
                .contains("mean “Buyers”?");
        assertThat(refused(1, "quality", project, "--source", "peple")).contains("mean “people”?");
        assertThat(refused(1, "rejects", project, "--source", "zzz")).contains("people, events");
        assertThat(refused(1, "cluster", project, "--features", "monetry")).contains("mean “monetary”?");
        assertThat(refused(1, "import", project, people, "--as", "customers", "--map", "ctiy=city"))
                .contains("no column “ctiy”", "mean “city”?");
        assertThat(refused(1, "repairs", project, "--source", "people", "propose", "--column", "ctiy"))
                .contains("mean “city”?");
        assertThat(refused(1, "cluster", project, "--prepare", "nothing")).contains("Nothing is saved");
        assertThat(refused(1, "info", folder)).contains("a folder, not a project");
    }

    @Test
    void whatOneCommandDidBeforeItFailedIsTakenBack() throws IOException {
        var project = project();
        var before = done("info", project, "--json").json();

        refused(1, "segment", project, "define", "x", "--rule", "monetry > 0");
        refused(1, "cluster", project, "--features", "monetary", "--within", "nobody");
        refused(1, "features", project, "--out", folder.resolve("nowhere").resolve("f.csv"));

        var after = done("info", project, "--json").json();
        assertThat(after.get("features").asInt()).isZero();
        assertThat(after.get("customers")).isEqualTo(before.get("customers"));
        assertThat(done("check", project).out()).contains("sound");
        done("segment", project, "define", "x", "--rule", "monetary > 0");
        assertThat(done("info", project, "--json").json().get("segments").size())
                .isEqualTo(1);
    }

    @Test
    void optionsThatDoNotFitTheFileOrTheTableAreNotPassedOver() throws IOException {
        var project = project();
        var people = write("people.csv", "customer_id,city\n1,Ulm\n");

        assertThat(refused(2, "import", project, people, "--as", "customers", "--delimiter", ""))
                .contains("--delimiter");
        assertThat(refused(2, "import", project, people, "--as", "customers", "--quote", "ab"))
                .contains("--quote");
        assertThat(refused(2, "import", project, people, "--as", "customers", "--skip-lines", "-1"))
                .contains("--skip-lines");
        assertThat(refused(2, "import", project, people, "--as", "customers", "--sheet", "May"))
                .contains("--sheet");
        assertThat(refused(1, "import", project, people, "--as", "customers", "--entry", "x.csv"))
                .contains("stands alone");
        var out = folder.resolve("out.csv");
        assertThat(refused(2, "export", project, "customers", "--segment", "Buyers", "--out", out))
                .contains("--segment");
        assertThat(refused(2, "export", project, "customers", "--purpose", " ", "--out", out))
                .contains("--purpose");
        assertThat(out).doesNotExist();
        assertThat(refused(
                        1,
                        "checks",
                        project,
                        "add",
                        "required",
                        "--source",
                        "people",
                        "--column",
                        "city",
                        "--tolerance",
                        "a"))
                .contains("a share such as 0.01 or 1%");
    }

    @Test
    void aMisspeltNameInADefinitionIsNotPassedOver() throws IOException {
        var project = project();
        var features = write("features.json", "{\"features\": [{\"kind\": \"count\", \"dayz\": 30}]}");
        var steps = write("steps.json", "{\"steps\": [{\"kind\": \"one_hot\", \"mots\": 3}]}");

        assertThat(refused(1, "features", project, "--define", features)).contains("no \"dayz\"", "mean \"days\"?");
        assertThat(refused(1, "cluster", project, "--prepare", steps)).contains("no \"mots\"", "mean \"most\"?");
    }

    /** What another kind knows would be passed over likewise: a total of quantities would be one of values. */
    @Test
    void aNameThatAKindDoesNotTakeIsNotPassedOver() throws IOException {
        var project = project();
        for (var feature : List.of(
                "{'kind': 'sum', 'column': 'quantity'}",
                "{'kind': 'count', 'type': 'view', 'window': {'last': 3}}",
                "{'kind': 'recency', 'where': 'value > 3'}",
                "{'kind': 'rfm_group', 'recency': {'edges': [1, 2, 3, 4]}}",
                "{'kind': 'score', 'of': 'recency', 'name': 'x', 'edges': [1, 2], 'ties': 'parted'}",
                "{'kind': 'aggregate', 'name': 'x', 'function': 'count', 'days': 30}",
                "{'kind': 'aggregate', 'name': 'x', 'function': 'count', 'window': {'first': 3, 'unit': 'weeks'}}",
                "{'kind': 'aggregate', 'name': 'x', 'function': 'count', 'window': {'last': 3, 'to': '2026-01-01'}}",
                "{'kind': 'ratio', 'name': 'x', 'part': {'function': 'count', 'type': 'view'}, 'whole': {'function':"
                        + " 'count'}}")) {
            var file = write("features.json", "{\"features\": [" + feature.replace('\'', '"') + "]}");
            assertThat(refused(1, "features", project, "--define", file))
                    .as(feature)
                    .containsAnyOf("says nothing of", "A text \"name\" is missing");
        }
        for (var step : List.of(
                "{'kind': 'winsorise', 'share': 0.1}",
                "{'kind': 'frequency', 'most': 3}",
                "{'kind': 'scale', 'scaling': 'standard', 'columns': 'spend'}")) {
            var file = write("steps.json", "{\"steps\": [" + step.replace('\'', '"') + "]}");
            assertThat(refused(1, "cluster", project, "--prepare", file))
                    .as(step)
                    .containsAnyOf("says nothing of", "is a list of names");
        }
        var stray = write("steps.json", "{\"steps\": [{\"kind\": \"frequency\"}], \"seed\": 3}");
        assertThat(refused(1, "cluster", project, "--prepare", stray)).contains("\"seed\" says nothing of");
    }

    @Test
    void aScoreInFifthsCanHaveANameOfItsOwn() throws IOException {
        var project = project();
        var file = write(
                "features.json", "{\"features\": [{\"kind\": \"score\", \"of\": \"recency\", \"name\": \"lately\"}]}");
        assertThat(done("features", project, "--define", file).out()).contains("lately");
    }
}
