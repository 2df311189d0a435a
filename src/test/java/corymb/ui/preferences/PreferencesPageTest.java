package corymb.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.settings.Settings;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.Screen;
import corymb.ui.kit.SilentDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class PreferencesPageTest {
    private final SimpleObjectProperty<Settings> settings = new SimpleObjectProperty<>(
            Settings.DEFAULT.opened(Path.of("a.corymb")).opened(Path.of("b.corymb")));
    private final List<String> left = new ArrayList<>();
    private final FxRobot robot = new FxRobot();

    private void show() {
        Fx.show(
                () -> Screen.PREFERENCES.load(Map.of(
                        PreferencesController.class,
                        () -> new PreferencesController(new PreferencesModel(
                                settings, new SilentDialogs(), Path.of("logs"), () -> left.add("left"))))),
                800,
                700);
    }

    @Test
    void whatIsChosenTakesEffectAtOnce() {
        show();
        robot.clickOn("As the system");
        robot.clickOn("Dark");
        assertThat(settings.get().theme()).isEqualTo(Settings.ThemeChoice.DARK);
        robot.clickOn("#textSize");
        robot.clickOn("90 %");
        assertThat(settings.get().textPercent()).isEqualTo(90);
        robot.clickOn("#reducedMotion");
        assertThat(settings.get().reducedMotion()).isTrue();
        assertThat(settings.get().recentProjects()).hasSize(2);
    }

    @Test
    void recentProjectsAreForgottenAndThePageLeadsBack() {
        show();
        robot.clickOn("Clear the list");
        assertThat(settings.get().recentProjects()).isEmpty();
        assertThat(robot.lookup("No project is remembered.").tryQuery()).isPresent();
        robot.clickOn("Done");
        assertThat(left).containsExactly("left");
    }

    @Test
    void whatIsChosenElsewhereIsShown() {
        show();
        Fx.run(() -> settings.set(settings.get().withTextPercent(120)));
        assertThat(robot.lookup("120 %").tryQuery()).isPresent();
    }
}
