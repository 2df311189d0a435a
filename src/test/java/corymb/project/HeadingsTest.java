package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingsTest {
    @TempDir
    private Path folder;

    @Test
    void theUnitThatAFileTellsInBracketsIsKept() throws IOException {
        var rows = Files.writeString(
                folder.resolve("mall.csv"),
                "id,Annual Income (k$),Spending_Score (1-100),URL Visits [n],home_town,(odd)\n1,15,39,3,Bonn,1\n2,16,81,4,Wien,2\n");
        try (var file = FilledProject.create(folder)) {
            new Journey(file, FilledProject.CLOCK)
                    .take((journey, progress) -> journey.importFile(plan(rows), progress), Progress.NONE);
            var headings = Headings.of(file.history().present());
            assertThat(headings.title("annual_income_k")).isEqualTo("Annual income (k$)");
            assertThat(headings.title("spending_score_1_100")).isEqualTo("Spending score (1-100)");
            assertThat(headings.title("url_visits_n")).isEqualTo("URL visits [n]");
            assertThat(headings.title("home_town")).isEqualTo("Home town");
            assertThat(headings.title("odd")).isEqualTo("Odd");
            assertThat(headings.plain())
                    .containsEntry("annual_income_k", "annual income")
                    .containsEntry("spending_score_1_100", "spending score")
                    .doesNotContainKey("home_town");
        }
    }

    private static ImportPlan plan(Path file) {
        var detected = FileDetection.detect(file, Progress.NONE);
        return ImportPlan.of("mall", Role.CUSTOMERS, detected, MappingProposal.propose(detected, Role.CUSTOMERS));
    }
}
