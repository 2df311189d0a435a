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

/** Funnels and cohorts that are kept under names, by the command line. */
class PathsCommandTest {
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
                a,2026-05-01T10:30:00Z,purchase,phone
                b,2026-05-02T10:00:00Z,view,pc
                """);
        done("import", project, events, "--as", "events", "--source", "shop");
    }

    private void save(String name) {
        done(
                "funnel",
                project,
                "--step",
                "\"view\"",
                "--step",
                "\"purchase\"",
                "--within",
                "1 hour",
                "--by-event",
                "device",
                "--save",
                name);
    }

    @Test
    void whatIsSavedIsAskedAgain() {
        save("Buying");
        var again = done("funnel", project, "--name", "Buying", "--json").json();
        assertThat(again.at("/steps").findValuesAsString("people")).startsWith("2", "1");
        assertThat(again.at("/parts").findValuesAsString("part")).containsExactly("pc", "phone");
        done("cohorts", project, "--period", "WEEK", "--periods", "3", "--save", "Weeks");
        assertThat(done("cohorts", project, "--name", "Weeks", "--json")
                        .json()
                        .at("/period")
                        .asString())
                .isEqualTo("week");
        assertThat(done("paths", project).out().lines())
                .containsExactly(
                        "Buying, a funnel: view → purchase, within 1 hour, told apart by device of the first step",
                        "Weeks, a table of cohorts: first purchase, back by purchase, for 3 weeks");
    }

    @Test
    void customersOfASavedFunnelBecomeASegment() {
        save("Buying");
        var kept = done("funnel", project, "--name", "Buying", "--left-after", "1", "--define", "Lookers", "--json")
                .json();
        assertThat(kept.at("/defined/members").asInt()).isEqualTo(1);
    }

    @Test
    void isRenamedAndRemoved() {
        save("Buying");
        assertThat(done("paths", project, "rename", "Buying", "To buy", "--json")
                        .json()
                        .at("/paths")
                        .findValuesAsString("name"))
                .containsExactly("To buy");
        save("Other");
        assertThat(refused(1, "paths", project, "rename", "Other", "To buy")).contains("“To buy” is there already.");
        done("paths", project, "remove", "To buy");
        assertThat(done("paths", project, "remove", "Other").out()).contains("No funnel and no cohorts are kept.");
    }

    @Test
    void nothingTakesThePlaceOfSomethingElse() {
        save("Buying");
        assertThat(refused(1, "cohorts", project, "--start", "\"view\"", "--save", "Buying"))
                .contains("“Buying” is a funnel.");
        assertThat(refused(1, "cohorts", project, "--name", "Buying")).contains("“Buying” is a funnel.");
        assertThat(refused(1, "funnel", project, "--name", "Nothing")).contains("Nothing is saved under that name.");
        assertThat(refused(2, "funnel", project, "--name", "Buying", "--within", "2 days"))
                .contains("--name NAME says all that is asked");
        assertThat(refused(2, "paths", project, "remove")).contains("Its name is missing.");
    }
}
