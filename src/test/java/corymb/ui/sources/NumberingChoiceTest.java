package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.kit.Texts;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A file of customers without ids comes in by the wizard once a person says that each row is one. */
@FxTest
class NumberingChoiceTest {
    private final FxRobot robot = new FxRobot();

    @Test
    void rowsAreCustomersOnceThatIsChosen(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("shops.csv"), "fresh,milk\n12669,9656\n7057,9810\n");
        var dialogs = new GivenDialogs(folder.resolve("out.csv"));
        var session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
        try {
            var controller =
                    new SourcesController(new SourcesModel(session, dialogs), dialogs, new InspectorSide(), _ -> {});
            Fx.run(() ->
                    session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
            Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
            Fx.run(() -> controller.importFiles(List.of(file)));
            press();
            robot.clickOn((Node node) -> says(node, "Customers:"));
            press();
            press();
            assertThat(robot.lookup((Node node) -> says(node, "No column is mapped to id or email"))
                            .tryQuery())
                    .isPresent();
            robot.clickOn("Back");
            robot.clickOn(Texts.of("import.numbered"));
            press();
            press();
            var source = session.project().source("shops").orElseThrow().value();
            assertThat(source.role()).isEqualTo(Role.CUSTOMERS);
            assertThat(source.plan().isNumbered()).isTrue();
            assertThat(session.project()
                            .customers()
                            .orElseThrow()
                            .value()
                            .profiles()
                            .rows())
                    .isEqualTo(2);
        } finally {
            Fx.run(session::close);
        }
    }

    private static boolean says(Node node, String beginning) {
        return node instanceof Labeled label
                && label.isVisible()
                && String.valueOf(label.getText()).startsWith(beginning);
    }

    private void press() {
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        Fx.run(() -> {});
    }
}
