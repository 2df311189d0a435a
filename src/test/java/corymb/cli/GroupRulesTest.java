package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that become rules. */
class GroupRulesTest {
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void threeGroups() throws IOException {
        project = Shell.copyOf(made.resolve("p.corymb"), this::make, folder.resolve("p.corymb"));
    }

    /** Three groups by age and spending; one person in ten has no age. */
    private void make(Path begun) throws IOException {
        done("create", begun);
        project = begun;
        people(0, 300, 0);
    }

    /** Takes in the people from one number to before another, so many years older. */
    private void people(int from, int to, int older) throws IOException {
        people(from, to, older, i -> i);
    }

    /** The same, each like another person. */
    private void people(int from, int to, int older, IntUnaryOperator like) throws IOException {
        var rows = IntStream.range(from, to)
                .mapToObj(id -> {
                    int i = like.applyAsInt(id);
                    int group = i % 3;
                    var age = i % 10 == 0 ? "" : String.valueOf(20 + 20 * group + i % 7 + older);
                    return "c" + id + "," + age + "," + (group == 1 ? 500 + i % 50 : 20 + i % 30);
                })
                .toList();
        var file = folder.resolve("people.csv");
        Files.writeString(file, "customer_id,age,spend\n" + String.join("\n", rows) + "\n");
        done("import", project, file, "--as", "customers", "--source", "crm");
    }

    @Test
    void allGroupsThatAreNoSegmentsBecomeSegmentsAtOnce() {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        done("segment", project, "define", "Everybody", "--rule", "age is missing or age is not missing");
        var saved = done("segment", project, "groups", "--json").json().at("/segments");
        assertThat(saved).hasSize(3);
        assertThat(IntStream.range(0, 3)
                        .map(at -> saved.at("/" + at + "/members").asInt())
                        .sum())
                .isEqualTo(300);
        assertThat(done("segment", project, "list", "--json").json().at("/segments"))
                .hasSize(4);
        assertThat(refused(1, "segment", project, "groups")).contains("segments already");
        var one = saved.at("/0/name").asString();
        done("segment", project, "remove", one);
        var again = done("segment", project, "groups", "--json").json().at("/segments");
        assertThat(again).hasSize(1);
        assertThat(again.at("/0/name").asString()).isEqualTo(one);
    }

    @Test
    void eachGroupIsToldByARule() {
        var told = done("cluster", project, "--features", "age,spend", "--clusters", "3", "--rules", "3", "--json")
                .json();
        assertThat(told.at("/rules/depth").asInt()).isEqualTo(3);
        assertThat(told.at("/rules/fidelity").asDouble()).isGreaterThan(0.95);
        assertThat(told.at("/rules/heldOutFidelity").asDouble()).isBetween(0.9, 1.0);
        assertThat(told.at("/rules/heldOutRows").asInt()).isEqualTo(300);
        assertThat(told.at("/rules/clusters")).hasSize(3);
    }

    @Test
    void aRuleOfAGroupBecomesASegmentThatFindsWhomItSays() {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        for (int group = 0; group < 3; group++) {
            var segment = done(
                            "segment", project, "define", "g" + group, "--from-cluster", group, "--depth", 2, "--json")
                    .json();
            var fit = segment.at("/group/fit");
            assertThat(segment.get("rule").asString()).doesNotContain("cluster");
            assertThat(segment.get("members").asInt())
                    .isEqualTo(fit.get("caught").asInt() + fit.get("strangers").asInt());
            assertThat(fit.get("precision").asDouble()).isGreaterThan(0.9);
        }
    }

    @Test
    void whatCannotBeToldIsRefusedInOneLine() {
        assertThat(refused(1, "segment", project, "define", "x", "--from-cluster", "0"))
                .contains("no");
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        assertThat(refused(1, "segment", project, "define", "x", "--from-cluster", "7"))
                .contains("0 to 2");
        assertThat(refused(2, "segment", project, "define", "x", "--from-cluster", "0", "--depth", "9"))
                .contains("1 to 6");
        assertThat(refused(2, "segment", project, "define", "x", "--from-cluster", "0", "--rule", "everyone"))
                .contains("--from-cluster");
        assertThat(refused(2, "cluster", project, "--rules", "0")).contains("1 to 6");
    }

