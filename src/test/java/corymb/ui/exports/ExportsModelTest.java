package corymb.ui.exports;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.project.ProjectFile;
import corymb.report.ExportPlan.Kind;
import corymb.report.ExportPreview;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final List<String> visited = new ArrayList<>();

    @TempDir
    private Path folder;

    private ProjectFile file;
    private Path target;

    @BeforeEach
    void fill() {
        file = FilledProject.create(folder);
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        target = folder.resolve("out.csv");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ExportsModel open() {
        session.show(file);
        return new ExportsModel(session, new GivenDialogs(target), visited::add);
    }

    private static ExportPreview preview(ExportsModel model) {
        return model.previewProperty().get().orElseThrow();
    }

    @Test
    void withoutConsentsEverybodyLeaves() throws IOException {
        var model = open();
        assertThat(model.holdsConsents()).isFalse();
        assertThat(preview(model).rows()).isEqualTo(100);
        model.export();
        var export = model.doneProperty().get().orElseThrow();
        assertThat(export.rows())
                .isEqualTo(100)
                .isEqualTo(Files.readAllLines(target).size() - 1);
    }

    @Test
    void saysWhichSegmentsWereFoundBeforeWhatTheyRestOnChanged() {
        var model = open();
        assertThat(model.outdatedProperty().get()).isEmpty();
        session.take(
                "features",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                _ -> {});
        assertThat(model.outdatedProperty().get()).startsWith("Out of date: Swiss.");
        model.choose(Kind.CUSTOMERS);
        assertThat(model.outdatedProperty().get()).isEmpty();
    }

    @Test
    void aPurposeWithholdsWhoDidNotAgreeAndSaysWhy() throws IOException {
        FilledProject.addConsents(file);
        var model = open();
        model.choose(Kind.CUSTOMERS);
        assertThat(model.purposes()).containsExactly("newsletter");
        assertThat(preview(model).rows()).isEqualTo(75);
        assertThat(preview(model).withheld().denied()).isEqualTo(75);
        assertThat(preview(model).withheld().unknown()).isEqualTo(75);
        model.export();
        assertThat(Files.readAllLines(target)).hasSize(76);
        assertThat(model.pastProperty().get().getFirst().detail()).startsWith("customers for newsletter: 75 rows");
    }

    @Test
    void everyCountOpensThePeopleItCounts() {
        FilledProject.addConsents(file);
        var model = open();
        model.choose(Kind.CUSTOMERS);
        var answers = List.of(Answer.DENIED, Answer.WITHDRAWN, Answer.UNKNOWN);
        for (int rest = 1; rest <= answers.size(); rest++) {
            var answer = answers.get(rest - 1);
            model.openWithheld(answer);
            var rows = model.people().rowsProperty().get().orElseThrow();
            // One of four answers each, by the number of the customer.
            assertThat(rows.rows()).isEqualTo(75);
            assertThat(rows.page(0, 1).text(0, "customer_id")).isEqualTo("C000" + rest);
            assertThat(rows.page(0, 1).text(0, "answer")).isEqualToIgnoringCase(answer.name());
            assertThat(rows.page(0, 1).text(0, "given_name")).isEqualTo("Given" + rest);
        }
        model.openLeaving();
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(75);
        model.people().makeSegment("Agreed", made -> assertThat(made.count()).isEqualTo(75));
        assertThat(session.project().segment("Agreed")).isPresent();
        model.choose(Kind.SEGMENTS);
        assertThat(model.people().shownProperty().get()).isEmpty();
    }

    @Test
    void anOverrideNeedsAReasonOfTenCharacters() {
        FilledProject.addConsents(file);
        var model = open();
        model.overridingProperty().set(true);
        model.reasonProperty().set("because");
        assertThat(model.previewProperty().get()).isEmpty();
        model.reasonProperty().set("Recall of a faulty product");
        assertThat(preview(model).rows()).isEqualTo(100);
        model.export();
        assertThat(model.pastProperty().get().getFirst().detail()).contains("Recall of a faulty product");
    }

    @Test
    void theSegmentThatAnotherPageCameWithIsChosen() {
        FilledProject.define(file, "Buyers", "frequency >= 1");
        var model = open();
        model.choose(Kind.FEATURES);
        session.segmentProperty().set("Buyers");
        assertThat(model.isOfSegments()).isTrue();
        // i mod 7 = 0 for 43 of 0..299.
        assertThat(preview(model).rows()).isEqualTo(257);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInPlace() {
        target = folder.resolve("no-such-folder").resolve("out.csv");
        var model = open();
        model.export();
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(model.doneProperty().get()).isEmpty();
        assertThat(model.pastProperty().get()).isEmpty();
    }
}
