package corymb.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private HistoryModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        session.show(file);
        model = new HistoryModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<HistoryStep.State> states() {
        return model.stepsProperty().get().stream().map(HistoryStep::state).toList();
    }

    private HistoryStep step(int place) {
        return model.step(place).orElseThrow();
    }

    @Test
    void everyStepIsThereInItsOrderAndTheLastIsPresent() {
        assertThat(model.stepsProperty().get())
                .extracting(step -> step.change().label())
                .containsExactly(
                        "Imported crm",
                        "Imported orders",
                        "Built customer profiles",
                        "Computed features",
                        "Defined segment Swiss");
        assertThat(states()).endsWith(HistoryStep.State.TAKEN, HistoryStep.State.PRESENT);
    }

    @Test
    void freeingSpaceSettlesEveryStepAndKeepsTheResults() {
        var before = session.project();
        session.undo(_ -> {});
        session.redo(_ -> {});
        assertThat(model.canGoTo(2)).isTrue();
        model.compact();
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Done.class);
        assertThat(model.compactedProperty().get()).isPresent();
        assertThat(session.project()).isEqualTo(before);
        assertThat(states())
                .containsExactly(
                        HistoryStep.State.SETTLED,
                        HistoryStep.State.SETTLED,
                        HistoryStep.State.SETTLED,
                        HistoryStep.State.SETTLED,
                        HistoryStep.State.PRESENT);
        assertThat(model.settled()).isEqualTo(5);
        assertThat(model.canGoTo(2)).isFalse();
        assertThat(session.historyProperty().get().undo()).isEmpty();
        assertThat(model.auditProperty().get()).anyMatch(entry -> entry.action().equals("compact"));
    }

    @Test
    void goingBackUndoesEveryLaterStepAndGoingForwardRedoesThem() {
        var before = session.project();
        model.goTo(2);
        assertThat(session.project().customers()).isEmpty();
        assertThat(model.present()).isEqualTo(2);
        assertThat(states().subList(2, 5)).containsOnly(HistoryStep.State.UNDONE);
        model.goTo(5);
        assertThat(session.project()).isEqualTo(before);
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatRestsOnReplacedResultsIsOutOfDate() {
        session.take(
                "Features",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                _ -> {});
        assertThat(step(5).state()).isEqualTo(HistoryStep.State.STALE);
    }
}
