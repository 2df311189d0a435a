package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.segment.Contrast;
import corymb.segment.ContrastPlan.Correction;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private CompareModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.addConsents(file);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        FilledProject.define(file, "All", "everyone");
        session.show(file);
        model = new CompareModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void twoSegmentsAreComparedWithoutThoseOfBoth() {
        // i mod 7 in {5, 6}: 85 of 300; i mod 3 = 2: 100; both: 29.
        var pair = model.pairProperty().get().orElseThrow();
        assertThat(pair).isEqualTo(new Contrast.Pair("Regulars", "Swiss", 56, 71, 29, Contrast.Shared.LEFT_OUT));
        assertThat(model.compared()).contains("without the 29 of both");
        assertThat(model.means().orElseThrow().caption().finding()).startsWith("“Regulars” differs most from “Swiss”");
        assertThat(model.shares().orElseThrow().caption().finding()).contains("CH");
        assertThat((long) model.table().rowCount())
                .isEqualTo(model.contrastProperty()
                        .get()
                        .orElseThrow()
                        .differences()
                        .size());
    }

    @Test
    void moreSegmentsMeanMorePairsAndStricterPValues() {
        model.restProperty().set(true);
        assertThat(model.contrastProperty().get().orElseThrow().pairs()).hasSize(3);
        model.correctionProperty().set(Correction.BENJAMINI_HOCHBERG);
        assertThat(model.contrastProperty().get().orElseThrow().plan().correction())
                .isEqualTo(Correction.BENJAMINI_HOCHBERG);
        model.choose("Swiss", false);
        assertThat(model.compared()).startsWith("“Regulars” (85) and everybody else (215)");
        model.choose("Regulars", false);
        assertThat(model.pairProperty().get()).isEmpty();
        assertThat(model.compared()).isEmpty();
    }

    @Test
    void theFeaturesAreChosen() {
        int all = model.featuresProperty().get().size();
        assertThat(model.contrastProperty().get().orElseThrow().plan().features())
                .isEmpty();
        model.compareOn(model.featuresProperty().get(), false);
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        model.compareOn(List.of("monetary", "country"), true);
        assertThat(model.leftOutProperty().get()).hasSize(all - 2);
        assertThat(model.contrastProperty().get().orElseThrow().plan().features())
                .containsExactlyInAnyOrder("monetary", "country");
        assertThat(model.contrastProperty().get().orElseThrow().differences())
                .allMatch(each -> List.of("monetary", "country").contains(each.feature()));
        model.compareOn(model.featuresProperty().get(), true);
        assertThat(model.contrastProperty().get().orElseThrow().plan().features())
                .isEmpty();
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        model.choose("Swiss", false);
        model.choose("Regulars", false);
        model.choose("All", true);
        assertThat(model.contrastProperty().get()).isEmpty();
        assertThat(model.outcomeProperty().get().toString()).contains("nobody to compare");
    }

    @Test
    void aPageForAColleagueTellsOfNoCustomer() throws IOException {
        var segments = new SegmentsModel(session, _ -> {}, new RuleEditorModel(session));
        segments.choose("Regulars");
        var page = folder.resolve("regulars.html");
        segments.writeProfile(page);
        assertThat(segments.profileProperty().get()).contains(page);
        assertThat(Files.readString(page))
                .contains("<h1>Regulars</h1>", "85 of 300 customers", "frequency &gt;= 5", "is at least 5.")
                .contains("(in its rule)", "newsletter", "Swiss", "<svg")
                .doesNotContain("C0005", "@example.org", "Given5");
    }
}
