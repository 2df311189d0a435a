package corymb.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class HistoryPageTest {
    @TempDir
    private Path folder;

    @Test
    void aChosenStepIsExplainedAndGoneBackTo() {
        var session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
        var side = new InspectorSide();
        var file = FilledProject.create(folder);
        var page = Fx.show(
                () -> {
                    session.show(file);
                    var model = new HistoryModel(session);
                    return Screen.HISTORY.load(Map.of(
                            HistoryController.class,
                            () -> new HistoryController(model, side, _ -> {}, new GivenDialogs())));
                },
                980,
                980);
        var table = (TableView<?>) page.lookup("#steps").lookup(".table-view");
        Fx.waitUntil(() -> table.getItems().size() == 4);
        Fx.run(() -> table.getSelectionModel().select(2));
        Fx.waitUntil(() -> side.shownProperty().get().isPresent());
        assertThat(side.shownProperty().get().orElseThrow().getParts()).hasSizeGreaterThan(5);
        Fx.run(() -> ((Button) page.lookup("#go")).fire());
        assertThat(session.historyProperty().get().past()).hasSize(2);
        Fx.run(session::close);
    }
}
