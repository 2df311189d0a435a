package corymb.report;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.quality.Check;
import corymb.quality.QualityAssessment;
import corymb.quality.QualityReport;
import corymb.quality.SourceFinding;
import corymb.quality.StatedChecks;
import corymb.sql.DuckDbEngine;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityHtmlTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    private final DuckDbEngine engine = DuckDbEngine.open();
    private List<Source> sources = List.of();
    private QualityReport report = new QualityReport(AS_OF, List.of());

    @TempDir
    Path folder;

    /** Two rows share an id, two others an address: one person told of twice, in two ways. */
    @BeforeEach
    void assess() throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), """
                id,email,birth_date
                1,a@x.org,1980-01-01
                1,b@x.org,1981-01-01
                2,c@x.org,1982-01-01
                3,c@x.org,1983-01-01
                4,d@x.org,2030-01-01
                5,<b>e</b>,1984-01-01
                """);
        var detected = FileDetection.detect(file, Progress.NONE);
        var mapping = MappingProposal.propose(detected, Role.CUSTOMERS);
        var plan = ImportPlan.of("people", Role.CUSTOMERS, detected, mapping);
        sources = List.of(FileImport.run(engine, plan, "people", Progress.NONE));
        report = QualityAssessment.run(engine, sources, StatedChecks.NONE, AS_OF, Progress.NONE);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void thePageOpensWithTheScoreAndWhatHarmsMostBeforeAnySource() throws IOException {
        var file = folder.resolve("report.html");
        QualityHtml.write(report, sources, file);

        var page = Files.readString(file);

        var worst = SourceFinding.worst(report, sources, 5);
        assertThat(worst).isNotEmpty();
        assertThat(page).contains("<h1>Data quality: ").doesNotContain("<b>e</b>");
        for (var found : worst) {
            assertThat(page.substring(0, page.indexOf("<h2>people")))
                    .contains(HtmlPage.text(found.finding().message()))
                    .contains(HtmlPage.text(found.finding().cost()));
        }
    }

    @Test
    void duplicatesOfASourceAreOneLineWithTheirKindsInside() {
        var worst = SourceFinding.worst(report, sources, 5);

        assertThat(worst.getFirst().others())
                .hasSize(1)
                .allMatch(other ->
                        other.check() instanceof Check.RepeatedKey || other.check() instanceof Check.SamePerson);
        assertThat(worst.subList(1, worst.size()))
                .isNotEmpty()
                .allMatch(found -> found.others().isEmpty())
                .noneMatch(found -> found.finding().check() instanceof Check.RepeatedKey
                        || found.finding().check() instanceof Check.SamePerson);
    }

    @Test
    void ofSourcesThatAreGoneNothingIsTold() {
        assertThat(SourceFinding.worst(report, List.of(), 5)).isEmpty();
    }
}
