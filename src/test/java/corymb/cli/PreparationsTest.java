package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of preparation that a project keeps. */
class PreparationsTest {
    private static final String EVERY_KIND = """
            {"steps": [{"kind": "impute", "fill": "median"}, {"kind": "impute", "fill": "mode", "columns": ["brand"]},
             {"kind": "winsorise", "low": 0.02, "high": 0.98}, {"kind": "transform", "curve": "yeo_johnson", "columns": ["spend"]},
             {"kind": "group_rare", "share": 0.05}, {"kind": "target", "target": "age", "smoothing": 3, "folds": 4, "columns": ["brand"]},
             {"kind": "one_hot", "most": 3}, {"kind": "frequency"}, {"kind": "drop_constant", "variance": 0.001},
             {"kind": "drop_correlated", "most": 0.99}, {"kind": "scale", "scaling": "robust"}, {"kind": "components", "count": 1}]}""";

    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void people() throws IOException {
        project = folder.resolve("p.corymb");
        var people = folder.resolve("people.csv");
        Files.writeString(
                people,
                "customer_id,age,spend,brand\n"
                        + IntStream.range(0, 120)
                                .mapToObj(i -> "c" + i + "," + (20 + i % 2 * 30 + i % 5) + "," + (10 + i % 3 * i) + ","
                                        + (i % 2 == 0 ? "Rome" : "Oslo"))
                                .collect(Collectors.joining("\n")));
        done("create", project);
        done("import", project, people, "--as", "customers");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), text);
    }

    @Test
    void whatIsSavedIsShownAsTheFileItCameFromAndUsedByItsName() throws IOException {
        done("preparations", project, "save", "Everything", "--define", file(EVERY_KIND));
        var shown =
                done("preparations", project, "show", "Everything", "--json").json();
        assertThat(shown.at("/steps")).hasSize(12);
        assertThat(shown.at("/steps/5").toString())
                .isEqualTo(
                        "{\"kind\":\"target\",\"target\":\"age\",\"smoothing\":3.0,\"folds\":4,\"columns\":[\"brand\"]}");

        var again = Files.writeString(folder.resolve("again.json"), shown.toString());
        done("preparations", project, "save", "Again", "--define", again);
        assertThat(done("preparations", project, "show", "Again", "--json")
                        .json()
                        .at("/steps"))
                .isEqualTo(shown.at("/steps"));

        var features = "age,spend,brand";
        var byName = done("cluster", project, "--features", features, "--clusters", "2", "--prepare", "Again", "--json")
                .json();
        var byFile = done("cluster", project, "--features", features, "--clusters", "2", "--prepare", again, "--json")
                .json();
        assertThat(byName.at("/preparation")).isEqualTo(shown.at("/steps"));
        assertThat(byName.at("/clusters")).isEqualTo(byFile.at("/clusters"));
    }

    @Test
    void thePlanOfTheNewestGroupsIsSavedWithoutAFile() {
        done("cluster", project, "--features", "age,spend", "--clusters", "2");
        done("preparations", project, "save", "As before");
        assertThat(done("preparations", project).out()).contains("As before: impute median; one column for each");
    }

    @Test
    void whatIsForgottenIsNotThereAndWhatIsUnknownIsRefused() throws IOException {
        done("preparations", project, "save", "Mine", "--define", file("{\"steps\": [{\"kind\": \"frequency\"}]}"));
        done("preparations", project, "remove", "Mine");
        assertThat(done("preparations", project).out()).contains("No preparation is saved.");
        assertThat(refused(1, "preparations", project, "show", "Mine")).contains("Nothing is saved under that name");
        assertThat(refused(1, "preparations", project, "remove", "Mine")).contains("Mine");
        assertThat(refused(1, "cluster", project, "--features", "age", "--prepare", "Mine"))
                .contains("Mine");
        assertThat(refused(1, "preparations", project, "save", " ", "--define", file(EVERY_KIND)))
                .contains("1 to 100");
        assertThat(refused(2, "preparations", project, "save")).contains("name");
    }
}
