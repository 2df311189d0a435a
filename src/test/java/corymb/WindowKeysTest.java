package corymb;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.settings.Settings;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import java.nio.file.Path;
import java.time.Clock;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The whole window, gone through by keys alone. */
@FxTest
class WindowKeysTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final FxJobRunner jobs = Fx.get(() -> new FxJobRunner(new ErrorLog()));
    private final SqliteProjectFiles files = new SqliteProjectFiles(Clock.systemUTC());

    private Wiring open(Path chosen) {
        var settings = new SimpleObjectProperty<>(Settings.DEFAULT.withReducedMotion(true));
        var wiring = Fx.get(() -> new Wiring(jobs, new GivenDialogs(chosen), files, settings, folder));
        Fx.show(wiring::frame, 1000, 900);
        return wiring;
    }

    @AfterEach
    void endJobs() {
        Fx.run(jobs::close);
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
    }

    @Test
    void aProjectIsMadeClosedAndOpenedAgain() {
        var path = folder.resolve("shop.corymb");
        var wiring = open(path);
        press(KeyCode.N);
        Fx.waitUntil(() -> wiring.session().fileProperty().get().isPresent());
        assertThat(wiring.session().file().path()).isEqualTo(path);
        press(KeyCode.W);
        Fx.waitUntil(() -> wiring.session().fileProperty().get().isEmpty());
        press(KeyCode.O);
        Fx.waitUntil(() -> wiring.session().fileProperty().get().isPresent());
        assertThat(wiring.session().file().path()).isEqualTo(path);
        Fx.run(wiring.session()::close);
    }

    @Test
    void thePaletteIsOpenedFilteredRunAndLeft() {
        var path = folder.resolve("shop.corymb");
        files.create(path).close();
        var wiring = open(path);
        press(KeyCode.O);
        Fx.waitUntil(() -> wiring.desk().pageProperty().get().equals("sources"));
        press(KeyCode.K);
        robot.write("segm");
        robot.push(KeyCode.ENTER);
        Fx.waitUntil(() -> wiring.desk().pageProperty().get().equals("segments"));
        press(KeyCode.K);
        Fx.waitUntil(() -> robot.lookup(".palette").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        Fx.waitUntil(() -> robot.lookup(".palette").tryQuery().isEmpty());
        assertThat(wiring.desk().pageProperty().get()).isEqualTo("segments");
        Fx.run(wiring.session()::close);
    }

    @Test
    void stepsAreUndoneAndRedone() {
        var filled = FilledProject.create(folder);
        var path = filled.path();
        filled.close();
        var wiring = open(path);
        press(KeyCode.O);
        Fx.waitUntil(() -> !wiring.session().historyProperty().get().past().isEmpty());
        var before = wiring.session().historyProperty().get();
        press(KeyCode.Z);
        Fx.waitUntil(() -> wiring.session().historyProperty().get().future().size() == 1);
        press(KeyCode.Z);
        Fx.waitUntil(() -> wiring.session().historyProperty().get().future().size() == 2);
        press(KeyCode.Y);
        Fx.waitUntil(() -> wiring.session().historyProperty().get().future().size() == 1);
        press(KeyCode.Y);
        Fx.waitUntil(() -> wiring.session().historyProperty().get().equals(before));
        Fx.run(wiring.session()::close);
    }
}
