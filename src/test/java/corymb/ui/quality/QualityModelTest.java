package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.project.Change;
import corymb.project.ProjectFile;
import corymb.quality.Check;
import corymb.quality.Severity;
import corymb.quality.SourceQuality;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.quality.QualityModel.Stage;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final List<String> visited = new ArrayList<>();
    private final QualityModel model = new QualityModel(session, visited::add);

    @AfterEach
    void close() {
        session.close();
    }

    private ProjectFile assessed() {
        var file = Shop.create(folder);
        Shop.addOrders(file, folder);
        session.show(file);
        model.assess();
        return file;
    }

    private SourceQuality chosen() {
        return model.chosenProperty().get().orElseThrow();
    }

    @Test
    void eachStageLeadsToTheNext() {
        session.show(SampleProject.empty(folder));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_SOURCES);
        model.act();
        assertThat(visited).containsExactly("sources");
        session.show(Shop.create(folder));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NOT_ASSESSED);
        model.act();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASSESSED);
        model.act();
        assertThat(visited).containsExactly("sources", "customers");
    }

    @Test
    void anotherSourceMakesTheReportStaleUntilAssessedAgain() {
        session.show(Shop.create(folder));
        model.assess();
        session.take("", (_, _) -> new Change.SourceRemoved("customers"), _ -> {});
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_SOURCES);
        session.undo(_ -> {});
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASSESSED);
        Shop.addOrders(session.file(), folder);
        session.change("", _ -> session.file().history(), _ -> {});
        assertThat(model.stageProperty().get()).isEqualTo(Stage.STALE);
        model.act();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASSESSED);
        assertThat(model.reportProperty().get().orElseThrow().sources()).hasSize(2);
    }

    @Test
    void theMostHarmfulFindingsComeFirstAndOpenTheirRows() {
        assessed();
        var worst = model.worst();
        assertThat(worst).hasSizeLessThanOrEqualTo(5);
        // A row that belongs to nobody is worse than a note about a column, of however many rows.
        assertThat(worst.getFirst().finding().severity()).isNotEqualTo(Severity.NOTE);
        var orphan = worst.stream()
                .filter(found -> found.finding().check() instanceof Check.Orphan)
                .findFirst()
                .orElseThrow();
        model.open(orphan);
        assertThat(chosen().source()).isEqualTo("orders");
        var rows = model.evidenceProperty().get().orElseThrow().rows();
        assertThat(rows.rows()).isEqualTo(1);
        assertThat(rows.page(0, 1).text(0, "customer_id")).isEqualTo("9");
    }

    @Test
    void peopleWithOneAddressAreShownTogether() {
        assessed();
        model.choose("customers");
        model.open(check -> check instanceof Check.SamePerson);
        var page = model.evidenceProperty().get().orElseThrow().rows().page(0, 10);
        assertThat(page.rowCount()).isEqualTo(2);
        assertThat(List.of(page.text(0, "id"), page.text(1, "id"))).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    void aBarOfAColumnOpensTheRowsThatHoldItsValue() {
        assessed();
        model.choose("customers");
        model.chooseColumn("country");
        model.openMark("DE");
        // Customers 1, 2 and 4; the sixth row was not taken.
        assertThat(model.evidenceProperty().get().orElseThrow().rows().rows()).isEqualTo(3);
    }

    @Test
    void aSourceThatIsGoneIsNoLongerRead() {
        assessed();
        model.choose("customers");
        session.take("", (_, _) -> new Change.SourceRemoved("customers"), _ -> {});
        assertThat(session.project().sources(Role.CUSTOMERS)).isEmpty();
        model.openAll();
        assertThat(model.source()).isEmpty();
        assertThat(model.evidenceProperty().get()).isEmpty();
        assertThat(model.endedProperty().get().orElseThrow()).isInstanceOf(Outcome.Done.class);
    }
}
