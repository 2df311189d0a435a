package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of features that are prepared by a plan. */
class ClusterPrepareTest {
    @TempDir
    private Path folder;

    private Path project = Path.of("");

    /** Two brands, and two kinds of spending whose values differ by powers of ten; one in ten spent nothing that is known. */
    @BeforeEach
    void twoGroups() throws IOException {
        project = folder.resolve("p.corymb");
        var rows = IntStream.range(0, 200)
                .mapToObj(i -> {
                    double spend = Math.exp((i % 2 == 0 ? 1 : 9) + i % 7 / 10.0);
                    return "c" + i + "," + (i % 10 == 0 ? "" : String.valueOf(spend)) + ","
                            + (i % 2 == 0 ? "Rome" : "Oslo") + ",card" + i;
                })
                .toList();
        var people = folder.resolve("people.csv");
        Files.writeString(people, "customer_id,spend,brand,card\n" + String.join("\n", rows) + "\n");
        done("create", project);
        done("import", project, people, "--as", "customers");
    }

    private Path plan(String steps) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), "{\"steps\": [" + steps + "]}");
    }

    /** Main directions mean nothing to anyone; what the groups are called says what they are in their features. */
    @Test
    void groupsFoundInMainDirectionsAreCalledByTheirFeatures() throws IOException {
        var plan = plan(
                "{\"kind\": \"impute\", \"fill\": \"median\"}, {\"kind\": \"one_hot\", \"most\": 2}, {\"kind\": \"components\", \"count\": 2}");
        var found = done(
                        "cluster", project, "--features", "spend,brand", "--clusters", "2", "--prepare", plan, "--json")
                .json();
        assertThat(found.at("/columns/0").asString()).isEqualTo("component 1");
        assertThat(found.at("/clusters").values().stream()
                        .map(cluster -> cluster.at("/name").asString().toLowerCase(java.util.Locale.ROOT)))
                .allSatisfy(name ->
                        assertThat(name).containsAnyOf("spend", "oslo", "rome").doesNotContain("component"));
    }

    @Test
    void aColumnThatIsNoFeatureIsToldWhy() {
        done("features", project);
        for (var command : new String[] {"cluster", "map"}) {
            assertThat(refused(1, command, project, "--features", "spend,card"))
                    .contains("“card” is a column of the customers but no feature")
                    .contains("hardly ever repeat")
                    .contains("corymb features --define");
        }
    }

    @Test
    void groupsAreLookedForInWhatThePlanMakesOfTheFeatures() throws IOException {
        var plan = plan("{\"kind\": \"impute\", \"fill\": \"median\"}, {\"kind\": \"transform\", \"curve\": \"log\"},"
                + " {\"kind\": \"one_hot\", \"most\": 1}, {\"kind\": \"scale\", \"scaling\": \"standard\"}");
        var found = done(
                        "cluster", project, "--features", "spend,brand", "--clusters", "2", "--prepare", plan, "--json")
                .json();
        assertThat(found.at("/columns").values().stream().map(name -> name.asString()))
                .hasSize(3)
                .contains("spend", "brand=(other)");
        assertThat(found.at("/sizes").values().stream().mapToInt(size -> size.asInt()))
                .containsExactly(100, 100);
        assertThat(done("cluster", project, "--features", "spend,brand", "--clusters", "2", "--prepare", plan, "--json")
                        .json()
                        .at("/clusters"))
                .isEqualTo(found.at("/clusters"));
    }

    @Test
    void directionsTakeThePlaceOfTheFeatures() throws IOException {
        var plan = plan("{\"kind\": \"impute\", \"fill\": \"mean\"}, {\"kind\": \"frequency\"},"
                + " {\"kind\": \"drop_constant\"}, {\"kind\": \"components\", \"count\": 1}");
        var found = done(
                        "cluster", project, "--features", "spend,brand", "--clusters", "2", "--prepare", plan, "--json")
                .json();
        assertThat(found.at("/columns/0").asString()).isEqualTo("component 1");
    }

    @Test
    void whatIsNoPlanOrDoesNotFitIsSaidInOneLine() throws IOException {
        assertThat(prepared("{\"kind\": \"bend\"}")).contains("no kind", "bend");
        assertThat(prepared("{\"kind\": \"impute\", \"fill\": \"guess\"}")).contains("guess", "median");
        assertThat(prepared("{\"kind\": \"winsorise\", \"low\": 0.9, \"high\": 0.1}"))
                .contains("0.9");
        assertThat(prepared("")).contains("steps");
        assertThat(prepared("{\"kind\": \"impute\", \"fill\": \"mean\"}")).contains("brand", "still holds texts");
        assertThat(prepared("{\"kind\": \"one_hot\"}")).contains("spend", "gaps");
        assertThat(refused(1, "cluster", project, "--prepare", folder.resolve("none.json")))
                .contains("cannot be read");
    }

    private String prepared(String steps) throws IOException {
        return refused(1, "cluster", project, "--features", "spend,brand", "--prepare", plan(steps));
    }
}
