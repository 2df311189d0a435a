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

/** Funnels by the command line. */
class FunnelCommandTest {
    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void shop() throws IOException {
        project = folder.resolve("p.corymb");
        done("create", project);
        var events = Files.writeString(folder.resolve("events.csv"), """
                customer_id,timestamp,type,device
                a,2026-05-01T10:00:00Z,view,phone
                a,2026-05-01T10:30:00Z,cart,phone
                a,2026-05-01T11:00:00Z,purchase,phone
                b,2026-05-02T10:00:00Z,view,pc
                b,2026-05-02T10:10:00Z,cart,pc
                b,2026-05-02T10:20:00Z,search,pc
                c,2026-06-22T10:00:00Z,view,
                """);
        done("import", project, events, "--as", "events", "--source", "shop");
    }

    @Test
    void tellsHowFarCustomersCome() {
        var json = done(
                        "funnel",
                        project,
                        "--step",
                        "\"view\"",
                        "--step",
                        "\"cart\"",
                        "--step",
                        "\"purchase\"",
                        "--within",
                        "1 day",
                        "--by-event",
                        "device",
                        "--json")
                .json();
        assertThat(json.at("/steps").findValuesAsString("people")).startsWith("3");
        assertThat(json.at("/steps/1/people").asInt()).isEqualTo(2);
        assertThat(json.at("/steps/2/shareOfBefore").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/steps/1/timeFromBefore/medianSeconds").asDouble()).isEqualTo(1200);
        assertThat(json.at("/timeToConvert/medianSeconds").asDouble()).isEqualTo(3600);
        assertThat(json.at("/parts").findValuesAsString("part")).containsExactly("pc", "phone", "not known");
        assertThat(json.at("/leaving/1/next/0/type").asString()).isEqualTo("search");
        assertThat(json.has("seconds")).isTrue();
    }

    @Test
    void keepsThoseBehindANumber() {
        var lookers = done(
                        "funnel",
                        project,
                        "--step",
                        "\"view\"",
                        "--step",
                        "\"cart\"",
                        "--within",
                        "1 hour",
                        "--left-after",
                        "1",
                        "--define",
                        "Lookers",
                        "--json")
                .json();
        assertThat(lookers.at("/defined/members").asInt()).isEqualTo(1);
        assertThat(lookers.at("/defined/rule").asString())
                .isEqualTo("did \"view\" and did not \"view\" then \"cart\" within 1 hour");
        assertThat(done(
                                "funnel",
                                project,
                                "--step",
                                "\"view\"",
                                "--step",
                                "\"cart\"",
                                "--step",
                                "\"purchase\"",
                                "--reached",
                                "3",
                                "--define",
                                "Buyers")
                        .out())
                .contains("Kept 1 customers as Buyers, as a list.");
        assertThat(done("segment", project, "show", "Buyers", "--json")
                        .json()
                        .at("/listOf/words")
                        .asString())
                .isEqualTo("Took step 3 (purchase), of view → cart → purchase, within 7 days");
    }

    @Test
    void saysWhatIsWrongWithTheCall() {
        assertThat(refused(2, "funnel", project, "--step", "\"view\"")).contains("2 to 10 steps, not 1");
        assertThat(refused(2, "funnel", project, "--step", "\"view\"", "--step", "\"cart\"", "--within", "7 apples"))
                .contains("“7 apples” is no time");
        assertThat(refused(2, "funnel", project, "--step", "\"view\"", "--step", "\"cart\"", "--reached", "1"))
                .contains("Keep whom?");
        assertThat(refused(
                        2,
                        "funnel",
                        project,
                        "--step",
                        "\"view\"",
                        "--step",
                        "\"cart\"",
                        "--left-after",
                        "2",
                        "--define",
                        "X"))
                .contains("There is no step 2");
        assertThat(refused(1, "funnel", project, "--step", "\"view", "--step", "\"cart\""))
                .contains("no closing");
        assertThat(refused(1, "funnel", project, "--step", "\"view\"", "--step", "\"cart\"", "--within", "session"))
                .contains("no sessions");
    }
}
