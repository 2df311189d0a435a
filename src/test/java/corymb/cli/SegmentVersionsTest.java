package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers with i mod 7 purchases 43 made three, 43 four, 43 five and 42 six; every third is of each country. */
class SegmentVersionsTest {
    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void edit() {
        try (var file = FilledProject.create(folder)) {
            FilledProject.define(file, "Regulars", "frequency >= 5");
            FilledProject.define(file, "Regulars", "frequency >= 3 and country in (\"DE\", \"AT\", \"CH\")");
            FilledProject.define(file, "Regulars", "frequency >= 3 and country in (\"CH\", \"AT\", \"DE\")");
            project = file.path();
        }
    }

    @Test
    void everyEditIsAVersionWithWhatItDidAndWhomItMoved() {
        var versions = done("segment", project, "versions", "Regulars", "--json")
                .json()
                .get("versions");
        assertThat(versions.size()).isEqualTo(3);
        assertThat(versions.at("/0/changes").isEmpty()).isTrue();
        assertThat(versions.at("/1/entered").asInt()).isEqualTo(86);
        assertThat(versions.at("/1/left").asInt()).isZero();
        assertThat(versions.at("/1/changes/0/change").asString()).isEqualTo("changed");
        assertThat(versions.at("/1/changes/0/after").asString()).isEqualTo("frequency >= 3");
        assertThat(versions.at("/1/changes/1/change").asString()).isEqualTo("added");
        assertThat(versions.at("/1/changes/1/joined").asString()).isEqualTo("all");
        assertThat(versions.at("/2/changes").isEmpty()).isTrue();
        assertThat(done("segment", project, "versions", "Regulars").out())
                .contains("asks for the same in other words")
                .contains("86 came in and 0 went out", "frequency >= 5 → frequency >= 3", "added:   and country in");
    }

    @Test
    void anEarlierVersionIsTakenBack() {
        assertThat(done("segment", project, "restore", "Regulars", "--number", "1", "--json")
                        .json()
                        .get("rule")
                        .asString())
                .isEqualTo("frequency >= 5");
        var last = done("segment", project, "versions", "Regulars", "--json")
                .json()
                .at("/versions/3");
        assertThat(last.get("left").asInt()).isEqualTo(86);
        assertThat(refused(1, "segment", project, "restore", "Regulars", "--number", "9"))
                .contains("has no version 9", "1 to 4");
        assertThat(refused(2, "segment", project, "restore", "Regulars")).contains("Which version?");
        assertThat(refused(1, "segment", project, "versions", "Nobody")).contains("no segment of that name");
    }

    @Test
    void whatEachConditionDidAddsUpToTheNetChange() {
        done("segment", project, "define", "Regulars", "--rule", "frequency >= 4 and country in (\"DE\", \"AT\")");
        var moves = done("segment", project, "moves", "Regulars", "--parts", "--json")
                .json();
        // Since the first version those with four purchases of two countries came in, those with five and six of CH
        // went.
        assertThat(moves.findValuesAsString("what")).containsExactly("condition", "edited");
        assertThat(moves.at("/parts/0/condition").asString()).isEqualTo("country in (\"DE\", \"AT\")");
        assertThat(moves.at("/parts")
                        .valueStream()
                        .mapToInt(part -> part.get("net").asInt())
                        .sum())
                .isEqualTo(moves.get("net").asInt());
        assertThat(moves.get("features").findValuesAsString("feature")).contains("country");
        assertThat(done("segment", project, "moves", "Regulars", "--parts").out())
                .contains("by country in (\"DE\", \"AT\")", "no condition: the rule was another one", "country: PSI");
    }
}