    @Test
    void groupsAreListedRenamedAndPutIntoRulesAfterwards() {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        assertThat(done("groups", project, "rename", "1", "Savers").out()).contains("1: 100 customers, Savers");
        assertThat(done("groups", project, "--json").json().at("/groups/1/name").asString())
                .isEqualTo("Savers");
        assertThat(done("groups", project, "rules", "--depth", "2", "--json")
                        .json()
                        .at("/rules/clusters"))
                .hasSize(3);
        assertThat(refused(1, "groups", project, "rename", "2", "Savers")).contains("Another group");
        assertThat(refused(1, "groups", project, "rename", "2", " ")).contains("1 to 100");
        assertThat(refused(2, "groups", project, "rename", "2")).contains("Which group");
    }

    /** Thirty of 300 people leave and ninety come: the groups of the others stay what they were, and so do their names. */
    @Test
    void groupsAreKeptForWhoeverComes() throws IOException {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        done("groups", project, "rename", "2", "Friends");
        people(30, 390, 0);

        assertThat(done("groups", project, "drift").out()).contains("still hold");
        var out = folder.resolve("groups.csv");
        var kept = done("groups", project, "assign", "--out", out, "--json").json();

        assertThat(kept.at("/since/arrived").asInt()).isEqualTo(90);
        assertThat(kept.at("/since/left").asInt()).isEqualTo(30);
        assertThat(kept.at("/since/movedShare").asDouble()).isZero();
        assertThat(kept.at("/groups/2/name").asString()).isEqualTo("Friends");
        assertThat(kept.at("/advice").asString()).isEqualTo("keep");
        assertThat(Files.readAllLines(out)).hasSize(361);
    }

    @Test
    void groupsFoundAgainGoOnUnderTheirNames() throws IOException {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        done("groups", project, "rename", "1", "Savers");
        people(30, 600, 1);

        var found = done("cluster", project, "--features", "age,spend", "--clusters", "3", "--json")
                .json();

        assertThat(found.at("/clusters/1/name").asString()).isEqualTo("Savers");
        assertThat(found.at("/since/both").asInt()).isEqualTo(270);
        assertThat(done("groups", project, "moves", "--json")
                        .json()
                        .at("/since/movedShare")
                        .asDouble())
                .isLessThan(0.1);
    }

    @Test
    void groupsOfPeopleWhoHaveChangedAreToBeLookedForAgain() throws IOException {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        people(0, 300, 15);

        assertThat(done("groups", project, "drift", "--json")
                        .json()
                        .at("/advice")
                        .asString())
                .isEqualTo("retrain");
    }

    /** Every command opens the project anew: what was learnt comes from the file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kmeans",
                "minibatch",
                "gmm --covariance full",
                "gmm --covariance tied",
                "gmm --covariance diagonal",
                "ward",
                "average",
                "complete",
                "single",
                "dbscan",
                "hdbscan --min-points 4"
            })
    void peopleWhoHaveNotChangedStayInTheirGroups(String method) throws IOException {
        var found = folder.resolve("found.csv");
        var kept = folder.resolve("kept.csv");
        done(Stream.concat(
                        Stream.of("cluster", project, "--features", "age,spend", "--out", found, "--method"),
                        Stream.of(method.split(" ", -1)))
                .toArray());
        people(0, 600, 0, i -> i < 300 ? i : i - 300);

        assertThat(done("groups", project, "assign", "--out", kept).out()).contains("A customer goes to the group");

        var then = rows(found);
        var now = rows(kept);
        assertThat(now).hasSize(600).containsAllEntriesOf(then);
        for (int i = 0; i < 300; i++) {
            assertThat(now.get("c" + (300 + i))).isEqualTo(then.get("c" + i));
        }
    }

    private static Map<String, String> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(",", 2))
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
    }

    /** Ranks, medians and towns are those of the people the groups were found among: whoever is like one of them goes where that one is. */
    @Test
    void newPeopleArePreparedAsThoseTheGroupsWereFoundAmong() throws IOException {
        var plan = Files.writeString(folder.resolve("plan.json"), """
                {"steps": [{"kind": "impute", "fill": "median"}, {"kind": "transform", "curve": "quantile_normal"},
                 {"kind": "scale", "scaling": "robust"}, {"kind": "components", "count": 2}]}""");
        done("cluster", project, "--features", "age,spend", "--clusters", "3", "--prepare", plan);
        var before = done("groups", project, "--json").json();
        people(0, 1_500, 0, i -> i < 300 ? i : 1 + 3 * (i % 100));

        var drift = done("groups", project, "drift", "--json").json();
        var out = folder.resolve("groups.csv");
        var kept = done("groups", project, "assign", "--out", out, "--json").json();

        assertThat(drift.at("/since/movedShare").asDouble()).isZero();
        assertThat(kept.at("/since/arrived").asInt()).isEqualTo(1_200);
        assertThat(kept.at("/since/both").asInt()).isEqualTo(300);
        var groups = rows(out);
        for (int i = 300; i < 1_500; i++) {
            assertThat(groups.get("c" + i)).isEqualTo(groups.get("c" + (1 + 3 * (i % 100))));
        }
        for (int group = 0; group < 3; group++) {
            assertThat(kept.at("/groups/" + group + "/centre")).isEqualTo(before.at("/groups/" + group + "/centre"));
        }
    }

