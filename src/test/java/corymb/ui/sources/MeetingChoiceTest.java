package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Mode;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What becomes of the rows that are there is chosen in the last step of the wizard, which says what each choice will do. */
@FxTest
class MeetingChoiceTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private boolean says(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled label
                        && List.of(String.valueOf(label.getText()).split("\n")).contains(words)
                        && label.isVisible())
                .tryQuery()
                .isPresent();
    }

    private void press(int times) {
        for (int i = 0; i < times; i++) {
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
            Fx.run(() -> {});
        }
    }

    @Test
    void eachWayIsTriedAndToldBeforeAnythingIsTaken() throws IOException {
        var people = Files.writeString(folder.resolve("people.csv"), """
                customer_id,email,city
                1,ada@example.org,Bonn
                2,emil@example.org,Bonn
                """);
        var june = Files.writeString(folder.resolve("june.csv"), """
                customer_id,email,city
                1,ada@example.org,Bonn
                2,emil@example.org,Köln
                3,eve@example.org,Bonn
                """);
        var dialogs = new GivenDialogs(folder.resolve("out.csv"));
        var controller =
                new SourcesController(new SourcesModel(session, dialogs), dialogs, new InspectorSide(), _ -> {});
        Fx.run(() -> session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
        Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
        Fx.run(() -> controller.importFiles(List.of(people)));
        press(4);
        Fx.run(() -> robot.lookup(".sheet-head .button").queryButton().fire());
        Fx.run(() -> controller.importFiles(List.of(june)));
        press(3);

        assertThat(says("people is in the project already, with 2 rows. What becomes of them?"))
                .isTrue();
        assertThat(says("1 new, 1 take the place of others, 1 are there already."))
                .isTrue();
        assertThat(says("people will then have 3 rows.")).isTrue();
        assertThat(says("Import 2 rows")).isTrue();

        var key = robot.lookup((Node node) -> node instanceof MenuButton menu && "id".equals(menu.getText()))
                .<MenuButton>query();
        Fx.run(() -> key.getItems().stream()
                .map(CheckMenuItem.class::cast)
                .filter(item -> item.getText().equals("city"))
                .forEach(item -> {
                    item.setSelected(true);
                    item.fire();
                }));
        assertThat(key.getText()).isEqualTo("id, city");
        assertThat(says("2 new, 0 take the place of others, 1 are there already."))
                .isTrue();

        robot.clickOn("Replace them: all rows that are there go, these come in their place");
        assertThat(says("The 2 rows that are there go, these come in their place."))
                .isTrue();
        assertThat(says("people will then have 3 rows.")).isTrue();

        robot.clickOn("Add these rows behind them; rows that are there already are left out");
        assertThat(says("2 new, 1 are there already.")).isTrue();
        robot.clickOn("Add rows that are there already once more, too");
        assertThat(says("3 new, 0 are there already.")).isTrue();
        assertThat(session.project().source("people").orElseThrow().value().accepted())
                .isEqualTo(2);
        press(1);
        var source = session.project().source("people").orElseThrow().value();
        assertThat(source.newest().mode()).isEqualTo(new Mode.Append(true));
        assertThat(source.accepted()).isEqualTo(5);
    }
}
