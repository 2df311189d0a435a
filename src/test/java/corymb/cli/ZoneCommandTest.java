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

/** A shop in Los Angeles, where it was the evening before, seven hours behind UTC, and clocks were put on on 8 March 2026. */
class ZoneCommandTest {
    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void shop() throws IOException {
        project = folder.resolve("p.corymb");
        done("create", project);
        var events = Files.writeString(folder.resolve("events.csv"), """
                customer_id,timestamp,type
                a,2026-05-01T02:00:00Z,purchase
                a,2026-05-02T01:00:00Z,purchase
                b,2026-05-01T20:00:00Z,purchase
                """);
        done("import", project, events, "--as", "events");
    }

    private String members(String name) {
        return String.join(
                " ", done("segment", project, "show", name, "--json").json().findValuesAsString("members"));
    }

    @Test
    void daysAreThoseOfTheZoneOnceItIsChosen() {
        var april = "did \"purchase\" from 2026-04-30 to 2026-04-30";
        var evening = "did \"purchase\" where (hour >= 18)";
        assertThat(done("segment", project, "define", "April", "--rule", april, "--json")
                        .json()
                        .at("/members")
                        .asInt())
                .isZero();
        // In UTC one purchase was at 20:00, in Los Angeles the two others were at 19:00 and 18:00.
        assertThat(done("segment", project, "define", "Evening", "--rule", evening, "--json")
                        .json()
                        .at("/members")
                        .asInt())
                .isOne();
        var chosen = done("zone", project, "America/Los_Angeles", "--json").json();
        assertThat(chosen.at("/zone").asString()).isEqualTo("America/Los_Angeles");
        assertThat(chosen.at("/stale").asInt()).isEqualTo(3);
        done("refresh", project);
        assertThat(done("zone", project, "--json").json().at("/stale").asInt()).isZero();
        assertThat(members("April")).startsWith("1");
        var moves = done("segment", project, "moves", "April", "--json").json();
        assertThat(moves.findValuesAsString("cause")).containsExactly("zone");
        assertThat(done("features", project, "--json").json().at("/asOf").asString())
                .isEqualTo("2026-05-02T07:00:00Z");
        assertThat(done("cohorts", project, "--period", "DAY", "--json").json().findValuesAsString("begins"))
                .containsExactly("2026-04-30", "2026-05-01");
    }

    @Test
    void noZoneIsRefused() {
        assertThat(refused(2, "zone", project, "Europe/Atlantis")).contains("“Europe/Atlantis” is no time zone");
        assertThat(done("zone", project, "--json").json().at("/zone").asString())
                .isEqualTo("UTC");
    }

    @Test
    void whatIsLikeUtcIsUtc() {
        assertThat(done("zone", project, "Etc/UTC").out()).contains("Days and hours are those of UTC");
    }
}
