package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cohorts by the command line. */
class CohortsCommandTest {
    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void shop() throws IOException {
        project = folder.resolve("p.corymb");
        done("create", project);
        var events = Files.writeString(folder.resolve("events.csv"), """
                customer_id,timestamp,type,value
                a,2026-05-01T10:00:00Z,purchase,10
                a,2026-06-01T10:30:00Z,purchase,20
                b,2026-05-02T10:00:00Z,purchase,30
                c,2026-06-22T10:00:00Z,purchase,40
                """);
        done("import", project, events, "--as", "events", "--source", "shop");
    }

    @Test
    void followsThoseWhoBeganTogether() {
        var json = done("cohorts", project, "--value", "value", "--json").json();
        assertThat(json.at("/cohorts").findValuesAsString("begins")).containsExactly("2026-05-01", "2026-06-01");
        assertThat(json.at("/cohorts/0/size").asInt()).isEqualTo(2);
        assertThat(json.at("/cohorts/0/cells/1/people").asInt()).isEqualTo(1);
        assertThat(json.at("/cohorts/0/cells/1/totalEach").asDouble()).isEqualTo(30);
        assertThat(json.at("/cohorts/0/cells/1/isOver").asBoolean())
                .as("June goes on after the last event")
                .isFalse();
        assertThat(json.at("/averages/1/share").isNull()).isTrue();
        assertThat(json.has("seconds")).isTrue();
        assertThat(done("cohorts", project).out()).containsPattern("2026-05-01 +2 +100.% +50.%\\*");
    }

    @Test
    void keepsThoseBehindACell() {
        var json = done(
                        "cohorts",
                        project,
                        "--cohort",
                        "2026-05-09",
                        "--after",
                        "1",
                        "--define",
                        "Back in June",
                        "--json")
                .json();
        assertThat(json.at("/defined/members").asInt()).isEqualTo(1);
        assertThat(json.at("/defined/rule").asString())
                .isEqualTo("first of timestamp of \"purchase\" >= 2026-05-01 and first of timestamp of \"purchase\" <"
                        + " 2026-06-01 and did \"purchase\" from 2026-06-01 to 2026-06-30");
    }

    @Test
    void saysWhatIsWrongWithTheCall() {
        assertThat(refused(2, "cohorts", project, "--define", "X")).contains("Keep whom?");
        assertThat(refused(2, "cohorts", project, "--periods", "61")).contains("1 to 60 periods, not 61");
        assertThat(refused(2, "cohorts", project, "--from", "2026-05-01")).contains("go together");
        assertThat(refused(1, "cohorts", project, "--cohort", "2025-01-01", "--define", "X"))
                .contains("There is no such cell.");
        assertThat(refused(1, "cohorts", project, "--start-date", "joined")).contains("There is no field “joined”.");
    }
}
