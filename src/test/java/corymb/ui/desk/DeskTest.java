package corymb.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.settings.Settings;
import corymb.ui.kit.Command;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.RailStep;
import corymb.ui.kit.Screen;
import corymb.ui.kit.StepState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class DeskTest {
    private final FxRobot robot = new FxRobot();
    private final Asked actions = new Asked(new ArrayList<>());
    private final SimpleObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final DeskModel model = new DeskModel(actions, settings);
    private final InspectorSide side = new InspectorSide();

    private Parent shown() {
        model.steps()
                .setAll(step("sources", "Sources", StepState.READY), step("clusters", "Clusters", StepState.STALE));
        model.projectNameProperty().set("Outdoor");
        model.go("sources");
        var controller =
                new DeskController(model, id -> new Label("page of " + id), side, FXCollections.observableArrayList());
        return Fx.show(() -> Screen.DESK.load(Map.of(DeskController.class, () -> controller)), 990, 700);
    }

    @Test
    void aClickOnTheRailOpensThePage() {
        shown();
        robot.clickOn("#step-clusters");
        assertThat(robot.lookup("page of clusters").tryQuery()).isPresent();
        assertThat(model.pageProperty().get()).isEqualTo("clusters");
    }

    @Test
    void keysRunCommands() {
        shown();
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.SHORTCUT);
        Fx.waitUntil(() -> model.pageProperty().get().equals("clusters"));
        robot.press(KeyCode.SHORTCUT, KeyCode.O).release(KeyCode.O, KeyCode.SHORTCUT);
        Fx.waitUntil(() -> actions.asked().contains("open"));
    }

    @Test
    void thePaletteOffersEverything() {
        var root = shown();
        robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
        Fx.waitUntil(() -> root.lookup(".palette") != null);
        assertThat(model.commands()).extracting(Command::name).contains("Go to Clusters", "Undo", "Dark");
    }

    @Test
    void undoWaitsUntilThereIsSomethingToUndo() {
        model.undo();
        assertThat(actions.asked()).isEmpty();
        model.undoableProperty().set(true);
        model.undo();
        assertThat(actions.asked()).containsExactly("undo");
    }

    @Test
    void inANarrowWindowTheInspectorWaitsBehindAButtonAndEscapeClosesIt() {
        var root = shown();
        Fx.run(() -> side.open("Loyal hikers"));
        assertThat(Fx.get(() -> root.lookup(".inspector") != null)).isFalse();
        robot.clickOn("Details: Loyal hikers");
        assertThat(Fx.get(() -> root.lookup(".inspector") != null)).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(Fx.get(() -> root.lookup(".inspector") != null)).isFalse();
        assertThat(robot.lookup("Details: Loyal hikers").tryQuery()).isPresent();
        var button = root.lookup("#details");
        var ground = (Region) root.lookup(".page-ground");
        var room = ground.getPadding().getBottom();
        assertThat(room)
                .as("the end of the page comes into sight above the button")
                .isGreaterThan(button.getLayoutBounds().getHeight() - button.getTranslateY());
    }

    @Test
    void withLargeTextTheRailKeepsItsIconsAndLeavesTheRoomToThePage() {
        var root = shown();
        var name = root.lookup("#step-clusters .step-name");
        Fx.waitUntil(name::isVisible);
        Fx.run(() -> settings.set(Settings.DEFAULT.withTextPercent(200)));
        assertThat(name.isVisible()).isFalse();
        assertThat(((ToggleButton) root.lookup("#step-clusters")).getTooltip().getText())
                .isEqualTo("Clusters: Six of them");
        Fx.run(() -> settings.set(Settings.DEFAULT));
        assertThat(name.isVisible()).isTrue();
    }

    @Test
    void preferencesAreAShortcutAwayAndLeadBack() {
        shown();
        robot.press(KeyCode.SHORTCUT, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.SHORTCUT);
        Fx.waitUntil(() -> model.pageProperty().get().equals("preferences"));
        Fx.run(model::goBack);
        assertThat(model.pageProperty().get()).isEqualTo("sources");
    }

    @Test
    void theThemeIsChosenByCommand() {
        model.commands().stream()
                .filter(command -> command.name().equals("Dark"))
                .forEach(command -> command.action().run());
        assertThat(settings.get().theme()).isEqualTo(Settings.ThemeChoice.DARK);
    }

    private static RailStep step(String id, String name, StepState state) {
        return new RailStep(id, name, "fth-grid", state, "6", "Six of them");
    }

    /** Notes what was asked of the program. */
    private record Asked(List<String> asked) implements DeskActions {
        @Override
        public void newProject() {
            asked.add("new");
        }

        @Override
        public void openProject() {
            asked.add("open");
        }

        @Override
        public void openRecent(Path project) {
            asked.add("recent " + project);
        }

        @Override
        public void saveCopy() {
            asked.add("copy");
        }

        @Override
        public void closeProject() {
            asked.add("close");
        }

        @Override
        public void undo() {
            asked.add("undo");
        }

        @Override
        public void redo() {
            asked.add("redo");
        }

        @Override
        public void filesDropped(List<Path> files) {
            asked.add("dropped " + files);
        }

        @Override
        public void showAbout() {
            asked.add("about");
        }
    }
}
