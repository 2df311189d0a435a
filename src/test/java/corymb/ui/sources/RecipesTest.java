package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Target;
import corymb.reading.DayOrder;
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
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** How a file is read is saved from the wizard and followed for another, whose differences are told where they are mended. */
@FxTest
class RecipesTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private SourcesController page() {
        var dialogs = new GivenDialogs(folder.resolve("orders-recipe.json"));
        var controller =
                new SourcesController(new SourcesModel(session, dialogs), dialogs, new InspectorSide(), _ -> {});
        Fx.run(() -> session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
        Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
        return controller;
    }

    private boolean says(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled label
                        && List.of(String.valueOf(label.getText()).split("\n")).contains(words)
                        && label.isVisible())
                .tryQuery()
                .isPresent();
    }

    private void fire(String verb) {
        Fx.run(robot.lookup((Node node) -> node instanceof Button button && verb.equals(button.getText()))
                .<Button>query()::fire);
    }

    private void press(int times) {
        for (int i = 0; i < times; i++) {
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
            Fx.run(() -> {});
        }
    }

    @Test
    void aRecipeIsSavedAndFollowedAndWhatIsOtherIsTold() throws IOException {
        var controller = page();
        var may = Files.writeString(folder.resolve("may.csv"), """
                customer_id,timestamp,wert,size
                1,03/04/2025,10,4
                2,05/06/2025,20,5
                """);
        Fx.run(() -> controller.importFiles(List.of(may)));
        press(2);
        Fx.run(() ->
                robot.lookup(".list-view").queryListView().getSelectionModel().select(1));
        robot.clickOn("4 March 2025");
        press(1);
        fire("Save how this file is read");
        assertThat(says("Written to orders-recipe.json")).isTrue();
        assertThat(folder.resolve("orders-recipe.json")).exists();
        Fx.run(robot.lookup(".sheet-head .button").queryButton()::fire);

        var june = Files.writeString(folder.resolve("june.csv"), """
                customer_id,timestamp,size,colour
                3,07/08/2025,large,red
                4,09/10/2025,small,blue
                """);
        Fx.run(() -> controller.importFiles(List.of(june)));
        fire("Read it as a recipe says");
        assertThat(says("Read as the recipe made for may says")).isTrue();
        assertThat(says(
                        "The column wert is gone: what came from it will be missing. If it is called otherwise now, send"
                                + " that column to the same place at the columns."))
                .isTrue();
        assertThat(says("The column colour is new: it is kept as an attribute, unless you choose otherwise at the"
                        + " columns."))
                .isTrue();
        press(2);
        assertThat(says("looks like text now, was read as whole number before")).isTrue();
        assertThat(says("new: not in the file before")).isTrue();
        press(2);
        var plan = session.project().source("june").orElseThrow().value().plan();
        assertThat(plan.columns().get(1).writtenAs().dayOrder()).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(plan.columns().get(3).target()).isEqualTo(new Target.Attribute("colour"));
    }

    @Test
    void whatIsNoRecipeIsSaidInPlaceAndChangesNothing() throws IOException {
        var controller = page();
        Files.writeString(folder.resolve("orders-recipe.json"), "{}");
        var may = Files.writeString(folder.resolve("may.csv"), "customer_id,email\n1,ada@example.org\n");
        Fx.run(() -> controller.importFiles(List.of(may)));
        fire("Read it as a recipe says");
        assertThat(robot.lookup((Node node) -> node instanceof Labeled label
                                && String.valueOf(label.getText()).contains("This is no recipe for imports."))
                        .tryQuery())
                .isPresent();
        assertThat(says("Put the recipe away")).isFalse();
    }
}