    @Test
    void aRefreshLeavesWhatRestsOnAFeatureThatIsGoneAndSaysSo() throws IOException {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        done("segment", project, "define", "Young", "--rule", "age < 30");
        done("segment", project, "define", "Rich", "--rule", "spend > 100");
        done("segment", project, "define", "First", "--rule", "cluster = 0");
        done("segment", project, "define", "Firstborn", "--rule", "in segment \"First\" and age < 30");
        var file = Files.writeString(folder.resolve("ages.csv"), "customer_id,age\nc1,20\nc2,25\nc3,50\n");
        done("import", project, file, "--as", "customers", "--source", "crm");
        done("features", project);

        var ended = Shell.run("refresh", project, "--json");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.messages())
                .hasLineCount(1)
                .contains("The groups could not be refreshed.", "spend", "3 others");
        assertThat(ended.json().at("/steps/0/step").asString()).isNotEmpty();
        assertThat(ended.json()
                        .at("/left")
                        .valueStream()
                        .map(left -> left.get("kind").asString() + " "
                                + left.get("name").asString()))
                .containsExactlyInAnyOrder("groups ", "segment Rich", "segment First", "segment Firstborn");
        assertThat(ended.json()
                        .at("/left")
                        .valueStream()
                        .map(left -> left.get("reason").asString()))
                .anyMatch(reason -> reason.contains("There is no field “spend”"))
                .contains(
                        "It rests on the groups, which could not be refreshed. Mend that first.",
                        "It rests on the segment First, which could not be refreshed. Mend that first.");
        assertThat(done("segment", project, "show", "Young", "--json")
                        .json()
                        .get("members")
                        .asInt())
                .isEqualTo(2);
        assertThat(refused(1, "refresh", project)).contains("The groups could not be refreshed.");
    }

    @Test
    void aSegmentTellsHowWellItsRuleTellsTheGroupThenAndNow() throws IOException {
        done("cluster", project, "--features", "age,spend", "--clusters", "3");
        done("segment", project, "define", "Middle", "--from-cluster", "2", "--depth", "2");
        var made = done("segment", project, "show", "Middle", "--json").json();
        assertThat(made.at("/origin/now")).isEqualTo(made.at("/origin/then"));

        people(0, 300, 15);
        done("features", project);
        done("refresh", project);

        var later = done("segment", project, "show", "Middle", "--json").json();
        assertThat(later.at("/origin/then")).isEqualTo(made.at("/origin/then"));
        assertThat(later.at("/origin/now/precision").asDouble())
                .isLessThan(made.at("/origin/then/precision").asDouble());
        assertThat(done("segment", project, "show", "Middle").out()).contains("Make the rule anew");
        assertThat(done("segment", project, "policy", "many", "--json").json().at("/segments/0/confidence"))
                .isEqualTo(later.at("/origin/now/precision"));
    }
}
